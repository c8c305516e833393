import type { NormalEquations, SparseRows } from '../numerics/normal-equations.ts';
import type { Expected } from './expected.ts';
import type { Offer } from './offers.ts';

/** Shares of the dishes of an offer from their utilities; `none` has utility 0 where it is one of the choices. */
export function shares(utilities: Float64Array, count: number, withNone: boolean, out: Float64Array): void {
  let highest = withNone ? 0 : Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) highest = Math.max(highest, utilities[i]);
  let total = withNone ? Math.exp(-highest) : 0;
  for (let i = 0; i < count; i++) {
    out[i] = Math.exp(utilities[i] - highest);
    total += out[i];
  }
  for (let i = 0; i < count; i++) out[i] = out[i] / total;
}

/** Room for the dishes of the largest offer. */
export class Scratch {
  readonly utilities: Float64Array;
  readonly p: Float64Array;
  readonly expected: Expected;

  constructor(offers: readonly Offer[]) {
    const most = offers.reduce((size, { rows }) => Math.max(size, rows.length), 1);
    this.utilities = new Float64Array(most);
    this.p = new Float64Array(most);
    this.expected = {
      mean: new Float64Array(most),
      squared: new Float64Array(most),
      chance: new Float64Array(most),
      among: new Float64Array(most),
      inflation: new Float64Array(most),
    };
  }
}

/** The curvature of competing shares is Σ p x xᵀ − x̄ x̄ᵀ; this takes away the second term. */
export class MeanRow {
  private readonly sums: Float64Array;

  constructor(size: number) {
    this.sums = new Float64Array(size);
  }

  subtract(
    equations: NormalEquations,
    { start, column, value }: SparseRows,
    from: number,
    count: number,
    p: Float64Array,
    weight: number,
  ): void {
    const columns = new Set<number>();
    for (let i = 0; i < count; i++) {
      for (let k = start[from + i]; k < start[from + i + 1]; k++) {
        const c = column[k];
        this.sums[c] = this.sums[c] + p[i] * value[k];
        columns.add(c);
      }
    }
    const sorted = Uint16Array.from(columns).sort();
    const row: SparseRows = {
      start: Int32Array.of(0, sorted.length),
      column: sorted,
      value: Float32Array.from(sorted, (c) => this.sums[c]),
    };
    equations.add(row, zero, Float64Array.of(-weight), 0, 1);
    for (const c of sorted) this.sums[c] = 0;
  }
}

const zero = new Float64Array(1);
