import { logRatio } from '../features/inputs.ts';
import { median } from '../numerics/median.ts';
import { firstDay, type TrainingRows } from './training-rows.ts';

/** Log ratio of the meals of a site's first day of a school year to what else is expected of it. */
export type FirstDays = ReadonlyMap<number, number>;

/** Days after which a first day counts half: those of the last years. */
const halfLife = 1400;
/** A log ratio beyond is held: three meals of a hundred are −3.2. */
const held = 3;
/** Size of a residual in the variances: the few sites that all but close must not make up all others' variance. */
const ordinary = 0.5;
/** Degrees of freedom of the effects: most sites are like the town, a few are far from it. */
const freedom = 2;
/** Until the effects stand still. */
const passes = 10;
/** Variances within and between sites before there are two years, and the pairs of years that they count for. */
const usual = { within: 0.01, between: 0.004, pairs: 10 } as const;
/** Sites are never known to be all alike. */
const leastBetween = 1e-4;
/** So many sites do not make a town: what one alone does each year is its own. */
const fewSites = 5;
/** κ is no less: what was so once may have been so that once. */
const leastShrinkage = 0.5;

/**
 * A random effect of each site on the first day of a school year, which repeats itself from year to year (a nursery
 * whose youngest stay at home that day). u is the log ratio of what was served to what was expected, less the town's
 * mean of that day; with weights w of years, and the variances within (σ²) and between (τ²) sites by moments, the effect is
 *
 *     b = Σ w u ÷ (Σ w + κ),   κ = (σ² ÷ τ²) × (ν + 1) ÷ (ν + b² ÷ τ²)
 *
 * which is the posterior mode under effects of a Student distribution (Lange, Little and Taylor, Robust statistical
 * modeling using the t distribution, JASA 84, 1989): a site far from the others is drawn towards them the less.
 */
export function learnFirstDays(
  rows: TrainingRows,
  origin: number,
  fitted: (row: number) => number,
): FirstDays {
  const sites = residualsBySite(rows, origin, fitted);
  const { within, between } = variances([...sites.values()]);
  return new Map([...sites].map(([site, own]) => [site, effectOf(own, within / between, between)]));
}

interface Residual {
  readonly value: number;
  readonly weight: number;
}

function residualsBySite(rows: TrainingRows, origin: number, fitted: (row: number) => number) {
  const byDay = new Map<number, { site: number; value: number }[]>();
  for (let r = 0; r < rows.length; r++) {
    if (rows.edge[r] !== firstDay) continue;
    const value = Math.max(-held, Math.min(held, logRatio(rows.served[r], fitted(r))));
    const list = byDay.get(rows.day[r]) ?? [];
    list.push({ site: rows.site[r], value });
    byDay.set(rows.day[r], list);
  }
  const sites = new Map<number, Residual[]>();
  for (const [day, list] of byDay) {
    const town = (median(list.map(({ value }) => value)) * list.length) / (list.length + fewSites);
    const weight = 0.5 ** ((origin - day) / halfLife);
    for (const { site, value } of list) {
      sites.set(site, [...(sites.get(site) ?? []), { value: value - town, weight }]);
    }
  }
  return sites;
}

/** Of pairs of years of one site: half the mean square of the difference is σ², the mean product τ². */
function variances(sites: readonly (readonly Residual[])[]): { within: number; between: number } {
  let [pairs, products, differences] = [0, 0, 0];
  const of = ({ value }: Residual) => Math.max(-ordinary, Math.min(ordinary, value));
  for (const own of sites) {
    for (let i = 1; i < own.length; i++) {
      const [a, b] = [of(own[i - 1]), of(own[i])];
      pairs++;
      products += a * b;
      differences += (a - b) ** 2 / 2;
    }
  }
  const count = pairs + usual.pairs;
  return {
    within: (differences + usual.pairs * usual.within) / count,
    between: Math.max(leastBetween, (products + usual.pairs * usual.between) / count),
  };
}

function effectOf(own: readonly Residual[], ratio: number, between: number): number {
  let [sum, weight] = [0, 0];
  for (const one of own) {
    sum += one.weight * one.value;
    weight += one.weight;
  }
  let effect = sum / (weight + ratio);
  for (let pass = 0; pass < passes; pass++) {
    const shrinkage = (ratio * (freedom + 1)) / (freedom + effect ** 2 / between);
    effect = sum / (weight + Math.max(leastShrinkage, shrinkage));
  }
  return effect;
}
