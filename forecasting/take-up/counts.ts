import { drawCount, normalQuantiles } from '../numerics/streams.ts';

/** Expected counts from which a normal approximation with its skewness is as good as the exact sum. */
const manyPortions = 12;

/** The binomial count of `n` guests with share `p` in one stratum of its distribution. */
export function binomialAt(n: number, p: number, stratum: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  // The rarer of the two is counted up; its strata run the other way.
  return p > 0.5 ? n - rareAt(n, 1 - p, drawCount - 1 - stratum) : rareAt(n, p, stratum);
}

function rareAt(n: number, p: number, stratum: number): number {
  const mean = n * p;
  if (mean > manyPortions) {
    const z = normalQuantiles[stratum];
    // Cornish and Fisher's first correction; ½ because the counts are whole.
    const k = mean + z * Math.sqrt(mean * (1 - p)) + ((1 - 2 * p) * (z * z - 1)) / 6;
    return Math.max(0, Math.min(n, Math.floor(k + 0.5)));
  }
  const odds = p / (1 - p);
  let rest = (stratum + 0.5) / drawCount;
  let f = Math.exp(n * Math.log(1 - p));
  let k = 0;
  while (rest > f && k < n) {
    rest -= f;
    f *= (odds * (n - k)) / (k + 1);
    k++;
  }
  return k;
}

/**
 * A gamma variable of shape `a` at the standard normal `z`: Wilson and Hilferty's cube (PNAS 17, 1931), and below 1
 * that of a + 1 times u^(1 ÷ a) with `u` in (0, 1) (Marsaglia and Tsang, ACM TOMS 26, 2000).
 */
export function gammaAt(a: number, z: number, u: number): number {
  const boosted = a < 1;
  const shape = boosted ? a + 1 : a;
  const root = Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape)));
  const cube = shape * root * root * root;
  return boosted ? cube * u ** (1 / Math.max(1e-3, a)) : cube;
}
