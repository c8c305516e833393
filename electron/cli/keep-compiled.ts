import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { codeFolder, defaultDataFolder } from '../service/context/data-folder.ts';

/**
 * Has Node keep the program as it compiled it, so that the next start need not compile it again; worker threads do
 * the same. It lies in the data folder, where no one else can write: Node runs what it finds there. Not in the
 * packaged app, which vouches for its code, and not from the sources.
 */
export function keepCompiled(words: readonly string[]): void {
  const { values } = parseArgs({ args: [...words], options: { data: { type: 'string' } }, strict: false });
  const dataFolder = typeof values.data === 'string' ? resolve(values.data) : defaultDataFolder();
  const bundled = import.meta.url.endsWith('.js') && process.versions.electron === undefined;
  if (bundled && existsSync(dataFolder)) {
    enableCompileCache(codeFolder(dataFolder));
  }
}
