import { join } from 'node:path';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/universal';
import type { Input } from '../../../../electron/api/contract.ts';
import type { DishPlan, PurchaseOrderLine } from '../../../../electron/api/records.ts';
import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { messagesIn } from '../../../../electron/service/messages/messages.ts';
import { orderTables } from '../../../../electron/service/purchase-orders/order-tables.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { error, servicesUnder, value } from '../support/asking.ts';
import { type Canteens, friday, kitchenPlan, kitchenWeek, thursday } from '../support/kitchen-canteens.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

let service: Service;
let canteens: Canteens;
let plan: DishPlan;
beforeAll(async () => {
  service = serviceOn('kitchens');
  ({ canteens, plan } = await kitchenPlan(service, folder));
}, 60_000);

const linesOf = (dish: string) => plan.suppliers.filter((line) => line.dish === dish);

test('the file for the driver says which dishes a simple rule tells at a site', () => {
  const [first, ...rest] = plan.rows;
  const told = { ...plan, rows: [{ ...first, rule: 'last-week' as const }, ...rest] } as DishPlan;
  const notes = (language: 'fr' | 'en') =>
    orderTables('delivery', told, '2026-01-08T08:00:00Z', language, messagesIn(language)).sections.flatMap(
      (section) => section.notes,
    );
  expect(notes('fr')).toContain(
    `Comme le même jour de la semaine passée, plus juste ici que le modèle\u00a0: ${first?.dish}.`,
  );
  expect(notes('en')).toContain(`As on the same day last week, nearer here than the model: ${first?.dish}.`);
  expect(plan.rows.every(({ rule }) => rule === null)).toBe(true);
});

