import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTemporaryNow } from '../../../db/files/temporary.ts';
import { importFiles } from '../../../db/import/import-files.ts';
import { listImports } from '../../../db/import/imports.ts';
import { listSites } from '../../../db/sites.ts';
import type { ImportReport } from '../../api/records.ts';
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
  const { db, today } = context;
  if (listSites(db).length > 0 || listImports(db).length > 0) {
    throw new ServiceError('refused', (t) => t.errors.notEmpty);
  }
  return withTemporaryNow('sample', (folder) => {
    const sources = generateSample({ seed, today }).map(({ name, text }) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return { path, name };
    });
    const outcome = importFiles(db, sources, {
      now: context.now,
      onProgress: (done) => context.progress('read', done),
      cancelled: context.cancelled,
    });
    saveSampleImport(db, outcome.batch);
    keepSampleCatalogue(context);
    return importReport(outcome, context.texts);
  });
}

export function clearSample({ db }: Context): null {
  const batch = sampleImport(db);
  if (batch === null) {
    throw new ServiceError('refused', (t) => t.errors.notSample);
  }
  forgetSample(db, batch);
  return null;
}
