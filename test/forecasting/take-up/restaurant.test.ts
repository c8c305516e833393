import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { DishBacktestResult } from '../../../forecasting/evaluation/dish-backtest.ts';
import { describeWhere } from '../../support/describe-where.ts';
import { hasRestaurant, restaurantFolder } from '../support/restaurant.ts';

describeWhere(hasRestaurant, 'seven mains of one restaurant', `${restaurantFolder} is absent`, () => {
  let result: DishBacktestResult;
  beforeAll(() => {
    const script = join(import.meta.dirname, '..', 'support', 'restaurant.ts');
    const printed = execFileSync(process.execPath, [script, '--print', 'held'], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    result = JSON.parse(printed);
  }, 200_000);

  test('the measure is the published one: the references come out as published', () => {
    expect(result.measures.model.n).toBe(221 * 7);
    expect(Math.abs(result.measures.sameWeekday1.wape - 35.07)).toBeLessThan(0.05);
    expect(Math.abs(result.measures.sameWeekday4.wape - 28.71)).toBeLessThan(0.05);
    expect(Math.abs(result.measures.sameWeekday8.wape - 27.45)).toBeLessThan(0.05);
  });

  test('a week ahead, the error per dish is at most 27.0 % of what was taken', () => {
    // Of the median, which makes absolute errors least.
    expect(result.measures.median.wape).toBeLessThanOrEqual(27);
  });

  test('the ranges hold what they promise', () => {
    expect(result.coverage80).toBeGreaterThanOrEqual(77);
    expect(result.coverage80).toBeLessThanOrEqual(83);
  });

  test('every forecast rests on what was known a week before', () => {
    for (const { date, origin } of result.lines) {
      expect(Date.parse(date) - Date.parse(origin)).toBe(7 * 86_400_000);
    }
  });

  test('the dishes of a day add up to its guests', () => {
    const diners = Map.groupBy(result.lines, ({ date }) => date);
    expect(diners.size).toBe(221);
    for (const lines of diners.values()) {
      expect(lines.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(lines[0]?.diners ?? 0, 6);
    }
  });
});
