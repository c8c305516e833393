import { lstatSync, mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { cacheFolder } from '../service/context/data-folder.ts';

/** Bits of a mode by which others than the owner may write. */
const othersWrite = 0o022;

/** Whether a folder is this user's own, and nobody else can put a file into it. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  if (!found.isDirectory()) return false;
  // Windows has no owner here: the folder is in the user's own profile.
  if (process.getuid === undefined) return true;
  return found.uid === process.getuid() && (found.mode & othersWrite) === 0;
}

/**
 * Has Node keep the program as it compiled it, so that the next start need not compile it again; worker threads do
 * the same. Node runs what it finds there: so it lies with the user, never in a data folder, which may come from
 * anywhere. Not in the packaged app, which vouches for its code, and not from the sources.
 */
export function keepCompiled(): void {
  const bundled = import.meta.url.endsWith('.js') && process.versions.electron === undefined;
  if (!bundled) return;
  const folder = cacheFolder();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (isOurs(folder)) enableCompileCache(folder);
  } catch {
    // Without a cache the start is slower, and that is all.
  }
}
