import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '../../db/open.ts';
import type { Result } from '../../electron/api/contract.ts';
import { databaseFile } from '../../electron/service/context/data-folder.ts';
import { enterOverHttp, post } from '../endurance/door-over-http.ts';
import { builtProgram } from '../support/built.ts';
import { heldBy, serve } from './served.ts';

const rows = 10_000_000;
const daysOfSite = 3_650;
/** The day on which towns plan the week after. */
const today = '2026-01-08';

/** The highest memory of the built program, its worker included, as it imports 10 million rows. */
export const benchMemoryImport = () =>
  withFolder(async (folder) => {
    const path = writeRows(join(folder, 'rows.csv'));
    run(`import, ${rows.toLocaleString('en')} rows`, 'import', path, '--data', join(folder, 'data'));
  });

interface Town {
  readonly sites: number;
  readonly town: string;
}

/** The same of a town of 1,000 sites with ten years of records, beside one of 100 (bars: 800 MB, ratio 10). */
export const benchMemorySites = () =>
  withFolder(async (folder) => {
    const week = ['--from', '2026-01-12', '--to', '2026-01-16'];
    const townsOf = (...counts: readonly number[]) =>
      counts.map((sites) => {
        const town = join(folder, `town-${sites}`);
        makeTown(town, join(folder, 'first.csv'), sites);
        return { sites, town };
      });
    const towns = townsOf(100, 1_000);
    const out = (name: string) => ['--out', join(folder, name)];
    const works: Readonly<Record<string, readonly string[]>> = {
      'first plan': ['plan', ...week],
      'plan again': ['plan', ...week],
      'roll-call sheet': ['sheet', '--kind', 'roll-call', '--date', '2026-01-12', ...out('roll-call.html')],
      'export as CSV': ['export', '--kind', 'attendance', ...out('all.csv')],
    };
    const compare = async (
      what: string,
      pair: readonly Town[],
      work: (town: Town) => number | Promise<number>,
    ) => {
      const seconds: number[] = [];
      for (const town of pair) seconds.push(await work(town));
      const [few = 0, many = 0] = seconds;
      console.log(`${what}: ratio ${(many / few).toFixed(1)}`);
    };
    const runIn =
      (what: string, words: readonly string[]) =>
      ({ sites, town }: Town) =>
        run(`${what}, ${sites} sites`, ...words, '--data', town);
    for (const [what, words] of Object.entries(works)) await compare(what, towns, runIn(what, words));
    await compare('week of the page', towns, askWeek);
    // A workbook holds no more than some 90 sites of ten years; one of more is refused, with words.
    const toWorkbook = runIn('export as XLSX', ['export', '--kind', 'attendance', ...out('all.xlsx')]);
    for (const town of towns) toWorkbook(town);
    await compare('export as XLSX', townsOf(9, 90), toWorkbook);
  });

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-bench-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The week as the page asks `serve` for it, of models that are kept; answers the seconds that it took. */
async function askWeek({ sites, town }: Town): Promise<number> {
  const { url, pid, stop } = await serve(town, today);
  const door = await enterOverHttp(url);
  const input = { from: '2026-01-12', to: '2026-01-16', allLevels: true };
  const start = performance.now();
  const result = await post<Result<unknown>>(
    door,
    '/api/call',
    JSON.stringify({ method: 'plan.week', input, options: { language: 'fr' } }),
  );
  const seconds = (performance.now() - start) / 1000;
  if (!result.ok) throw new Error(result.error.message);
  console.log(
    `week of the page, ${sites} sites: ${seconds.toFixed(1)} s, peak ${heldBy(pid).most.toFixed(0)} MB`,
  );
  await stop();
  return seconds;
}

/** Runs the built program; answers the seconds that it took. */
function run(what: string, ...words: readonly string[]): number {
  const telling = pathToFileURL(join(import.meta.dirname, 'tell-peak.mjs')).href;
  const start = performance.now();
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', telling, builtProgram('cli'), ...words, '--json'],
    { encoding: 'utf8', maxBuffer: 1_000_000_000, env: { ...process.env, BONNE_MESURE_TODAY: today } },
  );
  // A workbook of more rows than open in one is refused, with words.
  if (status !== 0 && !words.some((word) => word.endsWith('.xlsx'))) throw new Error(stderr);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${stderr.trim().split('\n').at(-1)}${status === 0 ? '' : ', refused'}`,
  );
  return seconds;
}

/** Ten years of four days a week of some sites; `first`: a file of their first day, which makes them. */
function makeTown(folder: string, first: string, sites: number): void {
  const lines = Array.from({ length: sites }, (_, site) => `E,2015-09-07,100,90,Restaurant ${site + 1}\n`);
  writeFileSync(first, `site_type,date,prevision,reel,site_nom\n${lines.join('')}`);
  run(`import, ${sites} sites`, 'import', first, '--data', folder);
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
