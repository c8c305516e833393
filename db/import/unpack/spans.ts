import type { SheetWriter } from './sheet-writer.ts';

/** Cells that stretch over several rows or columns, in formats that write a row without the places they cover. */
export class Spans {
  readonly #writer: SheetWriter;
  /** By column: the last row that is covered from above. */
  readonly #coveredTo: number[] = [];

  constructor(writer: SheetWriter) {
    this.#writer = writer;
  }

  /** The first column from `column` on that nothing above covers. */
  free(row: number, column: number): number {
    let own = column;
    while ((this.#coveredTo[own] ?? 0) >= row) {
      own++;
    }
    return own;
  }

  /** Notes a cell that has so many rows and columns. */
  add(row: number, column: number, rows: number, columns: number): void {
    if (rows > 1 || columns > 1) {
      const range = {
        firstRow: row,
        lastRow: row + rows - 1,
        firstColumn: column,
        lastColumn: column + columns - 1,
      };
      this.#writer.merge(range);
      for (let covered = column; covered < column + columns && rows > 1; covered++) {
        this.#coveredTo[covered] = row + rows - 1;
      }
    }
  }
}

/** How many rows or columns a cell says it has; never more than a sheet holds. */
export function spanOf(text: string | undefined, most: number): number {
  const span = Number.parseInt(text ?? '1', 10);
  return span > 1 ? Math.min(span, most) : 1;
}
