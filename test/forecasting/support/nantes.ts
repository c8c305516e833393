import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHistory } from '../../../db/history.ts';
import { importFiles } from '../../../db/import/import-files.ts';
import { openDatabase } from '../../../db/open.ts';
import type { History } from '../../../forecasting/domain/records.ts';
import { type ForecastCell, Rolling } from '../../../forecasting/evaluation/rolling.ts';
import { kept } from '../../support/kept.ts';
import { nantesFolder } from '../../support/shared.ts';

let read: History | undefined;

/** Nantes' public files as the app imports them; imported once for the sources. */
export function nantesHistory(): History {
  read ??= kept(`nantes-history-${stampOfFiles()}`, importNantes);
  return read;
}

/** The files beside the project are as they were while their names, sizes and times are. */
export function stampOfFiles(): string {
  const files = readdirSync(nantesFolder).map((name) => {
    const { size, mtimeMs } = statSync(join(nantesFolder, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  return createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 8);
}

/**
 * Calls `visit` with each forecast of a window of Nantes' past, as `rollingForecasts` does. The refits are kept for
 * the sources. `history`: where other records than the files' are to be seen, which no refit sees.
 */
export function replayNantes(
  window: ConstructorParameters<typeof Rolling>[1],
  visit: (cell: ForecastCell) => void,
  history = nantesHistory(),
): void {
  const rolling = new Rolling(history, window);
  rolling.reuse(nantesFits(window));
  rolling.run({}, visit);
}

/** The refits of a window of Nantes' past; the days that are measured change none. */
export const nantesFits = ({ from, to, lead }: ConstructorParameters<typeof Rolling>[1]) =>
  kept(`nantes-fits-${stampOfFiles()}-${from}-${to}-${lead}`, () => {
    const rolling = new Rolling(nantesHistory(), { from, to, lead, everyDay: true });
    rolling.run({}, () => undefined);
    return rolling.fits;
  });

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
