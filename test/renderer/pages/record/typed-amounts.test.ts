import { seededRandom } from '../../../../forecasting/numerics/seeded.ts';
import { readCount, readPortions, readRanOut } from '../../../../renderer/format/typed-value.ts';
import { readMeals, readWeight } from '../../../../renderer/pages/record/weighing-model.ts';

const grams = (gross: number, tare = 0) => ({ gross, tare });

test.each([
  ['1,2', grams(1200)],
  ['1.2 kg', grams(1200)],
  ['350 g', grams(350)],
  ['1 kg 200', grams(1200)],
  ['1kg200 g', grams(1200)],
  ['12 000 kg', grams(12_000_000)],
  ['12\u202f000', grams(12_000_000)],
  ['5,35 − 2,4', grams(5350, 2400)],
  ['1 kg 200-700 g', grams(1200, 700)],
  ['-3', 'negative'],
  ['−0,2 kg', 'negative'],
  ['', 'empty'],
] as const)('the weight %j is read', (text, read) => {
  expect(readWeight(text)).toEqual(read);
});

test.each([
  'kg',
  '12 5',
  '1 1',
  '1 kg 20',
  '1 kg 20 g',
  '1,2,3',
  '3-4-5',
  '5 lb',
  '1e5',
  '½ kg',
  '1O',
  '--3',
  '2 h',
])('of %j nobody knows what weight it is', (text) => {
  expect(readWeight(text)).toBe('not-a-weight');
});

test('a space between digits parts thousands, or what is typed is no number: no two numbers become one', () => {
  const random = seededRandom(14);
  for (let i = 0; i < 500; i++) {
    const [a, b] = [1 + Math.floor(99 * random()), Math.floor(1000 * random())];
    const text = `${a} ${b}`;
    const value = 1000 * a + b;
    const known = b >= 100;
    expect([text, readCount(text).type]).toEqual([text, known ? 'value' : 'wrong']);
    expect([text, readPortions(text, { grams: 100, prepared: 50 }).type]).toEqual([
      text,
      known ? 'value' : 'wrong',
    ]);
    expect([text, readMeals(text)]).toEqual([text, known ? value : 'not-meals']);
    expect([text, readWeight(text)]).toEqual([text, known ? grams(1000 * value) : 'not-a-weight']);
  }
  expect(readRanOut('12 25')).toEqual(readRanOut('12 h 25'));
});
