import type { Distribution } from '../types.ts';
import { drawCount, normalShare, normals, type SharedNormals, stream } from './streams.ts';

// Bound once: inside a test runner's sandbox each look-up of a global costs more than the arithmetic.
const { floor, max, min, sqrt } = Math;

/**
 * Guests of a site on each imagined day of a date, whole numbers. What the errors of the sites have in common is one
 * factor of the date (a Gaussian copula with one correlation for all pairs).
 */
export function guestDraws(
  siteId: number,
  date: string,
  guests: Distribution,
  correlation: number,
  sharedNormals: SharedNormals,
): Float64Array {
  const shared = sharedNormals.of(`guests|${date}`);
  const own = normals(`guests|${date}|${siteId}`);
  // A number between two whole ones becomes the upper one as often as it is nearer to it.
  const rounding = stream(`whole|${date}|${siteId}`);
  const [a, b] = [sqrt(correlation), sqrt(1 - correlation)];
  const draws = new Float64Array(drawCount);
  for (let i = 0; i < drawCount; i++) {
    const u = normalShare(a * (shared[i] as number) + b * (own[i] as number));
    const meals = guests.quantile(max(1e-4, min(1 - 1e-4, u)));
    draws[i] = floor(meals + ((rounding[i] as number) + 0.5) / drawCount);
  }
  return draws;
}