describe('order files', () => {
  const file = (format: 'csv' | 'xlsx') =>
    value(service, 'orders.export', { ...kitchenWeek, kind: 'supplier', format });
  const sent = (): readonly PurchaseOrderLine[] => plan.suppliers;

  test('as CSV: a line for each, and no cell is a formula', async () => {
    const csv = await file('csv');
    expect(csv).toMatchObject({ fileName: 'commande-2026-01-12-2026-01-16.csv', mime: 'text/csv' });
    const { data } = Papa.parse<string[]>(csv.body.replace('\ufeff', '').trimEnd(), { delimiter: ';' });
    expect(data).toHaveLength(1 + sent().length);
    expect(data.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(data.some((cells) => cells.includes("'=Primeurs & Cie"))).toBe(true);
    expect(data.some((cells) => cells.includes("'=SOMME(A1:A9)"))).toBe(true);
  });

  test('as XLSX: a sheet for each supplier, texts as texts, numbers and dates as such', async () => {
    const workbook = await file('xlsx');
    const sheets = await readWorkbook(new Blob([Buffer.from(workbook.body, 'base64')]));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['=Primeurs & Cie', 'Boucherie', 'Sans fournisseur']);
    const [titles = [], first = []] = sheets[0]?.data ?? [];
    const cell = (title: string) => first[titles.indexOf(title)];
    expect(cell('Fournisseur')).toBe('=Primeurs & Cie');
    expect(cell('Quantité')).toBe(linesOf('Carottes râpées')[0]?.quantity);
    expect(cell('Pour le')).toEqual(new Date(`${thursday}T00:00:00Z`));
    const raw = Buffer.from(workbook.body, 'base64');
    expect(raw.includes('<f>')).toBe(false);
  });

  test.each(['csv', 'xlsx'] as const)(
    'come back unchanged as %s: every line is as ordered',
    async (format) => {
      const body = (await file(format)).body;
      const bytes = format === 'csv' ? Buffer.from(body, 'utf8') : Buffer.from(body, 'base64');
      const { ticket } = await service.registerFile(
        writeUnder(folder, `retour.${format}`, bytes),
        `retour.${format}`,
      );
      const [compared] = await value(service, 'orders.reconcile', { tickets: [ticket] });
      expect(compared).toMatchObject({
        file: `retour.${format}`,
        lines: sent().length,
        // The grocer's deadline is past: its order of Thursday is kept as it stood then.
        sent: sent().filter((line) => line.sent !== null).length,
        same: sent().length,
        changed: [],
        missing: [],
        problems: [],
      });
    },
  );

  test('come back changed, cut and scribbled on: each difference is said by its line', async () => {
    const { body } = await file('csv');
    const [titles = '', ...rest] = body.replace('\ufeff', '').trimEnd().split('\r\n');
    const columns = titles.split(';');
    const quantity = columns.indexOf('Quantité');
    const ref = columns.indexOf('Référence');
    const primeurs = rest.filter((line) => line.includes('Primeurs'));
    const edit = (line: string, at: number, to: string) =>
      line
        .split(';')
        .map((cell, i) => (i === at ? to : cell))
        .join(';');
    const [kept = '', less = '', ...gone] = primeurs;
    expect(gone).toEqual([]);
    const lines = [
      'Primeurs & Cie, bon du 12 janvier',
      titles,
      kept,
      edit(less, quantity, '1'),
      edit(kept, ref, ''),
      edit(kept, ref, '20260115-0123456789'),
      kept,
      edit(rest.find((line) => line.includes('Boucherie')) ?? '', quantity, 'rupture'),
    ];
    const path = writeUnder(folder, 'retour-annoté.csv', lines.join('\r\n'));
    const { ticket } = await service.registerFile(path, 'retour.csv');
    const [compared] = await value(service, 'orders.reconcile', { tickets: [ticket] });
    expect(compared?.same).toBe(1);
    expect(compared?.changed).toEqual([expect.objectContaining({ dish: 'Carottes râpées', returned: 1 })]);
    expect(compared?.problems.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'cette ligne n’a pas de référence'],
      [6, 'cette référence n’est pas dans la commande'],
      [7, 'cette référence est déjà dans une ligne du dessus'],
      [8, 'la quantité n’est pas un nombre, 0 ou plus'],
    ]);
  });

  test('are compared although the day of one line is mistyped, or there is no such day', async () => {
    const { body } = await file('csv');
    const [titles = '', ...rest] = body.replace('\ufeff', '').trimEnd().split('\r\n');
    const ref = titles.split(';').indexOf('Référence');
    const strays = ['20160115-0123456789', '20260230-0123456789', '99991231-0123456789'].map((stray) =>
      (rest[0] ?? '')
        .split(';')
        .map((cell, i) => (i === ref ? stray : cell))
        .join(';'),
    );
    const path = writeUnder(folder, 'retour-daté.csv', [titles, ...strays, ...rest].join('\r\n'));
    const { ticket } = await service.registerFile(path, 'retour.csv');
    const [compared] = await value(service, 'orders.reconcile', { tickets: [ticket] });
    expect(compared?.problems.map(({ value: said }) => said)).toEqual([
      '20160115-0123456789',
      '20260230-0123456789',
      '99991231-0123456789',
    ]);
    expect(compared?.same).toBe(rest.length);
  });

  test('say what is not an order', async () => {
    const { ticket } = await service.registerFile(writeUnder(folder, 'autre.csv', 'a;b\n1;2\n'), 'autre.csv');
    expect(await error(service, 'orders.reconcile', { tickets: [ticket] })).toMatchObject({
      kind: 'refused',
      message:
        'autre.csv\u00a0: aucune colonne «\u00a0Référence\u00a0» et «\u00a0Quantité\u00a0». Rien n’a été comparé.',
    });
  });

  test('as a page: one section for each supplier, its deadline and total', async () => {
    const { body } = await value(service, 'orders.export', {
      ...kitchenWeek,
      kind: 'supplier',
      format: 'html',
    });
    expect(body).toContain('=Primeurs &amp; Cie');
    expect(body).toContain('À commander avant mardi 13 janvier, 9\u00a0h');
    expect(body).toMatch(/Total connu\u00a0: [\d,]+\s€/);
    expect(body.match(/<article/g)).toHaveLength(3);
  });

  test('of kitchens and deliveries', async () => {
    const kitchen = await value(service, 'orders.export', { ...kitchenWeek, kind: 'kitchen', format: 'csv' });
    expect(kitchen.body.split('\r\n')).toHaveLength(plan.kitchens.length + 2);
    const delivery = await value(service, 'orders.export', {
      ...kitchenWeek,
      kind: 'delivery',
      format: 'csv',
    });
    expect(delivery.body.split('\r\n')).toHaveLength(plan.rows.length + 2);
    expect(delivery.fileName).toBe('livraisons-2026-01-12-2026-01-16.csv');
  });

  test('of days without any menu say so', async () => {
    const empty = await value(service, 'orders.export', {
      kind: 'supplier',
      from: '2026-01-12',
      to: '2026-01-13',
      format: 'html',
    });
    expect(empty.body).toContain('Rien à commander');
    expect(empty.body).toContain('lundi 12 janvier 2026');
  });
});

