import { cholesky, factorShared, sharedCells } from './cholesky.ts';
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
    this.gram.buffer.transfer(0);
  }

  /**
   * Coefficients that minimise the weighted squares plus `penalty` times the squared distance from `prior`
   * (zero unless given) per column. Columns that no row has used keep their prior and cost nothing.
   * `factor` must be that of the same penalties.
   */
  solve(
    penalty: Float64Array,
    prior: Float64Array = new Float64Array(this.size),
    { used, lower }: CholeskyFactor = this.factorForNow(penalty),
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
    const lower = new Float64Array(used.length ** 2);
    this.copyUsed(lower, used, penalty);
    cholesky(lower, used.length);
    return { used, lower };
  }

  /** The same for once: it is good until another matrix is factored. */
  private factorForNow(penalty: Float64Array): CholeskyFactor {
    const used = this.usedColumns();
    this.copyUsed(sharedCells(used.length ** 2), used, penalty);
    return { used, lower: factorShared(used.length) };
  }

  private copyUsed(lower: Float64Array, used: Int32Array, penalty: Float64Array): void {
    const n = used.length;
    for (let i = 0; i < n; i++) {
      const c = used[i];
      for (let j = 0; j <= i; j++) lower[i * n + j] = this.gram[c * this.size + used[j]];
      lower[i * n + i] = lower[i * n + i] + penalty[c];
    }
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
