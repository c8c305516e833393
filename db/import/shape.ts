import type { ClassField, TableField } from './field.ts';
import type { TablePeriod } from './understand/periods.ts';

/** Whom each line, or the whole sheet, counts: children of a class, or adults. What it does not name are children. */
export interface LineDiners {
  /** The column that names them; `null`: the sheet does. */
  readonly column: number | null;
  /** By the name as it is written; that of a sheet is empty. */
  readonly classOf: ReadonlyMap<string, ClassField>;
}

/** One row that a line of a table gives: what every line has in common, and the columns of each field. */
export interface Slice {
  readonly constants: ReadonlyMap<TableField, string>;
  /**
   * Counts of several columns are added up, dishes are choices; a date of several is written as its day, month and
   * (maybe) year, and one with a constant beside is half said by the line and half by the title.
   */
  readonly cells: ReadonlyMap<TableField, readonly number[]>;
  /** Only of lines in which this column says that they count this. */
  readonly when?: { readonly column: number; readonly measure: 'served' | 'staff' } | undefined;
  readonly diners?: LineDiners | undefined;
}

/** How the lines of a table become rows, where a line is not simply a row. */
export interface Shape {
  readonly slices: readonly Slice[];
  /** Columns in which a value is written once for the lines below it. */
  readonly fillDown: readonly number[];
  /** Lines of one cell name the site of those below; that of the first ones stands above the titles. */
  readonly siteBanners: {
    readonly first: string | null;
    readonly any: boolean;
    /** They stand in the column of the dates, with the sum of their site beside. */
    readonly sums: boolean;
  } | null;
  /** Where the dates are not whole: the period in which they are. */
  readonly period: TablePeriod | null;
  /** Lines of one site and day are added up. */
  readonly addsLines: boolean;
  /** So are those of other sheets. */
  readonly addsSheets?: boolean | undefined;
  /** The columns of days, where blocks of lines begin with a line of dates of their own; else empty. */
  readonly datesAgain: readonly number[];
  /** Names, folded, whose lines add up others. */
  readonly sumNames: ReadonlySet<string>;
  /** Lines of one cell say the day of those below. */
  readonly dayBanners: boolean;
  /** Columns whose cells list dishes, and the sign between these. */
  readonly lists: { readonly columns: readonly number[]; readonly mark: DishMark } | null;
  /** Columns of a list of children, in which signs (X, "Présent") say who eats. */
  readonly ticks: readonly number[];
}

/** The signs that stand between the dishes of one cell. */
export const dishMarks = [',', ';', ' - ', ' + ', ' • '] as const;
export type DishMark = (typeof dishMarks)[number];

/** A line is a row of these columns; what else a table does is added to it. */
export const rowShape = (cells: Slice['cells']): Shape => ({
  slices: [{ constants: new Map(), cells }],
  fillDown: [],
  siteBanners: null,
  period: null,
  addsLines: false,
  datesAgain: [],
  sumNames: new Set(),
  dayBanners: false,
  lists: null,
  ticks: [],
});