describe('sheets of a day', () => {
  const sheet = (input: Partial<Input<'sheet.make'>>) =>
    value(service, 'sheet.make', { date: thursday, sheet: 'production', format: 'html', ...input });
  const titles = (body: string) => [...body.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, name]) => name);

  test('of all: the list of orders, then each place that cooks', async () => {
    const { fileName, body } = await sheet({});
    expect(fileName).toBe('production-2026-01-15.html');
    expect(titles(body)).toEqual(['Tous les sites', 'Cuisine Jaurès', 'Les Tilleuls']);
  });

  test('of a site that a kitchen cooks for: the production is the kitchen’s, the other sheets its own', async () => {
    const { fontaine } = canteens;
    expect(titles((await sheet({ siteId: fontaine })).body)).toEqual(['Cuisine Jaurès']);
    expect(titles((await sheet({ siteId: fontaine, sheet: 'delivery' })).body)).toEqual(['La Fontaine']);
    expect(titles((await sheet({ siteId: fontaine, sheet: 'roll-call' })).body)).toEqual(['La Fontaine']);
  });

  test('of a kitchen: its sites, and no other', async () => {
    const delivery = await sheet({ kitchenId: canteens.kitchen, sheet: 'delivery' });
    expect(titles(delivery.body)).toEqual(['Jean Jaurès', 'La Fontaine']);
    expect(delivery.fileName).toBe('livraison-2026-01-15-cuisine-jaures.html');
  });

  test('as tables too: what is cooked, sent and called', async () => {
    const production = await sheet({ format: 'csv', kitchenId: canteens.kitchen });
    expect(production.body).toContain('Cuisine Jaurès;Carottes râpées;Entrée;');
    const calls = await sheet({ format: 'xlsx', sheet: 'roll-call' });
    const [list] = await readWorkbook(new Blob([Buffer.from(calls.body, 'base64')]));
    expect(list?.data.map((cells) => cells[2])).toEqual([
      'Site',
      'Jean Jaurès',
      'La Fontaine',
      'Les Tilleuls',
    ]);
  });

  test('follow the guests counted in the morning; the order does not', async () => {
    const { tilleuls } = canteens;
    // The morning of the day itself: before it there is nobody to count.
    const morning = createService({ dataFolder: join(folder, 'kitchens'), today: () => thursday });
    const place = { siteId: tilleuls, date: thursday };
    const before = await value(morning, 'plan.dishes', kitchenWeek);
    await value(morning, 'orders.headCount', { ...place, counts: { E: 61, A: 2 } });
    const { body } = await value(morning, 'sheet.make', {
      date: thursday,
      sheet: 'production',
      format: 'html',
      siteId: tilleuls,
    });
    expect(body).toContain('61 enfants, 2 adultes');
    expect(body).toContain('D’après l’appel du matin.');
    expect(body).toMatch(/Comté<\/span><\/th><td><b>61<\/b>/);
    expect(await value(morning, 'plan.dishes', kitchenWeek)).toEqual(before);
    await value(morning, 'orders.headCount', { ...place, counts: null });
    await morning.close();
  });

  test('of a site that does not serve say why; of a Sunday there is none', async () => {
    await value(service, 'closures.save', {
      closures: [{ kind: 'closure', from: friday, siteId: canteens.tilleuls }],
    });
    const closed = await sheet({ date: friday, siteId: canteens.tilleuls });
    expect(closed.body).toContain('Sans commande ce jour');
    expect(titles(closed.body)).toEqual(['Les Tilleuls']);
    await value(service, 'closures.remove', {
      closures: [{ kind: 'closure', date: friday, siteId: canteens.tilleuls }],
    });
    const sunday = { date: '2026-01-18', sheet: 'delivery', format: 'html' };
    expect(await error(service, 'sheet.make', sunday)).toMatchObject({ kind: 'refused' });
  });
});
