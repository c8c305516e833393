import type { MarkedDay, TableQuestionId } from '../../forecasting/domain/import-records.ts';

export type {
  ColumnReason,
  MarkedDay as MarkedDate,
  TableAnswers as Answers,
  TableQuestionId as QuestionId,
} from '../../forecasting/domain/import-records.ts';

export interface TableQuestion {
  readonly id: TableQuestionId;
  /** What the sentence needs: names of columns, of a table's marks. */
  readonly names: readonly string[];
  /** The likeliest answer; `null`: none is likelier. */
  readonly proposal: string | null;
  /** The answers that there are; empty: any text. */
  readonly choices: readonly string[];
  /** Nothing of the table is read before it is answered. */
  readonly blocking: boolean;
  /** Of `marks`: the days in their order; a day may have several marks. */
  readonly days?: readonly MarkedDay[];
}
