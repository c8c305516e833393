import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '../../db/open.ts';
import { databaseFile } from '../../electron/service/context/data-folder.ts';
import { builtProgram } from '../support/built.ts';

const rows = 10_000_000;
const daysOfSite = 3_650;

/**
 * The highest memory of the built program, its worker included: as it imports 10 million rows; as it exports ten years
 * of 1,000 sites and plans their next week.
 */
export function benchMemory(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-bench-'));
  try {
    const path = writeRows(join(folder, 'rows.csv'));
    run(`import, ${rows.toLocaleString('en')} rows`, 'import', path, '--data', join(folder, 'data'));
    rmSync(path);
    const town = join(folder, 'town');
    makeTown(town, join(folder, 'first.csv'));
    const out = join(folder, 'all.csv');
    run('export, 1,000 sites, 10 years', 'export', '--kind', 'attendance', '--out', out, '--data', town);
    run('first plan, 1,000 sites', 'plan', '--from', '2026-01-12', '--to', '2026-01-16', '--data', town);
    run('plan again, 1,000 sites', 'plan', '--from', '2026-01-12', '--to', '2026-01-16', '--data', town);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(what: string, ...words: readonly string[]): void {
  const telling = pathToFileURL(join(import.meta.dirname, 'tell-peak.mjs')).href;
  const start = performance.now();
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', telling, builtProgram('cli'), ...words, '--json'],
    {
      encoding: 'utf8',
      maxBuffer: 1_000_000_000,
      env: { ...process.env, BONNE_MESURE_TODAY: '2026-01-08' },
    },
  );
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - start) / 1000;
  console.log(`${what}: ${seconds.toFixed(0)} s, ${stderr.trim().split('\n').at(-1)}`);
}

/** Ten years of four days a week of 1,000 sites; `first`: a file of their first day, which makes them. */
function makeTown(folder: string, first: string): void {
  const lines = Array.from({ length: 1_000 }, (_, site) => `E,2015-09-07,100,90,Restaurant ${site + 1}\n`);
  writeFileSync(first, `site_type,date,prevision,reel,site_nom\n${lines.join('')}`);
  run('import, 1,000 sites', 'import', first, '--data', folder);
  const db = openDatabase(databaseFile(folder));
  db.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3774)
    INSERT INTO attendance (site_name_id, day, staff, served, batch)
    SELECT a.site_name_id, a.day + n.i, 100, 60 + (a.site_name_id * 7 + n.i * 13) % 47, a.batch
    FROM n JOIN attendance a WHERE n.i % 7 IN (0, 1, 3, 4) AND (n.i % 364 < 300)`);
  db.close();
}

function writeRows(path: string): string {
  const days = Array.from({ length: daysOfSite }, (_, index) =>
    new Date(Date.UTC(2012, 8, 3) + index * 86_400_000).toISOString().slice(0, 10),
  );
  const file = openSync(path, 'w');
  writeSync(file, 'site_type,date,prevision,reel,site_nom\n');
  for (let written = 0; written < rows; ) {
    const site = Math.floor(written / daysOfSite) + 1;
    const own = days.slice(0, rows - written);
    const lines = own.map((day, at) => `E,${day},${100 + (at % 50)},${90 + (at % 60)},Restaurant ${site}\n`);
    writeSync(file, lines.join(''));
    written += own.length;
  }
  closeSync(file);
  return path;
}
