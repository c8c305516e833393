import type { FittedStrike } from '../domain/fitted.ts';
import {
  deviationOf,
  type ErrorDistribution,
  errorAt,
  quantilesWithPrior,
  type StandardisedQuantiles,
} from '../numerics/distribution.ts';
import { ratioOf, type Strike, type StrikeDay, strikesOf } from './strike-days.ts';
import { chanceOf, learnMixture, mixedQuantile, priorMixture, type StrikeMixture } from './strike-mixture.ts';

/** What a strike does to a day: fewer meals, and nobody knows how many fewer. */
export interface StrikeEffect {
  /** Log ratio of the meals served to those of an ordinary day, in the whole town. */
  readonly town: number;
  /** How far single sites lie from the town. */
  readonly sites: ReadonlyMap<number, number>;
  /** What becomes of single sites; spread and shape are of sums of sites. */
  readonly mixture: StrikeMixture;
  /** Standard deviation that a strike adds, as a share of the meals. */
  readonly spread: number;
  /** Quantiles of a strike day's error over its standard deviation: far below is likelier than far above. */
  readonly shape: StandardisedQuantiles;
}

/**
 * Before any strike is on record: −4.7 %, as strikes in the public schools of Nantes did up to August 2014, wild ones
 * counting less. No strike brings more children: the shape is a gamma distribution of shape ½ turned round, most days
 * little below the usual and a few far below.
 */
const prior = { ratio: Math.log(1 - 0.047), spread: 0.1 } as const;
const priorShape: StandardisedQuantiles = Float64Array.from([
  -4.864, -3.984, -2.845, -2.009, -1.206, -0.758, -0.454, -0.229, -0.052, 0.089, 0.206, 0.304, 0.385, 0.454,
  0.513, 0.562, 0.602, 0.635, 0.662, 0.682, 0.696, 0.704, 0.706, 0.706, 0.706,
]);
/**
 * Log-scale standard deviations: of one strike from the next, of one site from the others on the same strike, of the
 * mean of a town and the mean of a site from what they are drawn from. As in Nantes, strikes differ a great deal, and a
 * school that lost many children in one loses few in the next. With these the prior counts as one strike of a whole
 * town, or as five of a single site.
 */
const sd = { strike: 0.1, siteDay: 0.2, town: 0.1, site: 0.03 } as const;
/** A strike that differs by more from the usual one counts less, as wild days do in the regression. */
const smallError = 0.05;
const passes = 8;
/** Strikes that the prior of spread and shape stands for. */
const priorDays = 4;
const leastSpread = 0.05;

export const priorStrike: StrikeEffect = {
  town: prior.ratio,
  sites: new Map(),
  mixture: priorMixture,
  spread: prior.spread,
  shape: priorShape,
};

/** The effect that some numbers stand for. */
export const strikeEffect = ({ town, sites, mixture, spread, shape }: FittedStrike): StrikeEffect => ({
  town,
  sites: new Map(sites),
  mixture: { shares: Float64Array.from(mixture.shares) },
  spread,
  shape: Float64Array.from(shape),
});

export const fittedStrike = ({ town, sites, mixture, spread, shape }: StrikeEffect): FittedStrike => ({
  town,
  sites: [...sites],
  mixture: { shares: [...mixture.shares] },
  spread,
  shape: [...shape],
});

/** Log ratio of the meals of a strike day to those of an ordinary day, at one site. */
export const strikeRatio = ({ town, sites }: Pick<StrikeEffect, 'town' | 'sites'>, site: number): number =>
  town + (sites.get(site) ?? 0);

/** The effect of a strike from those on record, shrunk towards the prior: town first, then each site. */
export function learnStrikes(rows: readonly StrikeDay[], origin: number): StrikeEffect {
  if (rows.length === 0) return priorStrike;
  const strikes = strikesOf(rows, origin);
  const town = townRatio(strikes);
  const sites = siteRatios(strikes, town);
  const effect = { town, sites };
  const errors = strikes.map((strike) => ({ ...strike, errors: strike.rows.map((r) => errorOf(r, effect)) }));
  const spread = spreadOf(errors);
  return { ...effect, mixture: learnMixture(strikes), spread, shape: shapeFrom(errors, spread) };
}

/** Variance of the mean of a strike's sites around the mean of the town. */
const variance = ({ rows }: Strike) => sd.strike ** 2 + sd.siteDay ** 2 / rows.length;

function townRatio(strikes: readonly Strike[]): number {
  let town: number = prior.ratio;
  for (let pass = 0; pass < passes; pass++) {
    let weight = 1 / sd.town ** 2;
    let sum = weight * prior.ratio;
    for (const strike of strikes) {
      const w = (strike.weight / variance(strike)) * Math.min(1, smallError / Math.abs(strike.ratio - town));
      weight += w;
      sum += w * strike.ratio;
    }
    town = sum / weight;
  }
  return town;
}

