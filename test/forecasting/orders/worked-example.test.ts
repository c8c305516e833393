import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPortion } from '../../../forecasting/orders/default-portions.ts';
import { orderFood } from '../../../forecasting/orders/order-food.ts';
import type { StockedRule } from '../../../forecasting/orders/packs.ts';
import { defaultDiners, dinerCounts, sharesOf } from '../../../forecasting/orders/site-diners.ts';

/** The page a cook checks by hand; each of its figures is found here by the words before it. */
const page = readFileSync(join(__dirname, '../../../docs/order-arithmetic.md'), 'utf8');

const numbers = (text: string) => (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

/** The figures of a line of a table, by how the line begins. */
function line(begin: string): readonly number[] {
  const found = page.split('\n').find((text) => text.startsWith(`| ${begin}`));
  if (found === undefined) throw new Error(`The page has no line "${begin}"`);
  return numbers(found.split('|').slice(2).join('|'));
}

function said(pattern: RegExp): number {
  const found = pattern.exec(page)?.[1];
  if (found === undefined) throw new Error(`The page does not say ${pattern}`);
  return Number(found);
}

const headCount = said(/\*\*(\d+) children\*\*/);
const diners = {
  ...defaultDiners(1),
  adults: said(/\*\*(\d+) adults\*\*/),
  samples: said(/\*\*(\d+) sample\*\*/),
  diets: { noPork: 0, vegetarian: 0, allergy: said(/of whom \*\*(\d+)\*\*/) },
};
const day = dinerCounts(headCount, 'M/E', diners);

const scope = { type: 'food', food: 'cooked-vegetables' } as const;
const bags: StockedRule = {
  scope,
  supplierId: null,
  sizes: [
    { name: '2.5 kg', content: { type: 'amount', amount: 2500, unit: 'g' }, price: 4.5 },
    { name: '1 kg', content: { type: 'amount', amount: 1000, unit: 'g' }, price: 2.1 },
  ],
  minimum: 0,
  stock: 0,
  keeps: true,
};
const trays: StockedRule = {
  ...bags,
  scope: { type: 'food', food: 'composite' },
  sizes: [
    {
      name: 'GN 1/1',
      content: { type: 'portions', portions: { M: 24, E: 18, C: null, A: 12 } },
      price: null,
    },
    { name: 'GN 1/3', content: { type: 'portions', portions: { M: 8, E: 6, C: null, A: 4 } }, price: null },
  ],
};

test('the guests of the page', () => {
  const shares = sharesOf('M/E');
  const children = headCount - diners.diets.allergy;
  expect(line('142 − 3 children')).toEqual([children * shares.M, children * shares.E, children]);
  const { M, E } = day.children;
  expect(line('whole children')).toEqual([M, E, children]);
  expect(line('with 9 adults')).toEqual([M, E, day.adults, children + day.adults]);
  const { served } = day;
  expect(line('with 1 sample')).toEqual([served.M, served.E, served.A, served.M + served.E + served.A]);
});

test('the carrots of the page', () => {
  const { amounts, unit } = defaultPortion('cooked-vegetables').portion;
  const { weight, packing, surplus, problems } = orderFood(
    day.served,
    { unit, amounts, purchaseFactor: said(/purchase factor of (\d\.\d+)/) },
    bags,
  );
  expect(problems).toEqual([]);
  expect(line('served: 52')).toEqual([weight?.served]);
  expect(line('to buy')).toEqual([weight?.bought]);
  expect(packing?.packs).toEqual([
    { size: '2.5 kg', count: 7 },
    { size: '1 kg', count: 2 },
  ]);
  expect(page).toContain('bags can make of it: 7 × 2500 + 2 × 1000');
  expect(line('the least that bags')).toEqual([(weight?.bought ?? 0) + (packing?.surplus ?? 0)]);
  expect(line('surplus |')).toEqual([surplus?.amount]);
  expect(line('surplus in portions')).toEqual([Number(surplus?.portions.toFixed(1))]);
  expect(line('price')).toEqual([packing?.price]);
  expect(line('surplus in euros')).toEqual([Number(surplus?.euros?.toFixed(2))]);
});

test('the trays of the page', () => {
  const order = orderFood(day.served, defaultPortion('composite').portion, trays);
  const rows = ['Maternelle', 'Élémentaire', 'Adults'].map(line);
  expect(rows.map(([portions]) => portions)).toEqual([day.served.M, day.served.E, day.served.A]);
  expect(rows.map((row) => row[4])).toEqual([
    order.packing?.surplusByClass?.M,
    order.packing?.surplusByClass?.E,
    order.packing?.surplusByClass?.A,
  ]);
  const [portions, whole, third, places, left] = line('Sum');
  expect(order.packing?.packs).toEqual([
    { size: 'GN 1/1', count: whole },
    { size: 'GN 1/3', count: third },
  ]);
  expect([order.portions, order.packing?.surplus]).toEqual([portions, left]);
  expect(places).toBe((portions ?? 0) + (left ?? 0));
  expect(order.weight?.served).toBe(said(/275 = (\d+) g\. Filled/));
  expect(order.surplus?.amount).toBe(said(/275 = (\d+) g more/));
});
