import { drawCount, normals, type SharedNormals, stream } from '../numerics/streams.ts';
import { shares } from './choice-shares.ts';
import { gammaAt } from './counts.ts';

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
  readonly shared: SharedNormals;
}

/** Strata between the draws of one stream that serve two dishes. */
const shift = 377;

/**
 * Shares of each dish on each imagined day: those that the utilities give, spread by a Dirichlet distribution with
 * concentration 1 ÷ rho − 1, drawn as gamma variables over their sum. What is not among them is the share of "none".
 */
export function shareDraws(utilities: readonly Float64Array[], day: DayShape): readonly Float64Array[] {
  const count = utilities.length;
  // What all sites have in common is also that more, or fewer, take none of the same dishes.
  const spread = [...day.names, `none|${day.names.join()}`].map((name) => dayNormals(name, day));
  const boosts = stream(`boost|${day.site}`);
  const out = utilities.map(() => new Float64Array(drawCount));
  const u = new Float64Array(count);
  const p = new Float64Array(count + 1);
  const concentration = 1 / day.rho - 1;
  const gammas = new Float64Array(count + 1);
  for (let i = 0; i < drawCount; i++) {
    for (let j = 0; j < count; j++) u[j] = utilities[j][i];
    shares(u, count, day.withNone, p);
    p[count] = day.withNone ? noneOf(p, count) : 0;
    let total = 0;
    for (let j = 0; j <= count; j++) {
      const shape = p[j] * concentration;
      // Two shares of one day are seldom both under 1 ÷ concentration: one stream, shifted, serves all.
      const boost = ((boosts[i] + j * shift) % drawCount) + 0.5;
      gammas[j] = shape > 0 ? gammaAt(shape, spread[j][i], boost / drawCount) : 0;
      total += gammas[j];
    }
    for (let j = 0; j < count; j++) out[j][i] = gammas[j] / total;
  }
  return out;
}

function noneOf(p: Float64Array, count: number): number {
  let none = 1;
  for (let j = 0; j < count; j++) none -= p[j];
  return Math.max(0, none);
}

/** How a dish turns out on a day: in part the same at every site. */
function dayNormals(name: string, { site, together, shared }: DayShape): Float64Array {
  const draws = normals(`day|${site}|${name}`);
  if (together === 0) return draws;
  const common = shared.of(`day|${name}`);
  const [a, b] = [sqrt(together), sqrt(1 - together)];
  for (let i = 0; i < drawCount; i++) draws[i] = a * common[i] + b * draws[i];
  return draws;
}
