/** Expectation and variance of a count of which only the lower bound is known. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** Counts that are looked at one by one; of a wider span (a slip of the hand) some are taken together. */
const widest = 20_000;

/**
 * Moments of a beta-binomial count W of `n` guests with mean share `p` and overdispersion `rho`, given that it is at
 * least `from` and at most `to`. Its variance without bounds is n p (1 − p) (1 + (n − 1) rho); `rho` 0 is the
 * binomial.
 *
 * The probabilities follow from one another, f(k + 1) ÷ f(k) = (n − k)(α + k) ÷ ((k + 1)(β + n − k − 1)) with
 * α = p (1 ÷ rho − 1) and β = (1 − p)(1 ÷ rho − 1), so that no gamma function is needed (Johnson, Kemp and Kotz,
 * Univariate Discrete Distributions, 6.2.2).
 */
export function boundedMoments(n: number, p: number, rho: number, from: number, to: number): Moments {
  const first = Math.min(from, to);
  if (to - first > widest) {
    const unit = (to - first) / widest;
    const { mean, variance } = boundedMoments(n / unit, p, rho, first / unit, to / unit - 1);
    return { mean: unit * mean, variance: unit ** 2 * variance };
  }
  // Written with rho in the denominators cleared, so that 0 needs no case of its own.
  const a = p * (1 - rho);
  const b = (1 - p) * (1 - rho);
  let f = 1;
  let total = 0;
  let sum = 0;
  let squares = 0;
  for (let k = first; k <= to; k++) {
    const d = k - first;
    total += f;
    sum += f * d;
    squares += f * d * d;
    if (total > 1e200) {
      f /= 1e200;
      total /= 1e200;
      sum /= 1e200;
      squares /= 1e200;
    }
    f *= ((n - k) * (a + k * rho)) / ((k + 1) * Math.max(1e-12, b + (n - k - 1) * rho));
    if (f < 1e-14 * total && k > n * p) break;
  }
  const mean = sum / total;
  return { mean: first + mean, variance: Math.max(0, squares / total - mean * mean) };
}
