import type { IsoDate } from '../../forecasting/domain/records.ts';

/** What has to be answered before a table is read, or may be answered to read it better. */
export type QuestionId =
  | 'site'
  | 'site-column'
  | 'count-column'
  | 'lines'
  | 'twins'
  | 'adults'
  | 'year'
  | 'marks'
  /** Enrolment or servings came first: are their schools the canteens? */
  | 'new-sites';

export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

/** A day without service, as a word in place of its counts says. */
export interface MarkedDate {
  readonly date: IsoDate;
  readonly mark: 'strike' | 'holiday' | 'closure' | 'outing';
}

export interface TableQuestion {
  readonly id: QuestionId;
  /** What the sentence needs: names of columns, of a table's marks. */
  readonly names: readonly string[];
  /** The likeliest answer; `null`: none is likelier. */
  readonly proposal: string | null;
  /** The answers that there are; empty: any text. */
  readonly choices: readonly string[];
  /** Nothing of the table is read before it is answered. */
  readonly blocking: boolean;
  /** Of `marks`: the days in their order; a day may have several marks. */
  readonly days?: readonly MarkedDate[];
}

/** Why a column was taken for what it is. */
export type ColumnReason =
  | 'title'
  | 'holds-dates'
  | 'holds-names'
  | 'known-names'
  | 'holds-counts'
  | 'only-counts'
  | 'part-of-count'
  | 'adults-apart'
  | 'is-sum'
  | 'other-service'
  | 'same-always'
  | 'answered'
  | 'said';
