import { listImports } from '../../../db/import/imports.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { readSampleImport } from '../context/settings.ts';

/** The import of the sample canteens, as long as it has not been undone. */
export function sampleImport(db: ReadonlyDatabase): number | null {
  const batch = readSampleImport(db);
  return listImports(db).some((entry) => entry.batch === batch) ? batch : null;
}
