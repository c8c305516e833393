import { enableCompileCache } from 'node:module';
import { cacheFolder } from '../service/context/data-folder.ts';
import { isOwnFolder } from '../service/context/own-folder.ts';

/**
 * Has Node keep the program as it compiled it, so that the next start need not compile it again; worker threads do
 * the same. Node runs what it finds there: so it lies with the user, never in a data folder, which may come from
 * anywhere. Not in the packaged app, which vouches for its code, and not from the sources.
 */
export function keepCompiled(): void {
  const bundled = import.meta.url.endsWith('.js') && process.versions.electron === undefined;
  if (!bundled) return;
  const folder = cacheFolder();
  // Without a cache the start is slower, and that is all.
  if (isOwnFolder(folder)) enableCompileCache(folder);
}
