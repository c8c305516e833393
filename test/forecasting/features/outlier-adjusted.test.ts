import { OutlierAdjusted } from '../../../forecasting/features/outlier-adjusted.ts';

/** Counts of days that are one weekday after another, `week` of them. */
function steadied(counts: readonly number[], week = 5): Float64Array {
  const steady = new OutlierAdjusted(Float64Array.from(counts));
  counts.forEach((_, k) => {
    const same = Array.from({ length: Math.floor(k / week) }, (_, i) => (k % week) + i * week);
    steady.add(k, same);
  });
  return steady.values;
}

test('a count with an extra digit is replaced by the recent median', () => {
  expect([...steadied([100, 102, 98, 101, 1000, 99])]).toEqual([100, 102, 98, 101, 100.5, 99]);
});

test('a lasting rise is followed on the third day, and the past keeps its profile', () => {
  const values = steadied([100, 90, 110, 100, 200, 205, 195]);
  expect([...values.slice(4)]).toEqual([200, 205, 195]);
  expect(values[2] / values[1]).toBeCloseTo(110 / 90, 9);
  expect(values[0]).toBeCloseTo(200, 9);
});

test('a fall is believed on the fourth day only', () => {
  const before = [100, 100, 100, 100, 100];
  expect(steadied([...before, 30, 31, 29])[0]).toBe(100);
  expect(steadied([...before, 30, 31, 29, 30])[0]).toBeCloseTo(30, 9);
});

test('days without a meal before a rise take the new level', () => {
  const values = [...steadied([4, 0, 0, 0, 0, 0, 0, 30, 32, 31])];
  expect(values.slice(0, 7)).toEqual(new Array(7).fill(31));
  expect(values.slice(7)).toEqual([30, 32, 31]);
});

test('a site with 11 children keeps its jumps', () => {
  expect([...steadied([11, 10, 11, 9, 4, 11, 12])]).toEqual([11, 10, 11, 9, 4, 11, 12]);
});

const weeks = (count: number) => Array.from({ length: count }, () => [100, 98, 40, 102, 230]).flat();

test('half the children on every Wednesday, and twice as many on every Friday, are no wild counts', () => {
  expect([...steadied(weeks(6)).slice(-5)]).toEqual([100, 98, 40, 102, 230]);
});

test('a wild count becomes what is usual on its weekday', () => {
  expect(steadied([...weeks(6), 100, 98, 4])[32]).toBe(40);
  expect(steadied([...weeks(6), 100, 98, 400])[32]).toBe(40);
});
