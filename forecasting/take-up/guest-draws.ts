import type { Distribution } from '../types.ts';
import { drawCount, normalShare, normals, stream } from './streams.ts';

/** Correlation of the attendance errors of two sites on one day where it was not learned. */
export const usualCorrelation = 0.3;

/**
 * Guests of a site on each imagined day of a date, whole numbers. What the errors of the sites have in common is one
 * factor of the date (a Gaussian copula with one correlation for all pairs).
 */
export function guestDraws(
  siteId: number,
  date: string,
  guests: Distribution,
  correlation: number,
): Float64Array {
  const shared = normals(`guests|${date}`);
  const own = normals(`guests|${date}|${siteId}`);
  // A number between two whole ones becomes the upper one as often as it is nearer to it.
  const rounding = stream(`whole|${date}|${siteId}`);
  const [a, b] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  const draws = new Float64Array(drawCount);
  for (let i = 0; i < drawCount; i++) {
    const u = normalShare(a * (shared[i] as number) + b * (own[i] as number));
    const meals = guests.quantile(Math.max(1e-4, Math.min(1 - 1e-4, u)));
    draws[i] = Math.floor(meals + ((rounding[i] as number) + 0.5) / drawCount);
  }
  return draws;
}
