import { z } from 'zod';
import type { IsoDate, SiteKind } from '../../forecasting/domain/records.ts';
import { fileKinds } from './file-kinds.ts';
import type { FileColumn, FileKind, FileMapping, Mapping, TableAnswers, TableQuestion } from './mapping.ts';
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

export type ProblemSeverity = 'refused' | 'asked' | 'warning';

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

export interface ImportCounts {
  /** Data rows; header and blank lines are not counted. The five others add up to it. */
  readonly read: number;
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly asked: number;
}

/** What a file says of one site. */
export interface SiteSummary {
  readonly site: string;
  /** Days with a count above zero, and those whose count is empty or zero. */
  readonly days: number;
  readonly emptyDays: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  /** Meals of a day with a count above zero; `null`: there is none. */
  readonly mean: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

/** All sites of a file together, those that are not listed too. */
export interface SiteTotals {
  readonly sites: number;
  readonly days: number;
  readonly emptyDays: number;
}

/** A count of a file that can hardly be, before the import is confirmed. */
export interface UnlikelyInFile {
  /** As the file writes it. */
  readonly name: string;
  readonly date: IsoDate;
  readonly served: number;
  /** What was usual around the day, 8 days in 10. */
  readonly low: number;
  readonly usual: number;
  readonly high: number;
  readonly sheet: string | null;
  readonly line: number;
}

/** A name of the files that is no site's, before the import is confirmed. */
export interface NameInFiles extends Omit<PendingName, 'id' | 'proposal'> {
  readonly proposal: { readonly site: string; readonly siteKind: SiteKind } | null;
}

export interface ImportFileReport extends ImportCounts {
  readonly file: string;
  /** The workbook of which it is a sheet; `null`: it is none. */
  readonly workbook: string | null;
  /** The sheets of a workbook that are read as one table; empty: the file is no workbook. */
  readonly sheets: readonly string[];
  /** `null`: not recognised; `problems` says why. */
  readonly kind: FileKind | null;
  readonly encoding: string | null;
  readonly separator: string | null;
  /** First and last date read, where the kind has dates. */
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  readonly columns: readonly FileColumn[];
  /** What is open about the table as a whole: to be shown before anything else. */
  readonly questions: readonly TableQuestion[];
  /** Of attendance, at most 500 sites, those with the most days first. */
  readonly sites: readonly SiteSummary[];
  readonly siteTotals: SiteTotals;
  /** Days with meals of all sites in each month, `YYYY-MM`, from the first to the last that has some. */
  readonly months: readonly { readonly month: string; readonly days: number }[];
  /** Of `imported`: rows of days on which nobody ate, by a word in place of the count, or by a zero or an empty cell. */
  readonly newWithoutMeals: { readonly marked: number; readonly empty: number };
  /** Counts that wait for an answer, at most 200. */
  readonly unlikely: readonly UnlikelyInFile[];
  /** `null`: the file is no table. */
  readonly reading: FileMapping | null;
  /** The remembered answer that was used. */
  readonly profile: number | null;
  /** The first rows as read, header first, for the preview. At most 6 rows. */
  readonly head: readonly (readonly string[])[];
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

export interface UndoReport {
  readonly batch: number;
  /** Rows taken back (removed or put back as they were). */
  readonly restored: number;
  /** Rows that a later import changed again: they keep the later value. */
  readonly kept: number;
  /** Sites that the import brought, and that stay for what people typed about them. */
  readonly keptSites: readonly SiteKeptOnUndo[];
  /** Sites that are gone while what was decided about their orders is kept: it comes back with their name. */
  readonly keptOrders: readonly string[];
}

/** What a person typed about a site. */
export type ManualDataKind = 'counts' | 'closures' | 'menus' | 'guests' | 'rule' | 'days' | 'names';

export interface SiteKeptOnUndo {
  readonly site: string;
  readonly siteKind: SiteKind;
  readonly typed: readonly ManualDataKind[];
}

/** Which site a name is, before its rows are read; `site` of `null`: a new one of this name. */
export interface NameInFileAnswer {
  readonly kind: PendingNameKind;
  readonly name: string;
  readonly siteKind: SiteKind | null;
  readonly site: { readonly name: string; readonly siteKind: SiteKind } | null;
}

/** A count that can hardly be stands as it is (`corrected` of `null`), or should be another number. */
export interface CountInFileAnswer {
  readonly name: string;
  readonly date: IsoDate;
  /** What the file says: another number is asked about again. */
  readonly served: number;
  readonly corrected: number | null;
}

export type PendingNameKind = 'site' | 'school';

/** A name met in a file that no site answers to. Its rows are kept aside until it is answered. */
export interface PendingName {
  readonly id: number;
  readonly kind: PendingNameKind;
  readonly name: string;
  readonly siteKind: SiteKind | null;
  readonly rows: number;
  readonly firstDay: IsoDate | null;
  readonly lastDay: IsoDate | null;
  /** The site that looks most like it, with a likeness of 0 to 1; never merged without an answer. */
  readonly proposal: { readonly siteId: number; readonly site: string; readonly likeness: number } | null;
  /** Only menus wait for it: it may be a sector or a restaurant, whose menu several sites follow. */
  readonly menusOnly: boolean;
  /** Ids of the sites of that sector, as far as it is known. */
  readonly likelyFollowers: readonly number[];
  /** The meals usually served: under this name (`site` is `null`), then at the sites most like it. May be empty. */
  readonly ranges: readonly UsualMeals[];
}

/** What became of a count that can hardly be: still asked about, left out for good, or taken as it is. */
export type CountAnswer = 'asked' | 'aside' | 'taken';

/** A count of a file that can hardly be: it does not count until it is taken. */
export interface UnlikelyCount {
  /** Of the name in the file. */
  readonly nameId: number;
  readonly name: string;
  /** `null`: the name itself waits for an answer. */
  readonly site: string | null;
  readonly date: IsoDate;
  readonly served: number;
  /** What was usual around the day, 8 days in 10. */
  readonly low: number;
  readonly usual: number;
  readonly high: number;
}

/** Nine days in ten are at least `low`, nine in ten at most `high`. */
export interface UsualMeals {
  readonly site: string | null;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export type PendingNameAnswer =
  | { readonly type: 'site'; readonly siteId: number }
  /** Several sites follow the menu of that name. */
  | { readonly type: 'followers'; readonly siteIds: readonly number[] }
  | { readonly type: 'new-site' }
  | { readonly type: 'unanswered' };

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
