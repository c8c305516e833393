/** What one town knows of one effect. */
export interface TownEstimate {
  readonly value: number;
  /** Of its records alone, 1 ÷ variance; 0: they say nothing. */
  readonly precision: number;
  /** Variance that its fit took for granted; infinite where it was drawn towards nothing. */
  readonly assumed: number;
}

export interface Combined {
  readonly mean: number;
  /** Of the mean. */
  readonly variance: number;
}

/**
 * Variance between towns of effects of one kind, each estimated in several towns: the general method of moments
 * (DerSimonian and Kacker, Contemporary Clinical Trials 28, 2007), which with inverse variances for weights is that of
 * DerSimonian and Laird (Controlled Clinical Trials 7, 1986), summed over the effects:
 *
 *     Q = Σ a (y − ȳ)²,  E Q = Σ a s² − Σ a² s² ÷ Σ a + τ² (Σ a r² − Σ a² r² ÷ Σ a)
 *
 * with a the precision. An estimate was drawn towards a prior of variance v: r = a v ÷ (1 + a v) of it is data, and
 * s² = r² ÷ a is what chance alone makes it vary by. `null` where no effect has two towns.
 */
export function varianceBetween(effects: readonly (readonly TownEstimate[])[]): number | null {
  let [excess, scale] = [0, 0];
  for (const all of effects) {
    const known = all.filter(({ precision }) => precision > 0);
    if (known.length < 2) continue;
    const sum = (of: (estimate: TownEstimate) => number) =>
      known.reduce((total, estimate) => total + of(estimate), 0);
    const total = sum(({ precision }) => precision);
    const mean = sum(({ precision, value }) => precision * value) / total;
    const left = ({ precision }: TownEstimate) => precision * (1 - precision / total);
    excess += sum(({ precision, value }) => precision * (value - mean) ** 2);
    excess -= sum((one) => (left(one) * dataShare(one) ** 2) / one.precision);
    scale += sum((one) => left(one) * dataShare(one) ** 2);
  }
  return scale > 0 ? Math.max(0, excess / scale) : null;
}

/** Share of an estimate that comes from data, not from what it was drawn towards. */
const dataShare = ({ precision, assumed }: TownEstimate) =>
  Number.isFinite(assumed) ? (precision * assumed) / (1 + precision * assumed) : 1;

/** Mean weighted by 1 ÷ (own variance + `between`); `null` where no town knows. */
export function combine(estimates: readonly TownEstimate[], between: number): Combined | null {
  let [total, sum] = [0, 0];
  for (const { value, precision } of estimates) {
    if (precision <= 0) continue;
    const weight = 1 / (1 / precision + between);
    total += weight;
    sum += weight * value;
  }
  return total > 0 ? { mean: sum / total, variance: 1 / total } : null;
}

/**
 * Few towns that agree do not prove that all do: what is assumed of one town alone counts for one comparison of towns
 * more, of which there are `towns` − 1.
 */
export const cautious = (found: number, assumed: number, towns: number): number =>
  (assumed + (towns - 1) * found) / towns;
