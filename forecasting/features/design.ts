import type { SparseRows } from '../numerics/normal-equations.ts';
import { grown } from '../numerics/room.ts';
import type { Inputs } from './inputs.ts';
import type { Schema } from './schema.ts';

/** More entries than a row has. */
const mostEntries = 2048;
/** By how much arrays grow whose end is not known. */
const growth = 1.6;

/** Rows of the design in growing typed arrays. */
export class Design implements SparseRows {
  // Small to begin with: most designs are of one day, or of a town's first weeks.
  start = new Int32Array(64);
  column = new Uint16Array(2 * mostEntries);
  value = new Float32Array(2 * mostEntries);
  rows = 0;
  private filled = 0;
  private expected = 0;
  private readonly schema: Schema;

  constructor(schema: Schema) {
    this.schema = schema;
  }

  /** How many rows there will be in the end, about: so that the arrays are grown a few times, not twenty. */
  expect(rows: number): void {
    this.expected = rows;
  }

  push(x: Inputs): void {
    if (this.rows + 2 > this.start.length) {
      const rows = Math.max(this.start.length * growth, this.expected + 2);
      this.start = grown(Int32Array, this.start, rows);
    }
    if (this.filled + mostEntries > this.column.length) {
      const expected = (this.filled / Math.max(1, this.rows)) * this.expected + mostEntries;
      const entries = Math.max(this.column.length * growth, expected);
      this.column = grown(Uint16Array, this.column, entries);
      this.value = grown(Float32Array, this.value, entries);
    }
    let at = this.filled;
    let offset = 0;
    const { column, value } = this;
    const put = (c: number, v: number) => {
      if (v === 0) return;
      column[at] = offset + c;
      value[at] = v;
      at++;
    };
    for (const g of this.schema.groups) {
      offset = g.offset;
      g.write(x, put);
    }
    this.filled = at;
    this.rows++;
    this.start[this.rows] = at;
  }

  /** Σ coefficient × value of one row. */
  apply(row: number, coefficients: Float64Array): number {
    let sum = 0;
    const end = this.start[row + 1];
    for (let i = this.start[row]; i < end; i++) {
      sum += coefficients[this.column[i]] * this.value[i];
    }
    return sum;
  }

  clear(): void {
    this.rows = 0;
    this.filled = 0;
  }

  /** Gives the memory back at once, and the rows with it. */
  release(): void {
    this.clear();
    this.start = grown(Int32Array, this.start, 1);
    this.column = grown(Uint16Array, this.column, 0);
    this.value = grown(Float32Array, this.value, 0);
  }
}
