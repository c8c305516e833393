import { ascending } from '../../../forecasting/numerics/ascending.ts';
import { seededRandom } from '../../../forecasting/numerics/seeded.ts';

const compared = (values: Float64Array) =>
  [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);

test.each([0, 1, 30, 199, 200, 777, 5_000])('%i values, with equal ones and both zeros', (n) => {
  const random = seededRandom(n + 1);
  const values = Float64Array.from({ length: n }, () => {
    const kind = random();
    if (kind < 0.1) return 0;
    if (kind < 0.15) return -0;
    if (kind < 0.3) return Math.round(10 * random()) - 5;
    return (random() - 0.5) * 10 ** (20 * random() - 10);
  });
  expect([...ascending(values)]).toEqual(compared(values));
});

test('the greatest, the least and those beside zero', () => {
  const ends = [
    Number.MAX_VALUE,
    -Number.MAX_VALUE,
    Number.MIN_VALUE,
    -Number.MIN_VALUE,
    Infinity,
    -Infinity,
    0,
  ];
  const values = Float64Array.from({ length: 350 }, (_, i) => ends[i % ends.length] ?? 0);
  expect([...ascending(values)]).toEqual(compared(values));
});
