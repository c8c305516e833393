import type { CholeskyFactor } from '../numerics/normal-equations.ts';
import { drawCount, normals } from '../numerics/streams.ts';
import type { EffectGroup } from './columns.ts';
import type { LocalEffects, TakeUpFit } from './fit.ts';

const { sqrt } = Math;

/** What is known of an effect of one site, on the logit scale. */
export interface LocalEffect {
  readonly value: number;
  readonly sd: number;
  /** Share of its own records in it, 0 (none) to 1: by so much it makes up for errors of the shared effects. */
  readonly trust: number;
}

export function localEffect(
  { value, information, variance }: LocalEffects,
  at: number | undefined,
): LocalEffect {
  if (at === undefined) return { value: 0, sd: sqrt(variance), trust: 0 };
  const known = information[at];
  const precision = known + 1 / variance;
  return { value: value[at], sd: 1 / sqrt(precision), trust: known / precision };
}

/** Effects whose deviations are kept, of 8 kB each. */
const mostKept = 2000;

/**
 * Draws of how far the shared effects may lie from their estimates: normal, with the inverse of the curvature as
 * covariance (Laplace's approximation). The curvature holds the effects of single sites fixed; that a shared effect is
 * also the mean of m sites with effects of their own adds their variance over m.
 */
export class Posterior {
  private readonly fit: TakeUpFit;
  private readonly capacity: number;
  private readonly positions: ReadonlyMap<number, number>;
  private readonly sites: ReadonlyMap<string, number>;
  private readonly kept = new Map<string, Float64Array>();
  private deviations: readonly Float64Array[] | undefined;

  /** `capacity`: effects whose deviations are kept; of others they are made again. */
  constructor(fit: TakeUpFit, capacity = mostKept) {
    this.capacity = capacity;
    const { dishesAtSite, coursesAtSite } = fit.training;
    this.fit = fit;
    this.positions = new Map(Array.from(fit.factor.used, (column, i) => [column, i]));
    this.sites = new Map([
      ...[...dishesAtSite.sites()].map(([key, m]) => [`dish|${key}`, m] as const),
      ...[...coursesAtSite.sites()].map(([key, m]) => [`course|${key}`, m] as const),
    ]);
  }

  /** Adds `weight` times the deviation of one effect to `to`; answers its estimate times `weight`. */
  add(group: EffectGroup, effect: string, weight: number, to: Float64Array): number {
    const column = this.fit.training.effects.find(group, effect);
    addScaled(to, this.deviation(group, effect, column), weight);
    return column === undefined ? 0 : weight * this.fit.coefficients[column];
  }

  private deviation(group: EffectGroup, effect: string, column: number | undefined): Float64Array {
    const name = `${group}|${effect}`;
    const kept = this.kept.get(name);
    if (kept !== undefined) return kept;
    const { factor, variances, dishes, courses } = this.fit;
    const position = column === undefined ? undefined : this.positions.get(column);
    let own: Float64Array;
    if (position === undefined) own = normals(name).map((z) => z * sqrt(variances[group]));
    else {
      this.deviations ??= deviations(factor);
      // A copy: the deviation of a mean of sites is added to it, and it may be asked for again.
      own = Float64Array.from(this.deviations[position]);
      const local = group === 'dish' ? dishes : group === 'course' ? courses : null;
      const sites = this.sites.get(name) ?? 0;
      if (local !== null && sites > 0) addScaled(own, normals(`${name}|mean`), sqrt(local.variance / sites));
    }
    if (this.kept.size < this.capacity) this.kept.set(name, own);
    return own;
  }
}

export function addScaled(to: Float64Array, from: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i] = to[i] + factor * from[i];
}

/** Draws with the covariance (L Lᵀ)⁻¹: the solutions of Lᵀ x = z for standard normal z. */
function deviations({ used, lower }: CholeskyFactor): readonly Float64Array[] {
  const n = used.length;
  const x = Array.from({ length: n }, (_, i) => normals(`effect ${i}`));
  for (let i = n - 1; i >= 0; i--) {
    const own = x[i];
    for (let k = i + 1; k < n; k++) {
      const l = lower[k * n + i];
      if (l !== 0) addScaled(own, x[k], -l);
    }
    const pivot = lower[i * n + i];
    for (let d = 0; d < drawCount; d++) own[d] = own[d] / pivot;
  }
  return x;
}
