import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { patiently } from './patience.ts';

/** For the user alone. */
export const privateFile = 0o600;
const privateFolder = 0o700;

const groupWrites = 0o020;
const groupAndOthers = 0o077;
const others = 0o007;

/** Makes a folder, where it is missing, that no other user of the computer enters. Answers whether it was missing. */
export function makePrivateFolder(folder: string): boolean {
  return patiently(() => mkdirSync(folder, { recursive: true, mode: privateFolder })) !== undefined;
}

/** Makes an empty file that no other user reads, where there is none. */
export function makePrivateFile(file: string): void {
  try {
    closeSync(patiently(() => openSync(file, 'wx', privateFile)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Closes a file or folder of earlier versions to other users. What somebody opened to a group on purpose stays open to
 * it: its group writes, and is not the user's own. Windows keeps a user's folder to them by itself.
 */
export function closeToOthers(path: string): void {
  if (process.getuid === undefined || process.getgid === undefined) return;
  try {
    const { mode, uid, gid } = statSync(path);
    const isShared = (mode & groupWrites) !== 0 && gid !== process.getgid();
    const closed = mode & (isShared ? others : groupAndOthers);
    if (uid === process.getuid() && closed !== 0) chmodSync(path, mode & 0o7777 & ~closed);
  } catch {
    // Not there, or on a disk that is not written: nothing to close.
  }
}
