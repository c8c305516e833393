import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { backUp } from '../../../db/backup.ts';
import { patiently } from '../../../db/files/patience.ts';
import type { BackupMethods } from '../../api/backups.ts';
import type { Output } from '../../api/contract.ts';
import { ServiceError } from '../context/errors.ts';
import { targetOf } from '../context/target.ts';
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

async function saveCopy(context: Context) {
  const { db, files, progress, cancelled } = context;
  const { path } = files[0] as TicketFile;
  try {
    const target = targetOf(context);
    // A device, a folder or a pipe is no place for a copy, and would be replaced by it.
    if (patiently(() => lstatSync(target, { throwIfNoEntry: false }))?.isFile() === false) {
      throw new ServiceError('refused', (t) => t.backups.notThere(path));
    }
    const bytes = await backUp(db, target, {
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
