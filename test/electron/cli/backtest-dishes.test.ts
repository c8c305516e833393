import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) => runCliProcess([...words, '--data', data]);
const period = ['--from', '2026-01-05', '--to', '2026-01-13', '--lead', '7'];

/** Three of four children take the starter; on the last day it runs out. */
function servingsCsv(attendance: string): string {
  const rows = attendance.split('\n').flatMap((line) => {
    const [kind, date, , served, site] = line.split(';');
    if (kind !== 'E' || date === undefined) return [];
    const count = Math.round(0.75 * Number(served));
    const left = date === '2026-01-13' ? 0 : 5;
    return [`${date};${site};E;Carottes râpées;100;${count + left};${count};${left}`];
  });
  return ['date;site;type;plat;prevu;prepare;servi;reste', ...rows, ''].join('\n');
}

beforeAll(async () => {
  const attendance = attendanceCsv('2025-09-01', '2026-01-13');
  await on('import', writeUnder(folder, 'frequentation.csv', attendance));
  const servings = writeUnder(folder, 'plats-servis.csv', servingsCsv(attendance));
  expect((await on('import', servings, '--kind', 'servings')).code).toBe(0);
});

test('backtest --dishes measures the portions of each dish, with its lines in a file', async () => {
  const out = join(folder, 'dishes.csv');
  const ended = await on('backtest', ...period, '--dishes', '--out', out, '--json');
  expect(ended.code).toBe(0);
  const report = JSON.parse(ended.stdout);
  expect(report).toMatchObject({ from: '2026-01-05', to: '2026-01-13', lead: 7, leftOut: { soldOut: 1 } });
  const { n } = report.measures.model;
  expect(n).toBe(5);
  expect(report.measures.model.wape).toBeLessThan(6);
  expect(report.byCourse).toEqual([expect.objectContaining({ course: 'starter' })]);
  const [head, ...lines] = readFileSync(out, 'utf8').trimEnd().split('\n');
  expect(head).toContain('date,site,siteKind,course,dish,taken');
  expect(lines).toHaveLength(n);
});

test.each([
  ['fr', 'Portions par plat, du 5 janvier 2026'],
  ['en', 'Portions per dish, 5 January 2026'],
])('it reads well in %s', async (language, heading) => {
  const ended = await on('backtest', ...period, '--dishes', '--lang', language);
  expect(ended.stdout).toContain(heading);
});

test('what cannot be measured is said', async () => {
  const rules = await on('backtest', ...period.slice(0, 4), '--rules', '--dishes', '--lang', 'en');
  expect(rules).toMatchObject({ code: 2 });
  expect(rules.stderr).toContain('The test by dish goes with --lead');
  const before = ['--from', '2025-06-02', '--to', '2025-06-06', '--lead', '7'];
  const empty = await on('backtest', ...before, '--dishes', '--lang', 'en');
  expect(empty).toMatchObject({ code: 2 });
  expect(empty.stderr).toContain('No dish to compare between 2 June 2025 and 6 June 2025');
});
