import { boundedMoments } from './censored.ts';
import type { Offer } from './offers.ts';

/** Portions that would have been taken of each dish of an offer, had there been enough of all. */
export interface Expected {
  /** One for each dish. */
  readonly mean: Float64Array;
  /** Their variance given what was counted; 0 for a dish that did not run out. */
  readonly variance: Float64Array;
}

/** Least share of the information of a complete count that a bound is believed to leave. */
const leastLeft = 0.02;

/**
 * The expectation step for one offer to `n` guests with shares `p`. Answers the share of the information of a
 * complete count that the bounds leave (Louis, JRSS B 44, 1982), 1 where there are none.
 *
 * Of a dish that ran out at c portions, c or more were wanted. Those who came too late chose among the other dishes
 * and none, in the proportions in which those who came in time did: a choice between two things does not depend on a
 * third (Luce's axiom, on which the multinomial logit rests). So the count of the dish is a bounded beta-binomial, and
 * what it has above c is taken from the others in proportion to what they served. Dishes that nobody counted share
 * what is left with "none" in proportion to their shares.
 */
export function expectedCounts(offer: Offer, n: number, p: Float64Array, rho: number, out: Expected): number {
  const { rows } = offer;
  let [bounds, known, unknown, none] = [0, 0, 0, offer.guests === null ? 0 : 1];
  rows.forEach(({ taken, soldOut }, i) => {
    none -= offer.guests === null ? 0 : (p[i] as number);
    if (Number.isNaN(taken)) unknown += p[i] as number;
    else if (soldOut) bounds += taken;
    else known += taken;
  });
  const others = n - bounds;
  const { extra, left } = bounded(offer, n, p, rho, others, out);
  const kept = others > 0 ? (others - extra) / others : 0;
  rows.forEach(({ taken, soldOut }, i) => {
    if (soldOut) return;
    const own = Number.isNaN(taken)
      ? ((others - known) * (p[i] as number)) / Math.max(1e-12, unknown + none)
      : taken;
    out.mean[i] = own * kept;
    out.variance[i] = 0;
  });
  return left;
}

/** Fills in the dishes that ran out; `extra` is what they would have had beyond their bounds. */
function bounded(
  { rows }: Offer,
  n: number,
  p: Float64Array,
  rho: number,
  others: number,
  out: Expected,
): { readonly extra: number; readonly left: number } {
  let extra = 0;
  let left = 1;
  rows.forEach(({ taken, soldOut }, i) => {
    if (!soldOut) return;
    const share = p[i] as number;
    const { mean, variance } = boundedMoments(n, share, rho, taken, taken + others);
    const complete = n * share * (1 - share) * (1 + (n - 1) * rho);
    out.mean[i] = mean;
    out.variance[i] = variance;
    extra += mean - taken;
    left = Math.min(left, Math.max(leastLeft, 1 - variance / Math.max(1e-9, complete)));
  });
  if (extra <= others) return { extra, left };
  rows.forEach(({ taken, soldOut }, i) => {
    if (soldOut) out.mean[i] = taken + (((out.mean[i] as number) - taken) * others) / extra;
  });
  return { extra: others, left };
}
