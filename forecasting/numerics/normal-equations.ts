import { roomFor } from './room.ts';

const squareOf = (size: number) => new Float64Array(roomFor(8 * size ** 2), 0, size ** 2);

/**
 * Weighted ridge regression by normal equations on sparse rows: rows may be added and old ones faded, so a
 * weekly refit costs only the new rows and one Cholesky factorisation.
 */
export class NormalEquations {
  readonly size: number;
  /** Lower triangle of XᵀWX, row by row. */
  readonly gram: Float64Array<ArrayBuffer>;
  readonly moment: Float64Array;
  /** Where solving factors: a new one for each refit would be most of what a fit allocates. */
  private room: Float64Array<ArrayBuffer> | undefined;

  constructor(size: number) {
    this.size = size;
    this.gram = squareOf(size);
    this.moment = new Float64Array(size);
  }

  /** Adds rows `from` to `to` (excluded) with their weights; the columns of each row must ascend. */
  add(rows: SparseRows, target: Float64Array, weight: Float64Array, from: number, to: number): void {
    const { size, gram, moment } = this;
    const { start, column, value } = rows;
    for (let r = from; r < to; r++) {
      const w = weight[r];
      if (w === 0) continue;
      const wy = w * target[r];
      const end = start[r + 1];
      const begin = start[r];
      for (let i = begin; i < end; i++) {
        const c = column[i];
        const wx = w * value[i];
        moment[c] = moment[c] + wy * value[i];
        const at = c * size;
        for (let j = begin; j <= i; j++) {
          const k = at + column[j];
          gram[k] = gram[k] + wx * value[j];
        }
      }
    }
  }

  /** Multiplies everything gathered so far: the past counts less than what is added next. */
  fade(factor: number): void {
    const { gram, moment, size } = this;
    for (let c = 0; c < size; c++) {
      const diagonal = c * size + c;
      // A column that no row has used is zero all along.
      if (gram[diagonal] === 0) continue;
      for (let k = c * size; k <= diagonal; k++) gram[k] = gram[k] * factor;
    }
    for (let i = 0; i < moment.length; i++) moment[i] = moment[i] * factor;
  }

  clear(): void {
    this.gram.fill(0);
    this.moment.fill(0);
  }

  /** Gives the memory back at once; nothing can be added or solved any more. */
  release(): void {
    for (const matrix of [this.gram, this.room]) matrix?.buffer.transfer(0);
  }

  /**
   * Coefficients that minimise the weighted squares plus `penalty` times the squared distance from `prior`
   * (zero unless given) per column. Columns that no row has used keep their prior and cost nothing.
   * `factor` must be that of the same penalties.
   */
  solve(
    penalty: Float64Array,
    prior: Float64Array = new Float64Array(this.size),
    { used, lower }: CholeskyFactor = this.factorInRoom(penalty),
  ): Float64Array {
    const moment = Float64Array.from(used, (c) => this.moment[c] + penalty[c] * prior[c]);
    const x = substitute(lower, used.length, moment);
    const coefficients = Float64Array.from(prior);
    for (let i = 0; i < used.length; i++) coefficients[used[i]] = x[i];
    return coefficients;
  }

  /** Cholesky factor of XᵀWX plus the penalties, over the columns that some row has used. */
  factor(penalty: Float64Array): CholeskyFactor {
    const used = this.usedColumns();
    return this.factorInto(new Float64Array(used.length ** 2), used, penalty);
  }

  private factorInRoom(penalty: Float64Array): CholeskyFactor {
    this.room ??= squareOf(this.size);
    return this.factorInto(this.room, this.usedColumns(), penalty);
  }

  private factorInto(lower: Float64Array, used: Int32Array, penalty: Float64Array): CholeskyFactor {
    const n = used.length;
    for (let i = 0; i < n; i++) {
      const c = used[i];
      for (let j = 0; j <= i; j++) lower[i * n + j] = this.gram[c * this.size + used[j]];
      lower[i * n + i] = lower[i * n + i] + penalty[c];
    }
    cholesky(lower, n);
    return { used, lower };
  }

  private usedColumns(): Int32Array {
    const used: number[] = [];
    for (let c = 0; c < this.size; c++) if (this.gram[c * this.size + c] > 0) used.push(c);
    return Int32Array.from(used);
  }
}

