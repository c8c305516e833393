import type { ImpactFigure } from '../domain/impact-records.ts';
import { normalQuantile } from '../numerics/streams.ts';

/** A day on which what was not served was weighed, and the surplus of meals is known. */
export interface WeighedSurplus {
  readonly surplus: number;
  /** Kilograms made and not served. */
  readonly unserved: number;
}

/** With fewer days a line through them says nothing. */
export const fewestWeighedDays = 5;

/**
 * Kilograms that one more surplus meal leaves unserved, by least squares over the weighed days, with the range of
 * 80 % (Student's distribution). `null`: fewer than five days, surplus that never differs, or a range that does not
 * leave out 0.
 */
export function measuredSlope(days: readonly WeighedSurplus[]): ImpactFigure | null {
  const n = days.length;
  if (n < fewestWeighedDays) return null;
  const meanX = days.reduce((sum, { surplus }) => sum + surplus, 0) / n;
  const meanY = days.reduce((sum, { unserved }) => sum + unserved, 0) / n;
  const squares = days.reduce((sum, { surplus }) => sum + (surplus - meanX) ** 2, 0);
  if (!(squares > 0)) return null;
  const value =
    days.reduce((sum, { surplus, unserved }) => sum + (surplus - meanX) * (unserved - meanY), 0) / squares;
  const rest = days.reduce(
    (sum, { surplus, unserved }) => sum + (unserved - meanY - value * (surplus - meanX)) ** 2,
    0,
  );
  const error = studentQuantile(0.9, n - 2) * Math.sqrt(rest / (n - 2) / squares);
  return value - error > 0 ? { value, low: value - error, high: value + error } : null;
}

/** Student's quantile to about 0.001 for 3 or more degrees (Abramowitz and Stegun 26.7.5). */
export function studentQuantile(p: number, degrees: number): number {
  const z = normalQuantile(p);
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, i) => sum + term / degrees ** (i + 1), z);
}
