import type { IsoDate } from '../../api/records.ts';

/** A text is never a formula; a number keeps its decimals; a date is a calendar date. */
export type TableCell = string | number | null;

export interface TableColumn {
  readonly title: string;
  /** `date`: cells are ISO dates. `figure`: the number the row is about, large on paper. `money`: always in cents. */
  readonly type: 'text' | 'number' | 'figure' | 'money' | 'date';
  /** Most digits after the decimal mark; whole numbers without. */
  readonly decimals?: number;
  /** A weight or volume: on paper to 0.1 from ten on and to 0.01 below, as nobody weighs closer. */
  readonly weighed?: true;
  /** On paper only in sections where a row has something else than 0 in it. */
  readonly ifAny?: true;
  /** A difference: on paper with its sign. */
  readonly signed?: true;
  /** Width in characters of a spreadsheet, and in proportion on paper. */
  readonly width: number;
  /** Where it is left out: said in the section's head already, or of use to a machine only. */
  readonly paper?: false;
  /** On paper this column goes in small under the one before it. */
  readonly under?: true;
}

export interface TableSection {
  /** Of the spreadsheet's tab and of the section on paper. */
  readonly name: string;
  /** Under the name on paper: "à commander avant mardi 15 décembre, 9 h". */
  readonly details: readonly string[];
  /** Where its rows are about something else than the document's: it is a table of its own. */
  readonly columns?: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** On paper in their place: what is read there, and no program. */
  readonly paperRows?: readonly (readonly TableCell[])[];
  /** What is wrong or missing, said on paper and in the spreadsheet's last sheet. */
  readonly notes: readonly string[];
}

/** A list as a file: one CSV of all sections, one sheet of a workbook per section, one page of paper per section. */
export interface TableDocument {
  readonly title: string;
  /** The days: "du lundi 14 au vendredi 18 décembre 2026". */
  readonly period: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** `YYYY-MM-DDTHH:MM`. */
  readonly madeAt: string;
  readonly columns: readonly TableColumn[];
  readonly sections: readonly TableSection[];
  /** When there is no section: why. */
  readonly empty: string;
}
