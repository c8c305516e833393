import type { ImportKind } from './problem.ts';
import type { Columns } from './recognise.ts';
import type { Shape } from './shape.ts';
import type { Answers, ColumnReason, TableQuestion } from './table-question.ts';
import type { Knowledge } from './understand/knowledge.ts';

/** What a table says of itself beside its columns. */
export type LayoutNote =
  | {
      readonly code:
        | 'sites-in-columns'
        | 'dishes-in-columns'
        | 'columns-added'
        | 'adults-left-out'
        | 'sums-left-out'
        | 'dates-in-columns';
      readonly names: readonly string[];
    }
  | { readonly code: 'meals-left-out'; readonly lunch: string; readonly others: readonly string[] }
  | { readonly code: 'site-of-file'; readonly name: string }
  | { readonly code: 'filled-down'; readonly names: readonly string[] };

/** Where a table begins in a file, and what its columns hold. */
export interface Layout {
  readonly kind: ImportKind;
  readonly separator: string;
  readonly headerLine: number;
  readonly header: readonly string[];
  readonly columns: Columns;
  /** How lines become rows, where a line is not simply a row. */
  readonly shape?: Shape | undefined;
  readonly reasons?: ReadonlyMap<number, ColumnReason> | undefined;
  readonly questions?: readonly TableQuestion[] | undefined;
  readonly notes?: readonly LayoutNote[] | undefined;
  /** What the same lines say of another kind: strikes, menus. */
  readonly also?: readonly Layout[] | undefined;
}

export interface Unrecognised {
  readonly kind: null;
  readonly separator: string | null;
  /** The first of the widest lines, as that of the titles mostly is. */
  readonly headerLine: number;
  readonly header: readonly string[];
}

/** Where a table stands, and what is known beside it. */
export interface Place {
  readonly file: string;
  readonly sheet: string | null;
  /** The site that a sheet is of, among others with the same titles; `null`: it is of none in particular. */
  readonly siteOfSheet: string | null;
  /** The name that it shares with the others, beside their periods. */
  readonly likelySite?: string | null;
  readonly answers: Answers;
  readonly knowledge: Knowledge;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}
