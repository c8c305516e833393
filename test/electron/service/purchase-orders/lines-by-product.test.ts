import type { PurchaseOrderLine } from '../../../../electron/api/records.ts';
import { linesByProduct } from '../../../../electron/service/purchase-orders/lines-by-product.ts';

const line = (more: Partial<PurchaseOrderLine>): PurchaseOrderLine => ({
  ref: 'r',
  supplierId: null,
  supplier: null,
  place: 'site-1' as PurchaseOrderLine['place'],
  placeName: 'Jaurès',
  date: '2017-03-14',
  dish: 'Riz',
  key: 'riz',
  size: null,
  quantity: 1200,
  unit: 'g',
  amount: 1200,
  amountUnit: 'g',
  yield: null,
  packing: null,
  price: null,
  euros: null,
  deadline: null,
  asOf: '2017-03-13',
  sent: null,
  before: null,
  correction: 0,
  confirmed: null,
  ...more,
});
const other = { place: 'site-2' as PurchaseOrderLine['place'], placeName: 'Colette' };
const grown = (served: number, factor: number) =>
  ({ served, bought: served * factor, unit: 'g', factor, toCheck: false }) as const;

test('kitchens that order the same product for the same day are one line, day by day', () => {
  const found = linesByProduct([
    line({ date: '2017-03-16' }),
    line({}),
    line({ ...other, quantity: 300, amount: 300 }),
    line({ dish: 'Sel', key: 'sel' }),
  ]);
  expect(
    found.map(({ kitchens, line: { date, dish, quantity } }) => [date, dish, quantity, kitchens]),
  ).toEqual([
    ['2017-03-14', 'Riz', 1500, 2],
    ['2017-03-14', 'Sel', 1200, 1],
    ['2017-03-16', 'Riz', 1200, 1],
  ]);
});

test('packs of another size, unit or price stay lines of their own', () => {
  const pack = { size: 'sac de 5 kg', unit: 'pack', quantity: 2, price: 4, euros: 8 } as const;
  const found = linesByProduct([
    line({}),
    line(pack),
    line({ ...other, ...pack }),
    line({ ...pack, price: 5 }),
  ]);
  expect(found.map(({ line: { quantity, euros } }) => [quantity, euros])).toEqual([
    [1200, null],
    [4, 16],
    [2, 8],
  ]);
});

test('a sum of which a part is not known is not known; what was never sent is 0 beside what was', () => {
  const [found] = linesByProduct([
    line({ euros: 3, before: 1000, correction: 50, yield: grown(600, 2) }),
    line({ ...other, correction: -20, yield: grown(300, 2) }),
  ]);
  expect(found?.line).toMatchObject({ euros: null, before: 1000, correction: 30 });
  expect(found?.line.yield).toMatchObject({ served: 900, bought: 1800, factor: 2 });
  const [unlike] = linesByProduct([line({ yield: grown(600, 2) }), line({ ...other, yield: grown(300, 3) })]);
  expect(unlike?.line.yield).toBeNull();
});
