import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { BacktestReport } from '../../../electron/api/backtests.ts';
import { describeWithShared, nantesFolder } from '../../support/shared.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { runCliProcess } from './run-process.ts';

interface FileCounts {
  readonly file: string;
  readonly kind: string | null;
  readonly read: number;
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly asked: number;
  readonly problems: readonly { readonly level: string; readonly reason: string; readonly remedy: string }[];
}

const tables = (db: Database.Database) =>
  db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all() as string[];

/** Every row of every table. */
function dump(file: string): Record<string, unknown[]> {
  const db = new Database(file, { readonly: true });
  const rows = Object.fromEntries(
    tables(db)
      // What was done and taken back is kept in the journal of edits.
      .filter((name) => name !== 'edit_row')
      .map((name) => [name, db.prepare(`SELECT * FROM ${name}`).raw().all()]),
  );
  db.close();
  return rows;
}

/** What is known of that year: the staff can be beaten at their own shortage, and one count has a digit too many. */
function expectEvaluation({ measures, staffShortage, biggest, bySize, byDayKind }: BacktestReport): void {
  console.info(
    `at the staff’s shortage: ${staffShortage?.over.toFixed(2)} % over, staff ${measures.staff.over.toFixed(2)} %`,
  );
  expect(staffShortage?.over).toBeLessThan(measures.staff.over);
  expect(biggest[0]).toMatchObject({
    site: 'HAROUYS',
    date: '2016-09-09',
    actual: 1251,
    cause: 'typing-slip',
  });
  expect(bySize.map(({ size }) => size)).toEqual(['50-99', '100-199', '200-up']);
  const july = byDayKind.find(({ kind }) => kind === 'july');
  const ordinary = byDayKind.find(({ kind }) => kind === 'ordinary');
  expect(july?.model.wape).toBeGreaterThan(2 * (ordinary?.model.wape ?? 0));
}

describeWithShared('the main job on Nantes’ files, through the command line', () => {
  const folder = temporaryFolder();
  const taken = temporaryFolder();
  const on = (...words: string[]) => runCliProcess([...words, '--data', folder, '--json']);
  const database = join(folder, 'canteen.sqlite');
  // Backwards: the order of the files does not matter.
  const files = () =>
    readdirSync(nantesFolder)
      .toSorted()
      .toReversed()
      .map((name) => join(nantesFolder, name));
  let empty: Record<string, unknown[]>;

  beforeAll(async () => {
    await on('imports');
    empty = dump(database);
  });

  test('ten files in one call: every row is imported, unchanged or listed with its reason', async () => {
    const { code, stdout } = await on('import', ...files());
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as { batch: number; files: FileCounts[] };
    expect(report.batch).toBe(1);
    expect(report.files).toHaveLength(10);
    for (const file of report.files) {
      const { read, imported, updated, unchanged, refused, asked } = file;
      expect({ file: file.file, sum: imported + updated + unchanged + refused + asked }).toEqual({
        file: file.file,
        sum: read,
      });
      expect(file.kind).not.toBeNull();
      const listed = file.problems.filter(({ level }) => level === 'refused' || level === 'asked');
      expect(listed.length).toBeGreaterThanOrEqual(refused + asked);
      expect(listed.every(({ reason, remedy }) => reason !== '' && remedy !== '')).toBe(true);
    }
    expect(report.files.find(({ file }) => file === 'frequentation.csv')).toMatchObject({
      kind: 'attendance',
      read: 78_601,
    });
  });

  test('the same files again change nothing', async () => {
    const before = dump(database);
    const { code, stdout } = await on('import', ...files());
    const report = JSON.parse(stdout) as { batch: number | null; files: FileCounts[] };
    expect(code).toBe(0);
    expect(report.batch).toBeNull();
    expect(report.files.every(({ imported, updated }) => imported === 0 && updated === 0)).toBe(true);
    expect(dump(database)).toEqual(before);
  });

  test('a plan of one week for all canteens', async () => {
    const started = performance.now();
    const { code, stdout } = await on(
      'plan',
      '--from',
      '2017-06-12',
      '--to',
      '2017-06-16',
      '--as-of',
      '2017-06-09',
    );
    const seconds = (performance.now() - started) / 1000;
    console.info(`plan of one week, 87 canteens, cold: ${seconds.toFixed(1)} s`);
    expect(code).toBe(0);
    const { rows, totals } = JSON.parse(stdout);
    expect(new Set(rows.map(({ site }: { site: string }) => site)).size).toBeGreaterThanOrEqual(80);
    // Four school days; Wednesdays have no service.
    expect(totals).toHaveLength(4);
  });

  test('the backtest agrees with the reference', async () => {
    const out = join(folder, 'lines.csv');
    const period = ['--from', '2016-09-01', '--to', '2017-07-07', '--lead', '7'];
    // The reference was measured on all counts as they stand in the files, also on those that are asked about.
    cpSync(folder, taken, { recursive: true });
    const measuring = (...words: string[]) => runCliProcess([...words, '--data', taken, '--json']);
    const left = await measuring('counts', '--take');
    expect(left.code).toBe(0);
    expect(JSON.parse(left.stdout)).toEqual([]);
    const { code, stdout } = await measuring('backtest', ...period, '--out', out);
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    const { measures, seconds, coverage80 } = report;
    console.info(
      `backtest ${seconds} s: model ${measures.model.wape.toFixed(2)} %, staff ${measures.staff.wape.toFixed(2)} %, mean of 4 ${measures.sameWeekday4.wape.toFixed(2)} %, within the range ${coverage80.toFixed(1)} %`,
    );
    expect(Math.abs(measures.staff.wape - 7.2)).toBeLessThanOrEqual(0.15);
    expect(Math.abs(measures.sameWeekday4.wape - 6.8)).toBeLessThanOrEqual(0.15);
    expect(measures.model.wape).toBeLessThan(6.4);
    expectEvaluation(report);
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(measures.model.n + 1);
  }, 180_000);

  test('undo brings back exactly the former state', async () => {
    const { code } = await on('undo', '1');
    expect(code).toBe(0);
    expect(dump(database)).toEqual(empty);
  });
});
