import type { IsoDate } from '../../forecasting/domain/records.ts';
import type { TableField } from './field.ts';
import type { FileFacts } from './file-facts.ts';
import type { ImportKind, ImportProblem, ImportProblemGroup } from './problem.ts';
import type { ColumnReason, TableQuestion } from './table-question.ts';
import type { DecimalMark, TextEncoding, WrittenDateOrder } from './written.ts';

/** Data rows; the five others add up to `read`. Header, blank lines and totals are not counted. */
export interface RowCounts {
  readonly read: number;
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly asked: number;
}

/** One column of a file, and what it was taken for. */
export interface ReadColumn {
  readonly name: string;
  /** The first cells that are not empty, at most three. */
  readonly samples: readonly string[];
  readonly field: TableField | null;
  /** Cells that gave a value; 0 when the file was not read. */
  readonly read: number;
  /** Filled cells of a column that is not used; 0 when the file was not read. */
  readonly filled: number;
  /** Why it was taken for that, or left out; `null`: nothing speaks for anything. */
  readonly because: ColumnReason | null;
}

/** How a file was read, or would be. */
export interface TableReading {
  readonly encoding: TextEncoding;
  readonly separator: string;
  /** `null`: no date is written so that its order could be in doubt. */
  readonly dateOrder: WrittenDateOrder | null;
  /** `null`: no count has a fraction. */
  readonly decimal: DecimalMark | null;
  /** Line of the column titles, from 1; 0: there are none. */
  readonly headerLine: number;
  /** What a column of this kind may become, needed fields first; empty as long as the kind is unknown. */
  readonly fields: readonly TableField[];
  /** Nothing was guessed: every needed column was found, and no date is in doubt. */
  readonly sure: boolean;
}

export interface ImportFileOutcome extends RowCounts, FileFacts {
  readonly columns: readonly ReadColumn[];
  /** What is open about the whole table; it comes before all findings. */
  readonly questions: readonly TableQuestion[];
  /** `null`: the file is no table. */
  readonly reading: TableReading | null;
  /** The remembered answer that was used. */
  readonly profile: number | null;
  readonly file: string;
  /** The workbook of which it is a sheet; `null`: it is none. */
  readonly workbook: string | null;
  /** `null`: not recognised; `problems` says why. */
  readonly kind: ImportKind | null;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  /** The first rows as read, header first; at most 6. */
  readonly head: readonly (readonly string[])[];
  /** At most 5,000 refused or asked rows, but of every group the first two. */
  readonly problems: readonly ImportProblem[];
  readonly groups: readonly ImportProblemGroup[];
}

export interface ImportOutcome {
  /** `null`: nothing was written (dry run, or nothing new). */
  readonly batch: number | null;
  readonly dryRun: boolean;
  readonly files: readonly ImportFileOutcome[];
}
