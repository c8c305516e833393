import { z } from 'zod';
import type {
  CountInFileAnswer,
  FileFindings,
  FileKind,
  ImportCounts,
  Mapping,
  NameInFileAnswer,
  PendingName,
  PendingNameAnswer,
  ProblemSeverity,
  SiteKind,
  TableAnswers,
  UndoReport,
} from '../../forecasting/domain/records.ts';
import { fileKinds } from './file-kinds.ts';
import type { TableQuestion } from './mapping.ts';
import { mappingSchema } from './mapping.ts';
import type { Nothing } from './schema-parts.ts';
import { dateSchema, idSchema, nothing, tableAnswers } from './schema-parts.ts';
import { siteKinds } from './sites.ts';

/** A file that a host has made readable: a name to show and a ticket to hand back. */
export interface FileRef {
  readonly ticket: string;
  readonly name: string;
  readonly size: number;
}

export interface Problem {
  /** What is found, by a name that stays: `not-a-date`, `total-left-out`… */
  readonly code: string;
  readonly level: ProblemSeverity;
  /** The sheet, where several of a workbook are read as one table. */
  readonly sheet?: string;
  /** Line in the file, from 1 (the header is line 1); `null` when the whole file is meant. */
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
  /** What is wrong, in the language asked for. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Rows with the same problem: one unknown name, one slip in one column; what is said of a whole file stands alone. */
export interface ProblemGroup {
  /** What is found, by a name that stays: `not-a-date`, `total-left-out`… */
  readonly code: string;
  readonly level: ProblemSeverity;
  readonly column: string | null;
  readonly reason: string;
  readonly remedy: string;
  /** Rows that have it, listed or not; 0 when the whole file is meant. */
  readonly rows: number;
  /** Places in `problems` of those that are listed, at least one. */
  readonly listed: readonly number[];
}

/** A name of the files that is no site's, before the import is confirmed. */
export interface NameInFiles extends Omit<PendingName, 'id' | 'proposal'> {
  readonly proposal: { readonly site: string; readonly siteKind: SiteKind } | null;
}

export interface ImportFileReport extends FileFindings {
  /** What is open about the table as a whole: to be shown before anything else. */
  readonly questions: readonly TableQuestion[];
  /** Rows that were refused or asked, and warnings. At most 5,000 rows, but of every group the first two. */
  readonly problems: readonly Problem[];
  /** The same by what is wrong, refused ones first, then asked ones, the largest first; the counts are complete. */
  readonly groups: readonly ProblemGroup[];
}

export interface ImportReport {
  /** `null` when nothing was written: a dry run, or nothing to write. */
  readonly batch: number | null;
  readonly dryRun: boolean;
  readonly files: readonly ImportFileReport[];
  /** Names that wait for an answer after it, at most 100, those with the most rows first; `waitingNames`: all. */
  readonly names: readonly NameInFiles[];
  readonly waitingNames: number;
  /** The return sheets among the files, by name (absent: none). They are no tables: `returns.merge` takes them. */
  readonly returnSheets?: readonly string[];
}

export interface ImportRecord extends ImportCounts {
  readonly batch: number;
  /** Calendar date and wall-clock time of the import, `YYYY-MM-DDTHH:MM`, as the computer showed it. */
  readonly at: string;
  readonly files: readonly { readonly file: string; readonly kind: FileKind | null }[];
}

const answer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('site'), siteId: idSchema }),
  z.strictObject({ type: z.literal('followers'), siteIds: z.array(idSchema).min(1).max(1_000) }),
  z.strictObject({ type: z.literal('new-site') }),
  z.strictObject({ type: z.literal('unanswered') }),
]);

const siteKind = z.enum(siteKinds);

const nameAnswer = z.strictObject({
  kind: z.enum(['site', 'school']),
  name: z.string().max(1_000),
  siteKind: siteKind.nullable(),
  site: z.strictObject({ name: z.string().min(1).max(200), siteKind }).nullable(),
});

const countAnswer = z.strictObject({
  name: z.string().max(1_000),
  date: dateSchema,
  served: z.int().min(0),
  corrected: z.int().min(0).max(100_000).nullable(),
});

export interface ImportsMethods {
  'imports.run': {
    input: {
      readonly tickets: readonly string[];
      readonly kind?: FileKind;
      readonly dryRun?: boolean;
      /** How files are to be read, by the names that the report gives them. */
      readonly readings?: Readonly<Record<string, Mapping>>;
      /** Answers about whole tables: for all files of the call, and by the names that the report gives them. */
      readonly answers?: {
        readonly all?: TableAnswers;
        readonly files?: Readonly<Record<string, TableAnswers>>;
        readonly names?: readonly NameInFileAnswer[];
        readonly counts?: readonly CountInFileAnswer[];
      };
      /** Keep these readings and answers for files with the same column titles. */
      readonly remember?: boolean;
    };
    output: ImportReport;
  };
  'imports.list': { input: Nothing; output: readonly ImportRecord[] };
  'imports.undo': { input: { readonly batch: number }; output: UndoReport };
  'questions.list': { input: Nothing; output: readonly PendingName[] };
  'questions.answer': {
    input: { readonly id: number; readonly kind: PendingName['kind']; readonly answer: PendingNameAnswer };
    output: readonly PendingName[];
  };
}

/** What the methods take, checked at the border before a use case sees it. */
export const importsSchemas = {
  'imports.run': z.strictObject({
    tickets: z.array(z.string().min(1)).min(1).max(200),
    kind: z.enum(fileKinds).exactOptional(),
    dryRun: z.boolean().exactOptional(),
    readings: z.record(z.string().max(1_000), mappingSchema).exactOptional(),
    answers: z
      .strictObject({
        all: tableAnswers.exactOptional(),
        files: z.record(z.string().max(1_000), tableAnswers).exactOptional(),
        names: z.array(nameAnswer).max(3_000).exactOptional(),
        counts: z.array(countAnswer).max(10_000).exactOptional(),
      })
      .exactOptional(),
    remember: z.boolean().exactOptional(),
  }),
  'imports.list': nothing,
  'imports.undo': z.strictObject({ batch: idSchema }),
  'questions.list': nothing,
  'questions.answer': z.strictObject({ id: idSchema, kind: z.enum(['site', 'school']), answer }),
};
