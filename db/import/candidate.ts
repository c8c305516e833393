import type { Mapping } from '../../forecasting/domain/records.ts';
import type { FileReportBuilder } from './file-report.ts';
import type { Table } from './table.ts';
import type { Answers } from './table-question.ts';

/** A file that is read: its table, or (`null`) what speaks against it, noted in its report. */
export interface Candidate {
  readonly report: FileReportBuilder;
  readonly table: Table | null;
  readonly sha256: string;
  /** What a person says about this very file. */
  readonly said?: Mapping | undefined;
  readonly answers?: Answers | undefined;
}
