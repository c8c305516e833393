import type { Database } from '../../../db/open.ts';
import { readSampleCatalogue, saveSampleCatalogue } from '../context/settings.ts';
import { removeCatalogue } from './save-catalogue.ts';

/** Takes away what came with the sample besides its files, also where somebody changed it since. */
export function forgetSampleCatalogue(db: Database): void {
  const keys = readSampleCatalogue(db);
  if (keys.length > 0) {
    removeCatalogue({ db }, { keys });
  }
  saveSampleCatalogue(db, null);
}
