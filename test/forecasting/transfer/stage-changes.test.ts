import type { NewcomerLine } from './newcomers-backtest.ts';
import { changeBetween } from './report.ts';

const line = (weeks: number, origin: number, day: number, mean: number): NewcomerLine => ({
  weeks,
  site: 1,
  day,
  origin,
  actual: 100,
  staff: null,
  sameWeekday4: null,
  mean,
  quantiles: new Float64Array(0),
});

test('two stages are held against each other on the days that both have', () => {
  const lines = [line(8, 0, 4, 105), line(8, 0, 5, 105), line(12, 0, 4, 103), line(12, 7, 11, 190)];
  expect(changeBetween(lines, 8, 12).change).toBeCloseTo(-2);
});

test('the standard error is that of weeks, whose days are alike', () => {
  const weeks = [2, -1, 3, 0].map((more, i) => [
    ...[0, 1, 2, 3].map((d) => line(8, 7 * i, 7 * i + d, 105)),
    ...[0, 1, 2, 3].map((d) => line(12, 7 * i, 7 * i + d, 105 + more)),
  ]);
  const found = changeBetween(weeks.flat(), 8, 12);
  expect(found.change).toBeCloseTo(1);
  // Standard deviation of 2, −1, 3, 0 over √4.
  expect(found.error).toBeCloseTo(Math.sqrt((1 + 4 + 4 + 1) / 3 / 4));
});