export interface CholeskyFactor {
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

/**
 * Factors a symmetric positive definite matrix in place; only the lower triangle is read and written. Rows and columns
 * are taken two by two where they can be: each number that is read then serves two sums.
 */
export function cholesky(a: Float64Array, n: number): void {
  for (let j = 0; j < n; j += 2) {
    if (j + 1 === n) {
      for (let i = 0; i < j; i++) fillOne(a, n, j, i);
      fillPivot(a, n, j);
      return;
    }
    for (let i = 0; i < j; i += 2) fillFour(a, n, j, i);
    fillPivot(a, n, j);
    fillOne(a, n, j + 1, j);
    fillPivot(a, n, j + 1);
  }
}

function fillPivot(a: Float64Array, n: number, j: number): void {
  const row = j * n;
  const d = a[row + j] - dot(a, row, row, j);
  if (!(d > 0)) throw new RangeError(`Not positive definite at column ${j}`);
  a[row + j] = Math.sqrt(d);
}

function fillOne(a: Float64Array, n: number, j: number, i: number): void {
  const rowJ = j * n;
  const rowI = i * n;
  a[rowJ + i] = (a[rowJ + i] - dot(a, rowI, rowJ, i)) / a[rowI + i];
}

/**
 * Columns `i` and `i + 1` of rows `j` and `j + 1`, both even: four sums, each added up as `dot` does, to the digit.
 * `pr` is the sum over row `i` times row `j`, `qs` over row `i + 1` times row `j + 1`.
 */
function fillFour(a: Float64Array, n: number, j: number, i: number): void {
  const p = i * n;
  const q = p + n;
  const r = j * n;
  const s = r + n;
  let pr0 = 0;
  let pr1 = 0;
  let pr2 = 0;
  let pr3 = 0;
  let ps0 = 0;
  let ps1 = 0;
  let ps2 = 0;
  let ps3 = 0;
  let qr0 = 0;
  let qr1 = 0;
  let qr2 = 0;
  let qr3 = 0;
  let qs0 = 0;
  let qs1 = 0;
  let qs2 = 0;
  let qs3 = 0;
  let k = 0;
  for (; k + 3 < i; k += 4) {
    let x = a[p + k];
    let y = a[q + k];
    let z = a[r + k];
    let w = a[s + k];
    pr0 += x * z;
    ps0 += x * w;
    qr0 += y * z;
    qs0 += y * w;
    x = a[p + k + 1];
    y = a[q + k + 1];
    z = a[r + k + 1];
    w = a[s + k + 1];
    pr1 += x * z;
    ps1 += x * w;
    qr1 += y * z;
    qs1 += y * w;
    x = a[p + k + 2];
    y = a[q + k + 2];
    z = a[r + k + 2];
    w = a[s + k + 2];
    pr2 += x * z;
    ps2 += x * w;
    qr2 += y * z;
    qs2 += y * w;
    x = a[p + k + 3];
    y = a[q + k + 3];
    z = a[r + k + 3];
    w = a[s + k + 3];
    pr3 += x * z;
    ps3 += x * w;
    qr3 += y * z;
    qs3 += y * w;
  }
  for (; k < i; k++) {
    pr0 += a[p + k] * a[r + k];
    ps0 += a[p + k] * a[s + k];
    qr0 += a[q + k] * a[r + k];
    qs0 += a[q + k] * a[s + k];
  }
  a[r + i] = (a[r + i] - (pr0 + pr1 + pr2 + pr3)) / a[p + i];
  a[s + i] = (a[s + i] - (ps0 + ps1 + ps2 + ps3)) / a[p + i];
  qr0 += a[q + i] * a[r + i];
  qs0 += a[q + i] * a[s + i];
  a[r + i + 1] = (a[r + i + 1] - (qr0 + qr1 + qr2 + qr3)) / a[q + i + 1];
  a[s + i + 1] = (a[s + i + 1] - (qs0 + qs1 + qs2 + qs3)) / a[q + i + 1];
}

/** Four running sums keep the processor's adders busy. */
function dot(a: Float64Array, p: number, q: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < n; k += 4) {
    s0 += a[p + k] * a[q + k];
    s1 += a[p + k + 1] * a[q + k + 1];
    s2 += a[p + k + 2] * a[q + k + 2];
    s3 += a[p + k + 3] * a[q + k + 3];
  }
  for (; k < n; k++) s0 += a[p + k] * a[q + k];
  return s0 + s1 + s2 + s3;
}

function substitute(l: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    let s = x[i];
    for (let k = 0; k < i; k++) s -= l[i * n + k] * x[k];
    x[i] = s / l[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    const v = x[i] / l[i * n + i];
    x[i] = v;
    for (let k = 0; k < i; k++) x[k] = x[k] - l[i * n + k] * v;
  }
  return x;
}

/** Diagonal of the inverse of the matrix with this factor. */
export function inverseDiagonal({ used, lower }: CholeskyFactor): Float64Array {
  const n = used.length;
  const diagonal = new Float64Array(n);
  const column = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    // Column j of the inverse of the factor: zero above j.
    for (let i = j; i < n; i++) {
      let s = i === j ? 1 : 0;
      for (let k = j; k < i; k++) s -= lower[i * n + k] * column[k];
      column[i] = s / lower[i * n + i];
      diagonal[j] = diagonal[j] + column[i] ** 2;
    }
  }
  return diagonal;
}
