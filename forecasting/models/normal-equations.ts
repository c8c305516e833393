/**
 * Weighted ridge regression by normal equations on sparse rows: rows may be added and old ones faded, so a
 * weekly refit costs only the new rows and one Cholesky factorisation.
 */
export class NormalEquations {
  readonly size: number;
  /** Lower triangle of XᵀWX, row by row. */
  readonly gram: Float64Array;
  readonly moment: Float64Array;

  constructor(size: number) {
    this.size = size;
    this.gram = new Float64Array(size * size);
    this.moment = new Float64Array(size);
  }

  /** Adds rows `from` to `to` (excluded) with their weights; the columns of each row must ascend. */
  add(rows: SparseRows, target: Float64Array, weight: Float64Array, from: number, to: number): void {
    const { size, gram, moment } = this;
    const { start, column, value } = rows;
    for (let r = from; r < to; r++) {
      const w = weight[r] as number;
      if (w === 0) continue;
      const wy = w * (target[r] as number);
      const end = start[r + 1] as number;
      const begin = start[r] as number;
      for (let i = begin; i < end; i++) {
        const c = column[i] as number;
        const wx = w * (value[i] as number);
        moment[c] = (moment[c] as number) + wy * (value[i] as number);
        const at = c * size;
        for (let j = begin; j <= i; j++) {
          const k = at + (column[j] as number);
          gram[k] = (gram[k] as number) + wx * (value[j] as number);
        }
      }
    }
  }

  /** Multiplies everything gathered so far: the past counts less than what is added next. */
  fade(factor: number): void {
    const { gram, moment } = this;
    for (let i = 0; i < gram.length; i++) gram[i] = (gram[i] as number) * factor;
    for (let i = 0; i < moment.length; i++) moment[i] = (moment[i] as number) * factor;
  }

  clear(): void {
    this.gram.fill(0);
    this.moment.fill(0);
  }

  /**
   * Coefficients that minimise the weighted squares plus `penalty` times the squared distance from `prior`
   * (zero unless given) per column. Columns that no row has used keep their prior and cost nothing.
   * `factor` must be that of the same penalties.
   */
  solve(
    penalty: Float64Array,
    prior: Float64Array = new Float64Array(this.size),
    { used, lower }: Factor = this.factor(penalty),
  ): Float64Array {
    const moment = Float64Array.from(
      used,
      (c) => (this.moment[c] as number) + (penalty[c] as number) * (prior[c] as number),
    );
    const x = substitute(lower, used.length, moment);
    const coefficients = Float64Array.from(prior);
    for (let i = 0; i < used.length; i++) coefficients[used[i] as number] = x[i] as number;
    return coefficients;
  }

  /** Cholesky factor of XᵀWX plus the penalties, over the columns that some row has used. */
  factor(penalty: Float64Array): Factor {
    const used = this.usedColumns();
    const n = used.length;
    const lower = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      const c = used[i] as number;
      for (let j = 0; j <= i; j++)
        lower[i * n + j] = this.gram[c * this.size + (used[j] as number)] as number;
      lower[i * n + i] = (lower[i * n + i] as number) + (penalty[c] as number);
    }
    cholesky(lower, n);
    return { used, lower };
  }

  private usedColumns(): Int32Array {
    const used: number[] = [];
    for (let c = 0; c < this.size; c++) if ((this.gram[c * this.size + c] as number) > 0) used.push(c);
    return Int32Array.from(used);
  }
}

export interface Factor {
  /** The columns that the rows and columns of `lower` stand for. */
  readonly used: Int32Array;
  /** Lower triangle, row by row. */
  readonly lower: Float64Array;
}

/** Rows of a design: the entries of row `r` are those from `start[r]` to `start[r + 1]`. */
export interface SparseRows {
  readonly start: Int32Array;
  readonly column: Uint16Array;
  readonly value: Float32Array;
}

/** Factors a symmetric positive definite matrix in place; only the lower triangle is read and written. */
export function cholesky(a: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) {
    const rowJ = j * n;
    for (let i = 0; i < j; i++) {
      const rowI = i * n;
      a[rowJ + i] = ((a[rowJ + i] as number) - dot(a, rowI, rowJ, i)) / (a[rowI + i] as number);
    }
    const d = (a[rowJ + j] as number) - dot(a, rowJ, rowJ, j);
    if (!(d > 0)) throw new RangeError(`Not positive definite at column ${j}`);
    a[rowJ + j] = Math.sqrt(d);
  }
}

/** Four running sums keep the processor's adders busy. */
function dot(a: Float64Array, p: number, q: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < n; k += 4) {
    s0 += (a[p + k] as number) * (a[q + k] as number);
    s1 += (a[p + k + 1] as number) * (a[q + k + 1] as number);
    s2 += (a[p + k + 2] as number) * (a[q + k + 2] as number);
    s3 += (a[p + k + 3] as number) * (a[q + k + 3] as number);
  }
  for (; k < n; k++) s0 += (a[p + k] as number) * (a[q + k] as number);
  return s0 + s1 + s2 + s3;
}

function substitute(l: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    let s = x[i] as number;
    for (let k = 0; k < i; k++) s -= (l[i * n + k] as number) * (x[k] as number);
    x[i] = s / (l[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    const v = (x[i] as number) / (l[i * n + i] as number);
    x[i] = v;
    for (let k = 0; k < i; k++) x[k] = (x[k] as number) - (l[i * n + k] as number) * v;
  }
  return x;
}

/** Diagonal of the inverse of the matrix with this factor. */
export function inverseDiagonal({ used, lower }: Factor): Float64Array {
  const n = used.length;
  const diagonal = new Float64Array(n);
  const column = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    // Column j of the inverse of the factor: zero above j.
    for (let i = j; i < n; i++) {
      let s = i === j ? 1 : 0;
      for (let k = j; k < i; k++) s -= (lower[i * n + k] as number) * (column[k] as number);
      column[i] = s / (lower[i * n + i] as number);
      diagonal[j] = (diagonal[j] as number) + (column[i] as number) ** 2;
    }
  }
  return diagonal;
}
