import { z } from 'zod';
import type { IsoDate } from '../../forecasting/domain/records.ts';

/** Why a backup was made. */
export type BackupReason = 'daily' | 'manual' | 'migration' | 'restore' | 'import' | 'undo';

export interface BackupRecord {
  /** The file's name in the folder of backups. */
  readonly name: string;
  /** Calendar date and wall-clock time, `YYYY-MM-DDTHH:MM`, as the computer showed it. */
  readonly at: string;
  readonly reason: BackupReason;
  readonly bytes: number;
}

export interface KeptBackups {
  readonly dataFolder: string;
  readonly folder: string;
  /** Of the data, without backups. */
  readonly dataBytes: number;
  /** The latest first. */
  readonly backups: readonly BackupRecord[];
}

/** What some data hold, as far as one tells them apart by it. */
export interface DataContents {
  readonly sites: number;
  /** Site-days with a served count. */
  readonly siteDays: number;
  readonly menuDays: number;
  readonly imports: number;
  readonly lastDay: IsoDate | null;
}

/** A backup of the list, or one file that was picked. */
export type BackupSource = { readonly backup: string } | { readonly tickets: readonly string[] };

export interface RestorePreview {
  readonly name: string;
  /** What the file holds. */
  readonly file: DataContents;
  /** What it would replace; `null`: nothing that can be read. */
  readonly now: DataContents | null;
}

export interface Restored extends RestorePreview {
  /** The backup of what was there: restoring it takes this one back. `null`: there was nothing to keep. */
  readonly before: BackupRecord | null;
}

export interface BackupMethods {
  'backups.list': { input: Record<string, never>; output: KeptBackups };
  'backups.make': { input: Record<string, never>; output: BackupRecord };
  /** The day's backup, if something changed since the last one and none was made today. */
  'backups.daily': { input: Record<string, never>; output: BackupRecord | null };
  /** Writes a copy where the host let the user choose. */
  'backups.save': { input: { readonly tickets: readonly string[] }; output: { readonly bytes: number } };
  /** Looks at a backup and changes nothing. */
  'backups.inspect': { input: BackupSource; output: RestorePreview };
  'backups.restore': { input: BackupSource; output: Restored };
}

/** `bonne-mesure_2026-11-25_18-03_01_daily.sqlite`: sorted by name, numbers as numbers, they are sorted by time. */
export const backupName =
  /^bonne-mesure_(\d{4}-\d\d-\d\d)_(\d\d)-(\d\d)_(\d{2,4})_(daily|manual|migration|restore|import|undo)\.sqlite$/;

const nothing = z.strictObject({});

const oneFile = z.strictObject({ tickets: z.array(z.string().min(1)).length(1) });

const source = z.union([z.strictObject({ backup: z.string().regex(backupName) }), oneFile]);

export const backupSchemas = {
  'backups.list': nothing,
  'backups.make': nothing,
  'backups.daily': nothing,
  'backups.save': oneFile,
  'backups.inspect': source,
  'backups.restore': source,
} satisfies { readonly [M in keyof BackupMethods]: z.ZodType<BackupMethods[M]['input']> };
