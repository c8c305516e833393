import { boundedMoments } from './censored.ts';
import type { Offer } from './offers.ts';

/** Portions that would have been taken of each dish of an offer, had there been enough of all. */
export interface Expected {
  /** One for each dish. */
  readonly mean: Float64Array;
  /** Expected squared error of each count among the guests who had the choice, that of chance alone, and those guests. */
  readonly squared: Float64Array;
  readonly chance: Float64Array;
  readonly among: Float64Array;
  /** By how much the shares of those guests vary more than those of all: the ratio of the two overdispersions. */
  readonly inflation: Float64Array;
}

/**
 * Overdispersion among the guests who are left when dishes with the rest of the shares are gone: what remains of a
 * Dirichlet-multinomial is one again, of the same concentration times the `share` that is left (Johnson, Kotz and
 * Balakrishnan, Discrete Multivariate Distributions, 1997, ch. 35).
 */
function rhoAmong(rho: number, share: number): number {
  return rho / (rho + (1 - rho) * share);
}

/**
 * Least share of the information of a complete count that a bound is believed to leave; with less, Newton's steps
 * overshoot where nearly every count is a bound.
 */
const leastLeft = 0.2;

/**
 * The expectation step for one offer to `n` guests with shares `p`. Answers the share of the information of a
 * complete count that the bounds leave (Louis, JRSS B 44, 1982), 1 where there are none.
 *
 * Of a dish that ran out at c portions, c or more were wanted. Those who came too late chose among the other dishes
 * and none, in the proportions in which those who came in time did: a choice between two things does not depend on a
 * third (Luce's axiom, on which the multinomial logit rests). So the count of the dish is a bounded beta-binomial, and
 * what it has above c is taken from the others in proportion to what they had. Of several dishes that ran out, the
 * second is a choice among the guests whom the first did not serve, and so on; which was first nobody wrote down, so
 * each takes its turn. Dishes that nobody counted share what is left with "none" in proportion to their shares.
 */
export function expectedCounts(offer: Offer, n: number, p: Float64Array, rho: number, out: Expected): number {
  const { rows, diners } = offer;
  let [taken, unknown, none, bounds] = [0, 0, diners === null ? 0 : 1, 0];
  rows.forEach((row, i) => {
    const share = p[i];
    none -= diners === null ? 0 : share;
    if (Number.isNaN(row.taken)) unknown += share;
    else taken += row.taken;
    if (row.soldOut) bounds++;
    out.mean[i] = row.taken;
  });
  if (unknown > 0) {
    const perShare = (n - taken) / Math.max(1e-12, unknown + none);
    rows.forEach((row, i) => {
      if (Number.isNaN(row.taken)) out.mean[i] = p[i] * perShare;
    });
  }
  if (bounds > 0) return lift(offer, n, p, rho, out);
  compare(offer, n, 1, p, rho, out);
  return 1;
}

/** Errors of the dishes that did not run out, among `guests` who chose between the share `share` of all. */
function compare(
  { rows }: Offer,
  diners: number,
  share: number,
  p: Float64Array,
  rho: number,
  out: Expected,
): void {
  const inflation = rhoAmong(rho, share) / rho;
  rows.forEach(({ taken, soldOut }, i) => {
    if (soldOut) return;
    const own = Math.min(1, p[i] / share);
    out.squared[i] = (taken - diners * own) ** 2;
    out.chance[i] = diners * own * (1 - own);
    out.among[i] = diners;
    out.inflation[i] = inflation;
  });
}

/** Lifts the counts of the dishes that ran out to what was wanted: the mean over which of them ran out first. */
function lift(offer: Offer, n: number, p: Float64Array, rho: number, out: Expected): number {
  const order = offer.rows.flatMap(({ soldOut }, i) => (soldOut ? [i] : []));
  const counted = Float64Array.from(out.mean);
  out.mean.fill(0);
  let left = 1;
  for (let turn = 0; turn < order.length; turn++) {
    left = Math.min(left, liftInOrder(offer, n, p, rho, order, counted, out));
    order.push(order.shift() as number);
  }
  return left;
}

function liftInOrder(
  offer: Offer,
  n: number,
  p: Float64Array,
  rho: number,
  order: readonly number[],
  counted: Float64Array,
  out: Expected,
): number {
  const part = 1 / order.length;
  // Guests and shares that are not with the dishes so far, and what became of them in portions.
  let [diners, share, kept, left] = [n, 1, 1, 1];
  for (const i of order) {
    const taken = counted[i];
    const own = Math.min(1 - 1e-9, p[i] / share);
    const among = rhoAmong(rho, share);
    const { mean, variance } = boundedMoments(diners, own, among, Math.min(taken, diners), diners);
    const chance = diners * own * (1 - own);
    const complete = chance * (1 + (diners - 1) * among);
    left = Math.min(left, Math.max(leastLeft, 1 - variance / Math.max(1e-9, complete)));
    add(out.mean, i, part * mean * kept);
    out.squared[i] = (mean - diners * own) ** 2 + variance;
    // Of the spread the last order stands for all.
    out.chance[i] = chance;
    out.among[i] = diners;
    out.inflation[i] = among / rho;
    const rest = diners - taken;
    kept *= rest > 0 ? (diners - mean) / rest : 0;
    diners = rest;
    share = Math.max(1e-9, share - p[i]);
  }
  compare(offer, diners, share, p, rho, out);
  offer.rows.forEach(({ soldOut }, i) => {
    if (!soldOut) add(out.mean, i, part * counted[i] * kept);
  });
  return left;
}

const add = (to: Float64Array, at: number, value: number) => {
  to[at] = to[at] + value;
};
