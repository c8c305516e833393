/**
 * What a cell of a workbook holds, as its text in the sheet's file shows it:
 * - `number`: digits with a point (of three decimals a fourth is written, for "1.204" may be a thousand in a text);
 * - `date`: `YYYY-MM-DD`, with ` HH:MM:SS` where it has a time of day;
 * - `text`: as it stands, its line breaks as U+000B;
 * - `boolean`: `true` or `false`;
 * - `error`: as `#REF!`;
 * - `uncomputed`: a formula whose result was never stored: `=` and the formula.
 */
export type CellType = 'number' | 'date' | 'text' | 'boolean' | 'error' | 'uncomputed';

/** Cells shown as one. Rows are counted from 1, as lines are; columns from 0. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** What is known of a sheet beside its cells. */
export interface SheetFacts {
  readonly name: string;
  /** It is not shown, and was not read. */
  readonly hidden: boolean;
  /** A text or date of such a range stands in each of its cells; a number only in the first, lest it be summed twice. */
  readonly merged: readonly MergedRange[];
  /** Filled rows that are not shown: they are blank in the file. */
  readonly hiddenRows: number;
  /** Letters of filled columns that are not shown: they are blank in the file. */
  readonly hiddenColumns: readonly string[];
}

/**
 * A sheet as a file: UTF-8, a line for each row from the first on, cells separated by tabs. Line n is row n, and cell
 * n column n, of the sheet.
 */
export interface ExtractedSheet extends SheetFacts {
  readonly path: string;
}

/** What readers of workbooks need of their caller. */
export interface SheetFiles {
  /** The path of a file that does not exist yet. */
  newFile(): string;
  /** Throws when the person has cancelled; asked for every piece that is read. */
  stopIfCancelled(): void;
}

/** The index of a column from its letters; -1 when they are none. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) {
    index = index * 26 + letter.charCodeAt(0) - 64;
  }
  return index - 1;
}
