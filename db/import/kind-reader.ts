import type { CountInFileAnswer, JudgeCounts } from '../../forecasting/domain/records.ts';
import type { ReadonlyDatabase } from '../open.ts';
import type { FileReportBuilder, RowOutcome } from './file-report.ts';
import type { Names } from './names.ts';
import type { Row, refused } from './row.ts';
import type { DefaultPortionOf, PortionUnitOf, ScopeOf } from './scope-of.ts';
import type { DataTable } from './tables.ts';
import type { Writer } from './writer.ts';

/** What a kind may use to put one file's rows into the database. */
export interface ImportTarget {
  readonly db: ReadonlyDatabase;
  readonly batch: number;
  readonly names: Names;
  readonly report: FileReportBuilder;
  writer(table: DataTable): Writer;
  /** What a name of a dish or food stands for; `null`: it holds no word. */
  readonly scopeOf: ScopeOf;
  readonly portionUnitOf: PortionUnitOf;
  readonly defaultPortionOf: DefaultPortionOf;
  /** Words in place of counts ("grève", "férié") become closures. */
  readonly namesMarks: boolean;
  /** Finds the counts that can hardly be. */
  readonly judgeCounts: JudgeCounts;
  /** What a person says of such counts, by `countAnswerKey`. */
  readonly countAnswers: ReadonlyMap<string, CountInFileAnswer>;
}

/** Reads the rows of one file of one kind. */
export interface KindReader {
  row(row: Row): RowOutcome | typeof refused | 'later';
  /** After the last row. Kinds that look at the whole file answer `later` for each row and count here. */
  end?(): void;
}

export type OpenKind = (target: ImportTarget) => KindReader;
