import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backUp } from '../../../db/backup.ts';
import { patiently } from '../../../db/files/patience.ts';
import type { BackupMethods } from '../../api/backups.ts';
import type { Output } from '../../api/contract.ts';
import { databaseFile } from '../context/data-folder.ts';
import { ServiceError } from '../context/errors.ts';
import type { TicketFile } from '../context/tickets.ts';
import type { Context, UseCase } from '../context/use-case.ts';
import { backupFailure } from './failures.ts';
import { backUpDaily, backUpData, dataBytes } from './keep.ts';
import { inspectBackup, restoreBackup } from './restore.ts';

function listBackups({ backups, dataFolder }: Context): Output<'backups.list'> {
  return {
    dataFolder,
    folder: backups.path,
    dataBytes: dataBytes(dataFolder),
    backups: backups.list(),
  };
}

/** The same file whatever path leads to it, also before it is there. */
const realPath = (path: string): string =>
  existsSync(path)
    ? patiently(() => realpathSync(path))
    : join(
        patiently(() => realpathSync(dirname(path))),
        basename(path),
      );

/** Whether a path leads to the open data; where their folder is gone, none does. */
const isData = (path: string, dataFolder: string): boolean =>
  existsSync(dataFolder) && realPath(path) === realPath(databaseFile(dataFolder));

async function saveCopy({ db, dataFolder, files, progress, cancelled }: Context) {
  const { path, target } = files[0] as TicketFile;
  try {
    if (!target || isData(path, dataFolder)) {
      throw new ServiceError('refused', (t) => t.backups.notThere(path));
    }
    // A device, a folder or a pipe is no place for a copy, and would be replaced by it.
    if (patiently(() => lstatSync(realPath(path), { throwIfNoEntry: false }))?.isFile() === false) {
      throw new ServiceError('refused', (t) => t.backups.notThere(path));
    }
    const bytes = await backUp(db, realPath(path), {
      onProgress: (done) => progress('copy', done),
      cancelled,
    });
    return { bytes };
  } catch (error) {
    throw backupFailure(error, dirname(path));
  }
}

export const backupUseCases: { readonly [M in keyof BackupMethods]: UseCase<M> } = {
  'backups.list': { run: listBackups },
  'backups.make': { run: (context) => backUpData(context, 'manual'), inWorker: true },
  'backups.daily': { run: backUpDaily, inWorker: true },
  'backups.save': { run: saveCopy, inWorker: true },
  'backups.inspect': { run: inspectBackup, inWorker: true },
  'backups.restore': { run: restoreBackup, inWorker: true, changes: () => true },
};
