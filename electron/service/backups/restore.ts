import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openBackup, replaceContent, replaceFile } from '../../../db/backup.ts';
import { requireNotOpenData } from '../../../db/files/open-data.ts';
import { copyFile } from '../../../db/files/reading.ts';
import { withTemporary } from '../../../db/files/temporary.ts';
import type { Database } from '../../../db/open.ts';
import type { Input } from '../../api/contract.ts';
import type {
  BackupRecord,
  BackupSource,
  DataContents,
  Restored,
  RestorePreview,
} from '../../api/records.ts';
import { databaseFile } from '../context/data-folder.ts';
import { ServiceError, toApiError } from '../context/errors.ts';
import type { TicketFile } from '../context/tickets.ts';
import type { Context } from '../context/use-case.ts';
import { contentsOf, isEmpty } from './contents.ts';
import { restoreFailure } from './failures.ts';
import { backUpData } from './keep.ts';

type Source = Pick<TicketFile, 'path' | 'name'>;

function sourceOf({ backups, files }: Context, source: BackupSource): Source {
  if ('backup' in source) {
    const path = backups.fileOf(source.backup);
    if (!existsSync(path)) {
      throw new ServiceError('not-found', (t) => t.backups.notFound(source.backup));
    }
    return { path, name: source.backup };
  }
  return files[0] as TicketFile;
}

/**
 * Opens a copy of a backup, checked and brought up to date: the file itself is never written to. A database that
 * was copied by hand may have its latest changes in a log beside it.
 */
async function withCopy<T>(source: Source, use: (copy: Database) => Promise<T> | T): Promise<T> {
  return withTemporary('restore', async (folder) => {
    const path = join(folder, 'copy.sqlite');
    requireNotOpenData(source.path);
    copyFile(source.path, path);
    if (existsSync(`${source.path}-wal`)) {
      copyFile(`${source.path}-wal`, `${path}-wal`);
    }
    const copy = opened(path, source.name);
    try {
      return await use(copy);
    } finally {
      copy.close();
    }
  });
}

function opened(path: string, name: string): Database {
  try {
    return openBackup(path);
  } catch (error) {
    throw restoreFailure(error, name);
  }
}

/** The data as they are; `null` when they cannot be opened, or not be read. */
function current(context: Context): { readonly db: Database; readonly contents: DataContents | null } | null {
  try {
    const { db } = context;
    return { db, contents: readable(db) };
  } catch (error) {
    // Damaged, of another program, or gone beside its backups.
    if (toApiError(error, 'en').kind === 'damaged-data') {
      return null;
    }
    throw error;
  }
}

function readable(db: Database): DataContents | null {
  try {
    return contentsOf(db);
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_CORRUPT')) {
      return null;
    }
    throw error;
  }
}

/** Says what a restore would change, and changes nothing. */
export function inspectBackup(context: Context, input: Input<'backups.inspect'>): Promise<RestorePreview> {
  const source = sourceOf(context, input);
  return withCopy(source, (copy) => ({
    name: source.name,
    file: contentsOf(copy),
    now: current(context)?.contents ?? null,
  }));
}

/** Puts a backup in the place of the data, which are backed up first. */
export function restoreBackup(context: Context, input: Input<'backups.restore'>): Promise<Restored> {
  const source = sourceOf(context, input);
  return withCopy(source, async (copy) => {
    const file = contentsOf(copy);
    const data = current(context);
    const before = await keepCurrent(context, data?.contents ?? null);
    const { progress, cancelled } = context;
    if (data) {
      await replaceContent(data.db, copy, { onProgress: (done) => progress('write', done), cancelled });
    } else {
      await replaceFile(databaseFile(context.dataFolder), copy);
    }
    return { name: source.name, file, now: data?.contents ?? null, before };
  });
}

/** What cannot be read is set aside as it is; what is empty is not kept. */
async function keepCurrent(context: Context, contents: DataContents | null): Promise<BackupRecord | null> {
  if (contents) {
    return isEmpty(contents) ? null : backUpOrSetAside(context);
  }
  setAside(context);
  return null;
}

/** Damage that only a look at every page finds makes no backup; it must not keep the user from a sound one. */
async function backUpOrSetAside(context: Context): Promise<BackupRecord | null> {
  try {
    return await backUpData(context, 'restore');
  } catch (error) {
    if (error instanceof ServiceError && error.kind === 'damaged-data') {
      setAside(context);
      return null;
    }
    throw error;
  }
}

/** Somebody may still save something from a damaged file: a copy of it stays beside the backups. */
function setAside({ backups, dataFolder, now }: Context): void {
  const file = databaseFile(dataFolder);
  const name = `damaged_${now.replace('T', '_').replace(':', '-')}_${basename(file)}`;
  backups.prepare();
  for (const end of ['', '-wal']) {
    if (existsSync(`${file}${end}`)) {
      copyFile(`${file}${end}`, backups.fileOf(`${name}${end}`));
    }
  }
}