/** How far each site lies from the town, beside what each strike did to all of them. */
function siteRatios(strikes: readonly Strike[], town: number): ReadonlyMap<number, number> {
  const sums = new Map<number, { weight: number; sum: number }>();
  for (const strike of strikes) {
    const shared = ((strike.ratio - town) * sd.strike ** 2) / variance(strike);
    for (const row of strike.rows) {
      const { site } = row;
      const own = sums.get(site) ?? { weight: (sd.siteDay / sd.site) ** 2, sum: 0 };
      own.weight += strike.weight;
      own.sum += strike.weight * (ratioOf(row) - town - shared);
      sums.set(site, own);
    }
  }
  return new Map([...sums].map(([site, { weight, sum }]) => [site, sum / weight]));
}

interface StrikeError {
  /** Meals served less those forecast. */
  readonly error: number;
  readonly mean: number;
  readonly ordinary: number;
}

interface StrikeErrors extends Strike {
  readonly errors: readonly StrikeError[];
}

function errorOf(day: StrikeDay, effect: Pick<StrikeEffect, 'town' | 'sites'>): StrikeError {
  const { site, expected, ordinary } = day;
  const mean = expected * Math.exp(strikeRatio(effect, site));
  return { error: expected * Math.exp(ratioOf(day)) - mean, mean, ordinary };
}

/** What is left of the errors once those of an ordinary day are taken off. */
function spreadOf(strikes: readonly StrikeErrors[]): number {
  let weight = priorDays;
  let sum = priorDays * prior.spread ** 2;
  for (const strike of strikes) {
    weight += strike.weight;
    for (const { error, mean, ordinary } of strike.errors) {
      sum += (strike.weight * (error ** 2 - ordinary ** 2)) / Math.max(1, mean) ** 2 / strike.errors.length;
    }
  }
  return Math.sqrt(Math.max(leastSpread ** 2, sum / weight));
}

/** The shape of the prior and of the errors on record, a strike of the record counting as one of the prior. */
function shapeFrom(strikes: readonly StrikeErrors[], spread: number): StandardisedQuantiles {
  const z: number[] = [];
  const weights: number[] = [];
  for (const strike of strikes) {
    for (const { error, mean, ordinary } of strike.errors) {
      z.push(error / total(ordinary, mean * spread));
      weights.push(strike.weight / strike.errors.length);
    }
  }
  return quantilesWithPrior(z, weights, { shape: priorShape, weight: priorDays });
}

const total = (ordinary: number, extra: number) => Math.sqrt(ordinary ** 2 + extra ** 2);

/** The distribution of a site's strike day, from that which an ordinary day of the same centre would have. */
export function onStrike(ordinary: ErrorDistribution, effect: StrikeEffect, site: number): ErrorDistribution {
  const { centre } = ordinary;
  const expected = centre * Math.exp(-strikeRatio(effect, site));
  const usual = (p: number) => ordinary.quantile(p) + expected - centre;
  const chance = chanceOf(effect.mixture, strikeRatio(effect, site));
  const quantile = mixedQuantile(usual, expected, effect.mixture, chance);
  return { ...ordinary, strike: centre * effect.spread, quantile };
}

/** Quantiles once a strike has its part in the error; of the two parts the larger gives its shape. */
function widened(
  ordinary: ErrorDistribution,
  strike: number,
  effect: StrikeEffect,
): ErrorDistribution['quantile'] {
  const { centre } = ordinary;
  const usual = Math.max(1e-9, deviationOf(ordinary));
  const width = total(usual, strike);
  const share = (strike / width) ** 2;
  return (p) => {
    const z = share * errorAt(effect.shape, p) + (1 - share) * ((ordinary.quantile(p) - centre) / usual);
    return Math.max(0, centre + width * z);
  };
}

/** Share of what a strike adds at one site that it adds at the others too: that of Nantes' strikes. */
const together = 0.25;

/** The correlation of two sites' errors on a strike day: that of an ordinary day, and that of what a strike adds. */
export function strikeCorrelation(ordinary: number, deviation: number, strike: number): number {
  return (ordinary * deviation ** 2 + together * strike ** 2) / (deviation ** 2 + strike ** 2);
}

/** The sum of one day's sites, of which some are on strike; without a strike it stays as it is. */
export function withStrikes(
  sum: ErrorDistribution,
  strikes: readonly number[],
  effect: StrikeEffect,
): ErrorDistribution {
  const all = strikes.reduce((a, b) => a + b, 0);
  const extra = Math.sqrt(together * all ** 2 + (1 - together) * strikes.reduce((a, b) => a + b * b, 0));
  return extra === 0 ? sum : { ...sum, quantile: widened(sum, extra, effect) };
}
