import type { Distribution } from '../domain/types.ts';
import { drawCount, normalShare, normals, type SharedNormals, stream } from '../numerics/streams.ts';

/**
 * Guests of a site on each imagined day of a date, whole numbers. What the errors of the sites have in common is one
 * factor of the date (a Gaussian copula with one correlation for all pairs). One factor cannot make sites differ more than
 * by chance: a negative correlation counts as none, which keeps the sum a little wide.
 */
export function dinerDraws(
  siteId: number,
  date: string,
  diners: Distribution,
  correlation: number,
  sharedNormals: SharedNormals,
): Float64Array {
  const shared = sharedNormals.of(`guests|${date}`);
  const own = normals(`guests|${date}|${siteId}`);
  // A number between two whole ones becomes the upper one as often as it is nearer to it.
  const rounding = stream(`whole|${date}|${siteId}`);
  const common = Math.max(0, correlation);
  const [a, b] = [Math.sqrt(common), Math.sqrt(1 - common)];
  const draws = new Float64Array(drawCount);
  for (let i = 0; i < drawCount; i++) {
    const u = normalShare(a * shared[i] + b * own[i]);
    const meals = diners.quantile(Math.max(1e-4, Math.min(1 - 1e-4, u)));
    draws[i] = Math.floor(meals + (rounding[i] + 0.5) / drawCount);
  }
  return draws;
}
