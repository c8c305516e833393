import { z } from 'zod';
import type { BackupMethods } from './backup-records.ts';

/** `bonne-mesure_2026-11-25_18-03_01_daily.sqlite`: sorted by name they are sorted by time. */
export const backupName =
  /^bonne-mesure_(\d{4}-\d\d-\d\d)_(\d\d)-(\d\d)_(\d\d)_(daily|manual|migration|restore|import|undo)\.sqlite$/;

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
