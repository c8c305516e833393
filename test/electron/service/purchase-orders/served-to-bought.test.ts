import Papa from 'papaparse';
import type { OrderFileKind, PortionRule } from '../../../../electron/api/records.ts';
import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { importing, value } from '../support/asking.ts';
import { kitchenCanteens, thursday } from '../support/kitchen-canteens.ts';

const folder = temporaryFolder();
const service = createService({ dataFolder: folder, today: () => '2026-01-12' });
afterAll(() => service.close());

const french = { language: 'fr' } as const;
const day = { from: thursday, to: thursday };
const menu = `date;Entrée;Plat;Garniture
15/01/2026;Carottes râpées;Rôti de dinde;Riz
15/01/2026;Carottes râpées;Rôti de dinde;Boulgour
`;

async function table(kind: OrderFileKind, on: Service = service) {
  const { body } = await value(on, 'orders.export', { ...day, kind, format: 'csv' });
  const { data } = Papa.parse<Record<string, string>>(body.replace('\ufeff', ''), {
    delimiter: ';',
    header: true,
    skipEmptyLines: true,
  });
  return (dish: string) => data.filter((row) => row.Produit === dish && row.Cuisine === 'Cuisine Jaurès');
}
const kilos = (text = '') => Number(text.replace(/[\s\u202f]/g, '').replace(',', '.'));
const roundTo = (value: number) => Math.round(value * 1000) / 1000;

beforeAll(async () => {
  await kitchenCanteens(service, folder);
  const imported = await importing(service, folder, 'autres-menus.csv', menu);
  if (!imported.ok) throw new Error(imported.error.message);
});

test('a purchase order shows what is served, the factor and what is bought; the kitchen reads what is served', async () => {
  const [supplier, kitchen, delivery] = [
    await table('supplier'),
    await table('kitchen'),
    await table('delivery'),
  ];
  const [rice] = supplier('Riz');
  const served = kilos(rice?.['Poids servi']);
  expect(served).toBeGreaterThan(5);
  expect(kilos(rice?.Quantité)).toBeCloseTo(served * 0.35, 2);
  expect(kilos(rice?.['Poids à acheter'])).toBe(kilos(rice?.Quantité));
  expect(kilos(rice?.['Facteur d’achat'])).toBe(0.35);
  expect(rice?.['Du servi à l’achat']).toMatch(
    /^servi [\d,]+\u00a0kg\u00a0×\u00a00,35 = [\d,]+\u00a0kg, facteur à vérifier$/,
  );
  expect(kilos(kitchen('Riz')[0]?.['Poids ou nombre'])).toBe(served);
  const carried = delivery('Riz').reduce((sum, row) => sum + kilos(row['Poids ou nombre']), 0);
  expect(roundTo(carried)).toBe(served);
});

test('bulgur, of which no factor is known, is ordered at the weight served and says so', async () => {
  const [bulgur] = (await table('supplier'))('Boulgour');
  expect(bulgur?.['Du servi à l’achat']).toBe('poids servi, rendement inconnu');
  expect(bulgur?.Quantité).toBe(bulgur?.['Poids servi']);
  expect(bulgur?.['Facteur d’achat']).toBe('');
});

test('packs hold raw weight: a roast is bought heavier than it is served', async () => {
  const { suppliers, kitchens } = await value(service, 'plan.dishes', day);
  const roast = kitchens.find(({ dish, place }) => dish === 'Rôti de dinde' && place.startsWith('kitchen'));
  const line = suppliers.find(
    ({ dish, placeName }) => dish === 'Rôti de dinde' && placeName === 'Cuisine Jaurès',
  );
  expect(roast?.bought).toBeCloseTo((roast?.served ?? 0) * 1.35, 6);
  expect(line).toMatchObject({ size: 'pièce 3 kg', yield: { factor: 1.35, toCheck: true } });
  expect(line?.quantity).toBe(Math.ceil((roast?.bought ?? 0) / 3000));
});

test('on paper and on the command line the same words', async () => {
  const { body } = await value(service, 'orders.export', { ...day, kind: 'supplier', format: 'html' });
  expect(body).toContain('poids servi, rendement inconnu');
  expect(body).toMatch(/servi [\d,]+\u00a0kg\u00a0×\u00a00,35/);
  for (const kind of ['kitchen', 'delivery'] as const) {
    expect((await value(service, 'orders.export', { ...day, kind, format: 'html' })).body).not.toContain(
      'rendement',
    );
  }
});

test('a factor of 0, −1, 50 is refused with words, and nothing is kept', async () => {
  const scope = { type: 'food', food: 'pasta-rice' } as const;
  for (const purchaseFactor of [0, -1, 50, 0.29]) {
    const portion = { unit: 'g', amounts: { M: 120, E: 170, C: 225, A: 225 }, purchaseFactor } as const;
    const rule: PortionRule = { scope, portion };
    const result = await service.call('catalogue.save', { entries: [{ type: 'portion', rule }] }, french);
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'refused', message: expect.stringContaining('facteur d’achat') },
    });
    const named = await service.call('catalogue.factor', { name: 'Rôti', factor: purchaseFactor }, french);
    expect(named).toMatchObject({ ok: false, error: { kind: 'refused' } });
  }
  const { foods } = await value(service, 'catalogue.read', {});
  expect(foods.find(({ food }) => food === 'pasta-rice')?.said).toBeNull();
});

test('what was sent keeps its yield when the factor changes', async () => {
  await value(service, 'orders.send', day);
  await value(service, 'catalogue.factor', { name: 'Riz', nature: 'dish', factor: 0.5 });
  const { suppliers } = await value(service, 'plan.dishes', day);
  const rice = suppliers.find(({ dish, placeName }) => dish === 'Riz' && placeName === 'Cuisine Jaurès');
  expect(rice).toMatchObject({ yield: { factor: 0.35 }, sent: { version: 1 } });
  expect(rice?.correction).toBeGreaterThan(0);
  const [sent] = await value(service, 'orders.sent', day);
  expect(sent?.lines.some((line) => line.yield !== null)).toBe(true);
});

test('an order file that comes back is still compared by its references', async () => {
  const { body } = await value(service, 'orders.export', { ...day, kind: 'supplier', format: 'csv' });
  const { ticket } = await service.registerFile(writeUnder(folder, 'retour.csv', body), 'retour.csv');
  expect(await value(service, 'orders.reconcile', { tickets: [ticket] })).toMatchObject([
    { changed: [], missing: [], problems: [] },
  ]);
});
