import BetterSqlite3 from 'better-sqlite3';
import type { Method } from '../../../electron/api/contract.ts';
import { databaseFile } from '../../../electron/service/context/data-folder.ts';
import { error, importing, value } from './support/asking.ts';
import { canteens, folder, thursday } from './support/two-canteens.ts';

const dish = { type: 'food', food: 'roast' };
const inPack = (content: object, more: object = {}) => ({
  entries: [
    {
      type: 'pack',
      rule: {
        ...{ scope: dish, supplierId: null, minimum: 0, stocks: [], keeps: false, ...more },
        sizes: [{ name: 'Carton', content, price: null, ...('price' in more ? { price: more.price } : {}) }],
      },
    },
  ],
});
const portionOf = (amount: number, purchaseFactor: number | null = null) => ({
  entries: [
    {
      type: 'portion',
      rule: {
        scope: dish,
        portion: { unit: 'g', amounts: { M: null, E: amount, C: null, A: null }, purchaseFactor },
      },
    },
  ],
});
const carton = { type: 'amount', amount: 2_500, unit: 'g' };
const order = { siteId: 1, date: thursday };

test.each<[string, Method, object]>([
  ['an order of a milliard', 'orders.override', { overrides: [{ ...order, quantity: 1e9, reason: '' }] }],
  ['an order of 1e308', 'orders.revise', { ...order, quantity: 1e308 }],
  ['part of a meal', 'orders.revise', { ...order, quantity: 0.1 }],
  ['a head count of a milliard', 'orders.headCount', { ...order, counts: { all: 1e9 } }],
  ['99,999 g a child', 'catalogue.save', portionOf(99_999)],
  ['a portion of 1e308', 'catalogue.save', portionOf(1e308)],
  ['a yield of nothing', 'catalogue.save', portionOf(100, 0)],
  ['a yield of fifty', 'catalogue.save', portionOf(100, 50)],
  ['a pack of 1e308', 'catalogue.save', inPack({ ...carton, amount: 1e308 })],
  ['a price of 1e12', 'catalogue.save', inPack(carton, { price: 1e12 })],
  ['part of a pack at least', 'catalogue.save', inPack(carton, { minimum: 0.1 })],
  [
    'part of a portion in a pack',
    'catalogue.save',
    inPack({ type: 'portions', portions: { M: null, E: 0.1, C: null, A: null } }),
  ],
  ['1e308 packs confirmed', 'orders.confirm', { lines: [{ ref: '20260115-0123456789', quantity: 1e308 }] }],
  ['a site of a milliard seats', 'sites.add', { name: 'X', kind: 'E', capacity: 1e9, enrolled: null }],
  ['a milliard served', 'records.save', { entries: [{ siteId: 1, date: '2026-01-09', children: 1e9 }] }],
])('%s is refused with words', async (_, method, input) => {
  const { service } = await canteens();
  const refused = await error(service, method, input);
  expect(refused).toMatchObject({ kind: expect.stringMatching(/^(refused|invalid-input)$/) });
  expect(refused?.remedy).not.toBe('');
});

test.each([
  ['kg', '20'],
  ['g', '99999'],
  ['L', '11'],
])('no list of portions brings %s with %s for a child', async (unit, amount) => {
  const { service } = await canteens();
  const text = `aliment;unite;elementaire\nRiz;${unit};${amount}\n`;
  const imported = await importing(service, folder, `portions-${unit}.csv`, text);
  expect(imported).toMatchObject({
    ok: true,
    value: { files: [{ kind: 'portions', imported: 0, refused: 1 }] },
  });
});

test('what is on record all the same is found by a check, and can be removed and taken back', async () => {
  const { service } = await canteens();
  await value(service, 'catalogue.save', inPack(carton) as never);
  await value(service, 'catalogue.save', portionOf(100) as never);
  const db = new BetterSqlite3(databaseFile(service.dataFolder));
  db.exec(`UPDATE portion_rule SET elementaire = 99999; UPDATE pack_size SET price = 1e308;
    UPDATE attendance SET served = 1000000000 WHERE day = (SELECT max(day) FROM attendance)`);
  db.close();
  const found = await value(service, 'data.check', {});
  expect(found.findings).toEqual([
    'Fréquentation, nombres hors de toute mesure\u00a0: 2 (au plus 1\u202f000\u202f000\u202f000). Ils peuvent être retirés.',
    'Portions, nombres hors de toute mesure\u00a0: 1 (au plus 99\u202f999). Ils peuvent être retirés.',
    'Conditionnements, nombres hors de toute mesure\u00a0: 1 (au plus 1e+308). Ils peuvent être retirés.',
  ]);
  const removed = await service.call('data.removeImpossible', {}, { language: 'fr' });
  expect((await value(service, 'data.check', {})).findings).toEqual([]);
  expect((await value(service, 'catalogue.read', {})).packs).toEqual([]);
  const edits = removed.ok && removed.edit !== undefined ? [removed.edit] : [];
  await value(service, 'edits.step', { edits, way: 'undo' });
  expect((await value(service, 'data.check', {})).findings).toHaveLength(3);
});
