import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHistory } from '../../../db/history.ts';
import { importFiles } from '../../../db/import/import-files.ts';
import { openDatabase } from '../../../db/open.ts';
import type { History } from '../../../forecasting/domain/records.ts';
import { nantesFolder } from '../../support/shared.ts';

let read: History | undefined;

/** Nantes' public files as the app imports them; imported once by a process. */
export function nantesHistory(): History {
  read ??= importNantes();
  return read;
}

function importNantes(): History {
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-nantes-'));
  try {
    const db = openDatabase(join(folder, 'canteen.sqlite'));
    const files = readdirSync(nantesFolder).map((name) => ({ path: join(nantesFolder, name), name }));
    importFiles(db, files, { now: '2026-11-23T09:00' });
    const history = readHistory(db);
    db.close();
    return history;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
