import type {
  CountInFileAnswer,
  JudgeCounts,
  Mapping,
  NameInFileAnswer,
} from '../../forecasting/domain/records.ts';
import type { ReadonlyDatabase } from '../open.ts';
import type { ImportKind } from './problem.ts';
import type { DefaultPortionOf, PortionUnitOf, ScopeOf } from './scope-of.ts';
import type { Answers } from './table-question.ts';

export interface ImportOptions {
  /** What the user says the files are; without it they are recognised. */
  readonly kind?: ImportKind | undefined;
  /** How a person says that files are to be read, by their names. */
  readonly readings?: Readonly<Record<string, Mapping>> | undefined;
  /** What a person answers about whole tables: for all files, and by their names. */
  readonly answers?: AnswersOfFiles | undefined;
  /** Keep what was said about each file for the next one with the same titles. */
  readonly remember?: boolean | undefined;
  /** The real run, taken back at the end. */
  readonly dryRun?: boolean | undefined;
  /** What the names of dishes and foods in a table of portions stand for. */
  readonly scopeOf?: ScopeOf | undefined;
  readonly portionUnitOf?: PortionUnitOf | undefined;
  readonly defaultPortionOf?: DefaultPortionOf | undefined;
  /** Finds the counts that can hardly be, to be asked about; absent: none is. */
  readonly judgeCounts?: JudgeCounts | undefined;
  /** Looks at the data as they are after the import, before it is kept (or, of a dry run, taken back). */
  readonly lookAt?: ((db: ReadonlyDatabase) => void) | undefined;
  /** Share of the bytes read, 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Asked often; when it answers true the import ends with `ImportCancelled` and leaves no trace. */
  readonly cancelled?: (() => boolean) | undefined;
  /** Asked just before anything is kept; when it answers false the import ends as above. */
  readonly mayKeep?: (() => boolean) | undefined;
  /** `YYYY-MM-DDTHH:MM`, as the computer's clock shows it. */
  readonly now: string;
}

export interface AnswersOfFiles {
  readonly all?: Answers | undefined;
  readonly files?: Readonly<Record<string, Answers>> | undefined;
  readonly names?: readonly NameInFileAnswer[] | undefined;
  readonly counts?: readonly CountInFileAnswer[] | undefined;
}
