import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetTypedClosures } from '../../db/closures.ts';
import { importFiles } from '../../db/import/import-files.ts';
import { listImports, undoImport } from '../../db/imports.ts';
import type { Database } from '../../db/open.ts';
import { forgetOrders } from '../../db/orders.ts';
import { listSites } from '../../db/sites.ts';
import { forgetTypedCounts } from '../../db/typed-attendance.ts';
import { forgetTypedMenus } from '../../db/typed-menus.ts';
import type { ImportReport } from '../api/records.ts';
import { sampleBatch } from './app-state.ts';
import { ServiceError } from './errors.ts';
import { importReport } from './import-report.ts';
import { forgetSampleProvision } from './provision/forget-sample.ts';
import { generateSample } from './sample/generate.ts';
import { keepSampleProvision } from './sample/keep-provision.ts';
import { saveSampleBatch } from './settings.ts';
import type { Context } from './use-case.ts';

/** The same canteens for everyone; only the dates follow the calendar. */
const seed = 20_260_901;

/** Writes the sample's files and reads them with the real import. */
export function loadSample(context: Context): ImportReport {
  const { db, today } = context;
  if (listSites(db).length > 0 || listImports(db).length > 0) {
    throw new ServiceError('refused', (t) => t.errors.notEmpty);
  }
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-sample-'));
  try {
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
    saveSampleBatch(db, outcome.batch);
    keepSampleProvision(db);
    return importReport(outcome, context.texts);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function clearSample({ db }: Context): null {
  const batch = sampleBatch(db);
  if (batch === null) {
    throw new ServiceError('refused', (t) => t.errors.notSample);
  }
  db.transaction(() => clear(db, batch)).immediate();
  return null;
}

function clear(db: Database, batch: number): void {
  // What was typed in about a sample canteen goes with it.
  forgetTypedClosures(db, batch);
  forgetTypedCounts(db, batch);
  forgetOrders(db, batch);
  forgetSampleProvision(db);
  undoImport(db, batch);
  // A menu of every site stays for the canteens that one has added to the sample's.
  if (listSites(db).length === 0) {
    forgetTypedMenus(db);
  }
  saveSampleBatch(db, null);
}
