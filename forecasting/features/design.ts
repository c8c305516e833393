import type { SparseRows } from '../numerics/normal-equations.ts';
import type { Inputs } from './inputs.ts';
import type { Schema } from './schema.ts';

/** More entries than a row has. */
const mostEntries = 2048;

/** Rows of the design in growing typed arrays. */
export class Design implements SparseRows {
  // Small to begin with: most designs are of one day, or of a town's first weeks.
  start = new Int32Array(64);
  column = new Uint16Array(2 * mostEntries);
  value = new Float32Array(2 * mostEntries);
  rows = 0;
  private filled = 0;
  private readonly schema: Schema;

  constructor(schema: Schema) {
    this.schema = schema;
  }

  push(x: Inputs): void {
    if (this.rows + 2 > this.start.length) this.start = grown(this.start, Int32Array);
    if (this.filled + mostEntries > this.column.length) {
      this.column = grown(this.column, Uint16Array);
      this.value = grown(this.value, Float32Array);
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
}

type Typed = Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

function grown<T extends Typed>(old: T, make: new (length: number) => T): T {
  const bigger = new make(Math.ceil(old.length * 1.6));
  bigger.set(old as never);
  return bigger;
}
