import { join } from 'node:path';
import { writeNew } from '../../../db/files/patience.ts';
import { withTemporaryNow } from '../../../db/files/temporary.ts';
import { importFiles } from '../../../db/import/import-files.ts';
import { listImports } from '../../../db/import/imports.ts';
import { listSites } from '../../../db/sites.ts';
import type { ImportReport } from '../../api/records.ts';
import { atomically } from '../context/atomic.ts';
import { ServiceError } from '../context/errors.ts';
import { saveSampleImport } from '../context/settings.ts';
import type { Context } from '../context/use-case.ts';
import { forgetSample } from '../imports/forget-sample.ts';
import { importReport } from '../imports/import-report.ts';
import { sampleImport } from '../imports/sample-batch.ts';
import { generateSample } from './generate.ts';
import { keepSampleCatalogue } from './keep-catalogue.ts';

/** The same canteens for everyone; only the dates follow the calendar. */
const seed = 20_260_901;

/** Writes the sample's files and reads them with the real import. */
export function loadSample(context: Context): ImportReport {
  const { db } = context;
  if (listSites(db).length > 0 || listImports(db).length > 0) {
    throw new ServiceError('refused', (t) => t.errors.notEmpty);
  }
  return withTemporaryNow('sample', (folder) => atomically(context, () => loadFrom(folder, context)));
}

/** Throws where a file that was just written cannot be read: half a sample is none. */
function loadFrom(folder: string, context: Context): ImportReport {
  const { db, today } = context;
  const sources = generateSample({ seed, today }).map(({ name, text }) => {
    const path = join(folder, name);
    writeNew(path, text);
    return { path, name };
  });
  const outcome = importFiles(db, sources, {
    now: context.now,
    onProgress: (done) => context.progress('read', done),
    cancelled: context.cancelled,
  });
  if (outcome.files.some(({ read }) => read === 0)) {
    throw new ServiceError('file', (t) => t.errors.diskTrouble);
  }
  saveSampleImport(db, outcome.batch);
  keepSampleCatalogue(context);
  return importReport(outcome, context.texts);
}

export function clearSample({ db }: Context): null {
  const batch = sampleImport(db);
  if (batch === null) {
    throw new ServiceError('refused', (t) => t.errors.notSample);
  }
  forgetSample(db, batch);
  return null;
}
