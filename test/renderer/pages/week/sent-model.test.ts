import type { PurchaseOrder, PurchaseOrderLine, SentStamp } from '../../../../electron/api/records.ts';
import { productLines, supplierStates, written } from '../../../../renderer/pages/week/sent-model.ts';

const line: PurchaseOrderLine = {
  ref: '20261217-0123456789',
  supplierId: 1,
  supplier: 'Primeurs',
  place: 'kitchen-1',
  placeName: 'Cuisine',
  date: '2026-12-17',
  dish: 'Carottes',
  key: 'carotte',
  size: 'sac',
  quantity: 5,
  unit: 'pack',
  amount: null,
  amountUnit: null,
  yield: null,
  packing: null,
  price: null,
  euros: null,
  deadline: { date: '2026-12-15', time: '09:00' },
  asOf: '2026-12-14',
  sent: null,
  before: null,
  correction: 0,
  confirmed: null,
};
const stamp = (at: string, automatic = false): SentStamp => ({ version: 1, at, by: null, automatic });
const order = (version: number, at: string, automatic = false): PurchaseOrder => ({
  ...stamp(at, automatic),
  supplier: 'Primeurs',
  date: '2026-12-17',
  version,
  lines: [],
});

test('suppliers come by name, those without one last; what was not sent has its first deadline', () => {
  const later = { ...line, deadline: { date: '2026-12-15', time: '10:00' } };
  const states = supplierStates(
    [later, { ...line, supplier: null }, line, { ...line, supplier: 'Boucherie' }],
    [],
  );
  expect(states.map(({ supplier }) => supplier)).toEqual(['Boucherie', 'Primeurs', null]);
  expect(states[1]).toMatchObject({
    open: true,
    deadline: line.deadline,
    stamps: [],
    corrections: [],
    last: [],
  });
});

test('moments are said once, deadlines by the last of them; only what a person sent can be taken back', () => {
  const kept = ['2026-12-13T10:00', '2026-12-14T10:00'].map((at) => ({ ...line, sent: stamp(at, true) }));
  const sent = [1, 2].map(() => ({ ...line, sent: stamp('2026-12-12T08:00'), correction: 1 }));
  const versions = [order(1, '2026-12-12T08:00', true), order(2, '2026-12-13T08:00')];
  const [state] = supplierStates([...kept, ...sent], versions);
  expect(state?.stamps.map(({ at }) => at)).toEqual(['2026-12-12T08:00', '2026-12-14T10:00']);
  expect(state?.open).toBe(false);
  expect(state?.corrections).toHaveLength(2);
  expect(state?.last.map(({ version }) => version)).toEqual([2]);
  expect(state?.versions.map(({ version }) => version)).toEqual([2, 1]);
  const [automatic] = supplierStates(kept, [order(1, '2026-12-12T08:00', true)]);
  expect(automatic?.last).toEqual([]);
});

test('versions come day by day, of one day the newest first', () => {
  const monday = [1, 2].map((version) => ({
    ...order(version, `2026-12-1${version}T08:00`),
    date: '2026-12-14',
  }));
  const thursday = [1, 2].map((version) => order(version, `2026-12-1${version + 1}T08:00`));
  const [state] = supplierStates([line], [...thursday, ...monday]);
  expect(state?.versions.map(({ date, version }) => [date.slice(8), version])).toEqual([
    ['14', 2],
    ['14', 1],
    ['17', 2],
    ['17', 1],
  ]);
});

test('amounts are written as the files have them', () => {
  expect([written(2500, { unit: 'g' }), written(3, { unit: 'pack' })]).toEqual([2.5, 3]);
});

test('one line stands for each product and size, with all that is needed of it and for how many kitchens', () => {
  const yieldOf = { served: 1, bought: 2, factor: 2, unit: 'g', toCheck: false } as never;
  const north = { ...line, ref: 'a', yield: yieldOf };
  const south = { ...line, ref: 'b', place: 'kitchen-2' as const, placeName: 'Sud', quantity: 3 };
  const other = { ...line, ref: 'c', size: 'cagette', quantity: 1, yield: yieldOf };
  expect(productLines([north, other, south])).toEqual([
    {
      ref: 'a',
      dish: 'Carottes',
      size: 'sac',
      unit: 'pack',
      quantity: 8,
      kitchens: 2,
      placeName: 'Cuisine',
      yield: null,
    },
    {
      ref: 'c',
      dish: 'Carottes',
      size: 'cagette',
      unit: 'pack',
      quantity: 1,
      kitchens: 1,
      placeName: 'Cuisine',
      yield: yieldOf,
    },
  ]);
});
