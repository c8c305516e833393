import { listImports } from '../../db/imports.ts';
import type { ReadonlyDatabase } from '../../db/open.ts';
import { readSampleBatch } from './settings.ts';

/** The import of the sample canteens, as long as it has not been undone. */
export function sampleBatch(db: ReadonlyDatabase): number | null {
  const batch = readSampleBatch(db);
  return listImports(db).some((entry) => entry.batch === batch) ? batch : null;
}
