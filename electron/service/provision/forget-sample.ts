import type { Database } from '../../../db/open.ts';
import { readSampleProvision, saveSampleProvision } from '../settings.ts';
import { removeProvision } from './save-provision.ts';

/** Takes away what came with the sample besides its files, also where somebody changed it since. */
export function forgetSampleProvision(db: Database): void {
  const keys = readSampleProvision(db);
  if (keys.length > 0) {
    removeProvision({ db }, { keys });
  }
  saveSampleProvision(db, null);
}
