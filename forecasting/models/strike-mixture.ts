import {
  type ErrorDistribution,
  errorAt,
  massAt,
  probabilities,
  type StandardisedQuantiles,
  weightedQuantiles,
} from '../numerics/distribution.ts';
import type { Strike, StrikeDay } from './strike-days.ts';

/**
 * What a strike does to one site: most sites serve as on any other day, and in some the teachers of a class, or of
 * all, are away. So a strike day is either an ordinary day or one of few meals: a mixture of the two.
 */
export interface StrikeMixture {
  /** Quantiles, at `probabilities`, of the share of the usual meals that a struck site still serves. */
  readonly shares: StandardisedQuantiles;
}

/**
 * Before any strike is on record: every sixth site, from nearly shut to a class away. These numbers, and those below,
 * were chosen on the strikes of Nantes up to August 2014; what they are worth is measured on those after.
 */
const prior = { chance: 0.17, shares: [0.02, 0.03, 0.06, 0.32, 0.42, 0.49, 0.57, 0.63, 0.7, 0.77] } as const;
/** Strikes of a whole town that the prior counts for. */
const priorStrikes = 4;
/** Sites of the prior among those of one strike, whose own share of struck sites is not known beforehand. */
const priorOfStrike = 10;
/** A struck site serves less than this share of its usual meals. */
const mostShare = 0.95;
const mostChance = 0.8;
const passes = 6;

export const priorMixture: StrikeMixture = {
  shares: weightedQuantiles(Float64Array.from(prior.shares), new Float64Array(prior.shares.length).fill(1)),
};

/** How hard the struck were on the strikes on record, drawn towards the prior. */
export function learnMixture(strikes: readonly Strike[]): StrikeMixture {
  const shares: number[] = [...prior.shares];
  const masses = shares.map(() => (priorStrikes * prior.chance) / shares.length);
  for (const { rows, weight } of strikes) {
    const chance = struckShare(rows);
    for (const row of rows) {
      shares.push(Math.min(mostShare, row.served / Math.max(1, row.expected)));
      masses.push((weight * struckChance(row, chance)) / rows.length);
    }
  }
  return { shares: weightedQuantiles(Float64Array.from(shares), Float64Array.from(masses)) };
}

/** Share of the sites that one strike struck (EM; Dempster, Laird and Rubin, JRSS B 39, 1977). */
function struckShare(rows: readonly StrikeDay[]): number {
  let chance: number = prior.chance;
  for (let pass = 0; pass < passes; pass++) {
    let sum = priorOfStrike * prior.chance;
    for (const row of rows) sum += struckChance(row, chance);
    chance = sum / (priorOfStrike + rows.length);
  }
  return chance;
}

/** Probability that a site was struck, by what it served: evenly spread if so, else normal about the expected. */
function struckChance({ served, expected, ordinary }: StrikeDay, chance: number): number {
  if (served >= mostShare * expected) return 0;
  const sd = Math.max(1, ordinary);
  const struck = chance / (mostShare * expected);
  const usual =
    ((1 - chance) * Math.exp(-(((served - expected) / sd) ** 2) / 2)) / (sd * Math.sqrt(2 * Math.PI));
  return struck / (struck + usual);
}

/**
 * Probability that a site is struck on a strike day whose meals are to those of a usual day as exp(`ratio`): with it
 * the mean of the mixture is that which strikes had.
 */
export function chanceOf({ shares }: StrikeMixture, ratio: number): number {
  const left = shares.reduce((sum, share, i) => sum + massAt(i) * share, 0);
  return Math.max(0, Math.min(mostChance, (1 - Math.exp(ratio)) / Math.max(1 - mostShare, 1 - left)));
}

const least = 1e-6;
const most = 1 - least;
/** Halvings of the range of probabilities: finer than any quantile is asked for. */
const halvings = 30;

/**
 * Quantiles of the mixture. `usual`: those of the day without a strike, `expected` its meals.
 *
 * With t the probability of a count on an ordinary day, that of the mixture is (1 − chance) t + chance F(count), which
 * rises with t: it is searched by bisection. A count that no ordinary day is below lies among the struck ones alone.
 */
export function mixedQuantile(
  usual: ErrorDistribution['quantile'],
  expected: number,
  { shares }: StrikeMixture,
  chance: number,
): ErrorDistribution['quantile'] {
  const struckBelow = (count: number) => shareProbability(shares, count / Math.max(1, expected));
  return (p) => {
    const alone = chance * struckBelow(usual(least));
    if (p <= alone) return expected * errorAt(shares, Math.min(most, p / chance));
    let [low, high]: [number, number] = [least, most];
    for (let i = 0; i < halvings; i++) {
      const t = (low + high) / 2;
      if ((1 - chance) * t + chance * struckBelow(usual(t)) < p) low = t;
      else high = t;
    }
    return usual(high);
  };
}

/** Probability of a share up to `x`: the inverse of the kept quantiles. */
function shareProbability(shares: StandardisedQuantiles, x: number): number {
  const right = shares.findIndex((share) => share > x);
  if (right < 0) return 1;
  if (right === 0) return 0;
  const [from, to] = [shares[right - 1], shares[right]];
  const [left, next] = [probabilities[right - 1], probabilities[right]];
  return left + ((x - from) / (to - from)) * (next - left);
}
