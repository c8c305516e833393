import type { Course, IsoDate } from '../../../forecasting/domain/records.ts';
import { courses } from '../../api/schema-parts.ts';
import type { DishHindcast } from '../context/ports.ts';

/** A forecast of a dish as it is kept in a file: site, date, dish, course, low, median, high. */
export type PastDishRow = readonly [number, IsoDate, string, Course, number, number, number];

export const pastDishRow = ({ siteId, date, dish, course, low, q50, high }: DishHindcast): PastDishRow => [
  siteId,
  date,
  dish,
  course,
  low,
  q50,
  high,
];

export const pastDishOf = ([siteId, date, dish, course, low, q50, high]: PastDishRow): DishHindcast => ({
  siteId,
  date,
  dish,
  course,
  low,
  q50,
  high,
});

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isRange = (low: unknown, median: unknown, high: unknown) =>
  isNumber(low) && isNumber(median) && isNumber(high) && low <= median && median <= high;

/** What is no row is told, and all is forecast anew. */
export function pastDishRowsProblem(found: unknown): string | null {
  const isRow = (row: unknown) => {
    if (!Array.isArray(row) || row.length !== 7) return false;
    const [siteId, date, dish, course, ...range] = row as readonly unknown[];
    const named = isNumber(siteId) && typeof date === 'string' && typeof dish === 'string';
    return named && courses.some((one) => one === course) && isRange(range[0], range[1], range[2]);
  };
  return Array.isArray(found) && found.every(isRow) ? null : 'dishes';
}
