import type { FileFindings } from '../../forecasting/domain/records.ts';
import type { ImportProblem, ImportProblemGroup } from './problem.ts';
import type { TableQuestion } from './table-question.ts';

export interface ImportFileOutcome extends FileFindings {
  /** What is open about the whole table; it comes before all findings. */
  readonly questions: readonly TableQuestion[];
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
