import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { patiently } from '../../../db/files/patience.ts';
import { isSameFile } from '../../../db/files/reading.ts';
import { databaseFile } from './data-folder.ts';
import { ServiceError } from './errors.ts';
import type { Context } from './use-case.ts';

/** Where a path leads, also before anything is there. */
const realPath = (path: string): string =>
  existsSync(path)
    ? patiently(() => realpathSync(path))
    : join(
        patiently(() => realpathSync(dirname(path))),
        basename(path),
      );

/** Whether a path leads to the open data, whatever its spelling; where their folder is gone, none does. */
function isData(path: string, dataFolder: string): boolean {
  const data = databaseFile(dataFolder);
  return existsSync(dataFolder) && (path === realPath(data) || isSameFile(path, data));
}

/**
 * The path behind the one ticket of a call: where the user wants something written. Throws `refused` for a file that
 * was only given to be read, and for the open data.
 */
export function targetOf({ files, dataFolder }: Context): string {
  const [file] = files;
  const path = file?.target === true ? realPath(file.path) : null;
  if (path === null || isData(path, dataFolder)) {
    throw new ServiceError('refused', (t) => t.backups.notThere(file?.path ?? ''));
  }
  return path;
}
