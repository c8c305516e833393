import { lstatSync, mkdirSync } from 'node:fs';

/** Bits of a mode by which others than the owner may write. */
const othersWrite = 0o022;

/** Makes a folder of this user's where it is missing. Whether it is theirs, and nobody else can put a file into it. */
export function isOwnFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    if (!found.isDirectory()) return false;
    // Windows has no owner here: the folder is in the user's own profile.
    if (process.getuid === undefined) return true;
    return found.uid === process.getuid() && (found.mode & othersWrite) === 0;
  } catch {
    return false;
  }
}
