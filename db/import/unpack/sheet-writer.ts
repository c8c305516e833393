import { writeNew } from '../../files/patience.ts';
import type { CellType, ExtractedSheet, MergedRange, SheetFiles } from '../sheet.ts';
import { fileText } from './cell-text.ts';
import { LineFile } from './line-file.ts';
import { type ShownAs, settleSheet } from './settle-sheet.ts';
import type { WorkbookBudget } from './workbook-budget.ts';

const mergedLimit = 50_000;
/** Rows are as long as the longest one, for a row that ends early has empty cells; but not without end. */
const paddedColumns = 1_000;

/** Writes the cells of a sheet, which come row by row, to its file. */
export class SheetWriter {
  readonly #name: string;
  readonly #files: SheetFiles;
  readonly #budget: WorkbookBudget;
  readonly #lines: LineFile;
  readonly #merged: MergedRange[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  #row = 0;
  #cells: string[] = [];
  #width = 0;
  /** Rows were written before the longest one. */
  #hasShortRows = false;

  constructor(name: string, files: SheetFiles, budget: WorkbookBudget) {
    this.#name = name;
    this.#files = files;
    this.#budget = budget;
    this.#lines = new LineFile(files.newFile());
  }

  /** `row` from 1, `column` from 0. */
  cell(row: number, column: number, type: CellType, text: string): void {
    if (text === '') {
      return;
    }
    this.#budget.checkPlace(row, column);
    if (row > this.#row) {
      this.#endRow();
      this.#budget.spend(row - this.#row, 0);
      while (++this.#row < row) {
        this.#lines.add('');
      }
    }
    for (let blank = this.#cells.length; blank < column; blank++) {
      this.#cells.push('');
    }
    this.#cells[column] = fileText(type, text);
  }

  hideRow(row: number): void {
    this.#hiddenRows.add(row);
  }

  /** From 0, the last one included. */
  hideColumns(first: number, last: number): void {
    this.#budget.checkPlace(1, last);
    for (let column = first; column <= last; column++) {
      this.#hiddenColumns.add(column);
    }
  }

  merge(range: MergedRange): void {
    const { firstRow, lastRow, firstColumn, lastColumn } = range;
    const isOneCell = firstRow === lastRow && firstColumn === lastColumn;
    if (!isOneCell && this.#merged.length < mergedLimit) {
      this.#merged.push(range);
    }
  }

  /** `null`: nothing stands in it. */
  end(): ExtractedSheet | null {
    this.#endRow();
    this.#lines.close();
    if (this.#row === 0) {
      return null;
    }
    const shown: ShownAs = {
      merged: this.#merged,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns,
      width: this.#hasShortRows ? this.#width : 0,
    };
    return {
      name: this.#name,
      hidden: false,
      ...settleSheet(this.#lines.path, shown, this.#files, this.#budget),
    };
  }

  /** A sheet that is not shown: its cells are of no use. */
  hidden(): ExtractedSheet {
    this.#lines.close();
    const path = this.#files.newFile();
    writeNew(path, '');
    return { path, name: this.#name, hidden: true, merged: [], hiddenRows: 0, hiddenColumns: [] };
  }

  #endRow(): void {
    if (this.#row > 0) {
      const { length } = this.#cells;
      const line = this.#cells.join('\t') + '\t'.repeat(Math.max(0, this.#width - length));
      this.#budget.spend(length, line.length);
      const width = Math.max(this.#width, Math.min(length, paddedColumns));
      this.#hasShortRows ||= this.#width > 0 && width > this.#width;
      this.#width = width;
      this.#lines.add(line);
      this.#cells = [];
    }
  }
}
