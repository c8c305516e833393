import { z } from 'zod';
import type { FileKind } from '../../forecasting/domain/records.ts';
import { fileKinds } from './file-kinds.ts';
import type { ImportReport } from './imports.ts';
import type { Nothing } from './schema-parts.ts';
import { idSchema, nothing } from './schema-parts.ts';
import type { Sheet } from './sheets.ts';

/** Records that can be exported, and imported again. */
export type DataKind = Exclude<FileKind, 'holidays' | 'portions' | 'packs'>;

export interface CheckReport {
  readonly ok: boolean;
  readonly schemaVersion: number;
  /** One line per finding, empty when all is well. */
  readonly findings: readonly string[];
  /** Records of days that cannot be meant and settings that cannot be read: `data.removeImpossible` takes them away. */
  readonly impossibleDays: number;
  /** Counts on record that can hardly be, one line each: questions, and no damage. */
  readonly unlikelyCounts: readonly string[];
  /** Purchase factors of an earlier version that can hardly be, one line each: in force, and to be checked. */
  readonly oddFactors: readonly string[];
}

/** Kinds of records that are written to files which import again unchanged. */
const exported = z.enum(fileKinds).exclude(['holidays', 'portions', 'packs']);

export const dataKinds = exported.options;

export interface DataMethods {
  /**
   * Takes edits back (the last one first) or does them again, all or nothing, by the numbers that their answers gave.
   * Refused where what they changed has been changed since.
   */
  'edits.step': { input: { readonly edits: readonly number[]; readonly way: 'undo' | 'redo' }; output: null };
  'sample.load': { input: Nothing; output: ImportReport };
  /** Removes the sample canteens; refused when the data are not the sample. */
  'sample.clear': { input: Nothing; output: null };
  /**
   * Records of one kind as a table; imported again it changes nothing. `tickets`: of the one file that it is written
   * to; the body is then empty.
   */
  'data.export': {
    input: {
      readonly kind: DataKind;
      readonly format: 'csv' | 'xlsx';
      readonly tickets?: readonly string[] | undefined;
    };
    output: Sheet;
  };
  /** A workbook to fill in with what was served; filled in it imports as it is. */
  'data.model': { input: Nothing; output: Sheet };
  'data.check': { input: Nothing; output: CheckReport };
  /** Takes away what `impossibleDays` of `data.check` counts. */
  'data.removeImpossible': { input: Nothing; output: { readonly removed: number } };
}

/** What the methods take, checked at the border before a use case sees it. */
export const dataSchemas = {
  'edits.step': z.strictObject({ edits: z.array(idSchema).min(1).max(1_000), way: z.enum(['undo', 'redo']) }),
  'sample.load': nothing,
  'sample.clear': nothing,
  'data.export': z.strictObject({
    kind: exported,
    format: z.enum(['csv', 'xlsx']),
    tickets: z.array(z.string().min(1)).length(1).optional(),
  }),
  'data.model': nothing,
  'data.check': nothing,
  'data.removeImpossible': nothing,
};
