import { z } from 'zod';
import type { Database, ReadonlyDatabase } from '../../../db/open.ts';
import { readSetting, saveSetting } from '../../../db/settings.ts';
import type { Library } from '../../../forecasting/domain/library.ts';
import { boxedLibrary } from './boxed.ts';
import { readLibraryFile } from './library-file.ts';

const installedKey = 'library';
const offKey = 'library-off';

/** A library as it was imported: its file is kept word for word. */
export interface Installed {
  readonly file: string;
  readonly at: string;
  readonly text: string;
}

const shape = z.object({ file: z.string(), at: z.string(), text: z.string() }).nullable().catch(null);

export const readInstalled = (db: ReadonlyDatabase): Installed | null =>
  shape.parse(readSetting(db, installedKey) ?? null);

export const saveInstalled = (db: Database, installed: Installed | null): void =>
  saveSetting(db, installedKey, installed ?? undefined);

export const isSwitchedOff = (db: ReadonlyDatabase): boolean => readSetting(db, offKey) === true;

export const switchOff = (db: Database, off: boolean): void => saveSetting(db, offKey, off || undefined);

/** What is installed; `null` for none, or one that this version cannot read. */
export function libraryOf(installed: Installed | null): Library | null {
  try {
    return installed && readLibraryFile(installed.file, installed.text);
  } catch {
    return null;
  }
}

/**
 * The library that forecasts may lean on: the imported one, else the one in the box; of a merged one without its towns,
 * which no forecast looks at.
 */
export function libraryInUse(db: ReadonlyDatabase): Library | null {
  if (isSwitchedOff(db)) return null;
  const installed = readInstalled(db);
  const library = installed === null ? boxedLibrary(db) : libraryOf(installed);
  if (library === null) return null;
  const { towns: _, ...used } = library;
  return used;
}
