import { courses } from '../../api/domain-lists.ts';

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isRange = (low: unknown, median: unknown, high: unknown) =>
  isNumber(low) && isNumber(median) && isNumber(high) && low <= median && median <= high;

function isHindcast(one: unknown): boolean {
  if (typeof one !== 'object' || one === null) return false;
  const { siteId, date, dish, course, low, q50, high } = one as Readonly<Record<string, unknown>>;
  const named = isNumber(siteId) && typeof date === 'string' && typeof dish === 'string';
  return named && courses.some((known) => known === course) && isRange(low, q50, high);
}

/** Where what a file holds are no forecasts of dishes it is told, and all are made anew. */
export const dishHindcastsProblem = (found: unknown): string | null =>
  Array.isArray(found) && found.every(isHindcast) ? null : 'dishes';
