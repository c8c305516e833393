import { gammaAt } from './counts.ts';
import { shares } from './fit.ts';
import { drawCount, normals, stream } from './streams.ts';

const { sqrt } = Math;

/** What one imagined day is made of besides the utilities of the dishes. */
export interface DayShape {
  /** One name for each dish, the same at every site of the date. */
  readonly names: readonly string[];
  /** Name of the site. */
  readonly site: string;
  /** Guests may also take none of them. */
  readonly withNone: boolean;
  /** Overdispersion of one day's counts, 0 < rho < 1. */
  readonly rho: number;
  /** Correlation of a dish's day between sites. */
  readonly together: number;
}

/**
 * Shares of each dish on each imagined day: those that the utilities give, spread by a Dirichlet distribution with
 * concentration 1 ÷ rho − 1, drawn as gamma variables over their sum. What is not among them is the share of "none".
 */
export function shareDraws(utilities: readonly Float64Array[], day: DayShape): readonly Float64Array[] {
  const count = utilities.length;
  const spread = [...day.names.map((name) => dayNormals(name, day)), normals(`none|${day.site}`)];
  const boosts = [...day.names, 'none'].map((name) => stream(`boost|${day.site}|${name}`));
  const out = utilities.map(() => new Float64Array(drawCount));
  const u = new Float64Array(count);
  const p = new Float64Array(count + 1);
  const concentration = 1 / day.rho - 1;
  const gammas = new Float64Array(count + 1);
  for (let i = 0; i < drawCount; i++) {
    for (let j = 0; j < count; j++) u[j] = (utilities[j] as Float64Array)[i] as number;
    shares(u, count, day.withNone, p);
    p[count] = day.withNone ? noneOf(p, count) : 0;
    let total = 0;
    for (let j = 0; j <= count; j++) {
      const boost = ((boosts[j] as Uint16Array)[i] as number) + 0.5;
      const shape = (p[j] as number) * concentration;
      gammas[j] = shape > 0 ? gammaAt(shape, (spread[j] as Float64Array)[i] as number, boost / drawCount) : 0;
      total += gammas[j] as number;
    }
    for (let j = 0; j < count; j++) (out[j] as Float64Array)[i] = (gammas[j] as number) / total;
  }
  return out;
}

function noneOf(p: Float64Array, count: number): number {
  let none = 1;
  for (let j = 0; j < count; j++) none -= p[j] as number;
  return Math.max(0, none);
}

/** How a dish turns out on a day: in part the same at every site. */
function dayNormals(name: string, { site, together }: DayShape): Float64Array {
  const shared = normals(`day|${name}`);
  const own = normals(`day|${site}|${name}`);
  const [a, b] = [sqrt(together), sqrt(1 - together)];
  return shared.map((z, i) => a * z + b * (own[i] as number));
}
