import { lookAt, roughSize } from '../../../db/files/reading.ts';
import type { BackupReason, BackupRecord } from '../../api/records.ts';
import { databaseFile } from '../context/data-folder.ts';
import { toApiError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { contentsOf, isEmpty } from './contents.ts';

/** An import of more bytes than this is backed up before, so that it can be taken back whatever happened since. */
const largeImport = 256 * 1024;

export function backUpData(context: Context, reason: BackupReason): Promise<BackupRecord> {
  const { backups, db, now, progress, cancelled } = context;
  return backups.make(db, reason, now, { onProgress: (done) => progress('copy', done), cancelled });
}

/** The database and what is not yet written into it; 0 for a file that is not there. */
function statOf(dataFolder: string): { readonly bytes: number; readonly changed: number } {
  const file = databaseFile(dataFolder);
  const found = [file, `${file}-wal`].flatMap((path) => lookAt(path) ?? []);
  return {
    bytes: found.reduce((sum, { size }) => sum + size, 0),
    // An empty log was written to by nobody.
    changed: Math.max(0, ...found.filter(({ size }) => size > 0).map(({ mtimeMs }) => mtimeMs)),
  };
}

export const dataBytes = (dataFolder: string): number => statOf(dataFolder).bytes;

/** The day's backup, unless there is one or nothing changed since the last. */
export async function backUpDaily(context: Context): Promise<BackupRecord | null> {
  const { backups, db, dataFolder, today } = context;
  const [latest] = backups.list();
  const last = backups.lastMade();
  const isThere = latest?.at.slice(0, 10) === today;
  const changed = last === null || statOf(dataFolder).changed > last;
  if (isThere || !changed || isEmpty(contentsOf(db))) {
    return null;
  }
  return backUpData(context, 'daily');
}

/** The work that follows goes on without it; the user is told. */
async function tried(context: Context, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (toApiError(error, context.language).kind === 'cancelled') throw error;
    context.warn(error);
  }
}

export function keepBeforeImport(context: Context): Promise<void> {
  const bytes = context.files.reduce((sum, { path }) => sum + roughSize(path), 0);
  return tried(context, async () => {
    if (bytes > largeImport && !isEmpty(contentsOf(context.db))) {
      await backUpData(context, 'import');
    } else {
      await backUpDaily(context);
    }
  });
}

export const keepBeforeUndo = (context: Context): Promise<void> =>
  tried(context, () => backUpData(context, 'undo'));
