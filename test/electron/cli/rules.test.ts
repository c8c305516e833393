import { join } from 'node:path';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) => runCliProcess([...words, '--data', data]);
const weekly = JSON.stringify({
  type: 'weekly',
  deadlines: [
    { weekday: 5, at: '09:00', serves: [1, 2] },
    { weekday: 4, at: '12:00', serves: [4, 5], weeksBefore: 1 },
  ],
});
const period = ['--from', '2025-12-01', '--to', '2025-12-12'];

beforeAll(async () => {
  await on('import', writeUnder(folder, 'frequentation.csv', attendanceCsv('2025-09-01', '2026-01-13')));
});

test('rules are listed, saved and forgotten', async () => {
  expect(await on('rules')).toMatchObject({ code: 0, stdout: 'Aucune règle de commande.\n' });
  const all = await on('rules', '--days', '7', '--at', '09:00');
  expect(all).toMatchObject({ code: 0, stdout: 'Tous les autres sites\u00a0: 7 jours avant, 09:00\n' });
  const one = await on('rules', '--site', 'les tilleuls', '--rule', weekly, '--lang', 'en');
  expect(one.stdout).toBe(
    'All other sites: 7 days before, 09:00\n' +
      'LES TILLEULS (E): Friday 09:00 for Monday, Tuesday; Thursday 12:00 for Thursday, Friday (1 week before)\n',
  );
  const json = JSON.parse((await on('rules', '--json')).stdout);
  const savedAt = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
  expect(json).toEqual([
    { siteId: null, rule: { type: 'lead', days: 7, at: '09:00' }, savedAt },
    { siteId: expect.any(Number), rule: JSON.parse(weekly), savedAt },
  ]);
  expect(JSON.parse((await on('rules', '--site', 'les tilleuls', '--json')).stdout)).toEqual(json.slice(1));
  const without = await on('rules', '--site', 'les tilleuls', '--rule', 'null', '--json');
  expect(JSON.parse(without.stdout)).toEqual(json.slice(0, 1));
});

test.each([
  ['days without a time', ['--days', '7'], 'Donnez --days avec --at, ou --rule seul.'],
  ['two ways at once', ['--days', '7', '--at', '09:00', '--rule', 'null'], 'Donnez --days avec --at'],
  ['no JSON', ['--rule', 'tomorrow'], 'La règle n’est pas du JSON lisible.'],
  ['no rule', ['--rule', '{"type":"daily"}'], 'Champ «\u00a0règle, type\u00a0»'],
  ['too late', ['--days', '0', '--at', '13:00'], 'les repas sont déjà servis'],
  [
    'an unknown site',
    ['--site', 'nowhere', '--rule', 'null'],
    'Aucun site ne correspond à «\u00a0nowhere\u00a0»',
  ],
])('%s: 2, with the reason', async (_what, words, message) => {
  const ended = await on('rules', ...words);
  expect(ended.stderr).toContain(message);
  expect(ended).toMatchObject({ code: 2, stdout: '' });
});

test('a plan tells the deadlines', async () => {
  const week = ['--from', '2026-01-12', '--to', '2026-01-13', '--as-of', '2026-01-11'];
  const table = await on('plan', ...week, '--lang', 'en');
  expect(table.stdout).toMatch(/Good to know +Order before/);
  expect(table.stdout).toMatch(/LES TILLEULS .* 5 January 2026 09:00/);
  const { rows } = JSON.parse((await on('plan', ...week, '--json')).stdout);
  expect(rows[0]).toMatchObject({ deadline: { date: '2026-01-05', time: '09:00' }, asOf: '2026-01-04' });
});

test('a backtest by rules, and what it says', async () => {
  const ended = await on('backtest', ...period, '--rules', '--json');
  expect(ended.code).toBe(0);
  const report = JSON.parse(ended.stdout);
  expect(report).toMatchObject({ rules: true, lead: 7, staffShortage: expect.any(Object) });
  for (const name of ['coverage', 'pit', 'bySite', 'bySize', 'byMonth', 'byDayKind', 'biggest']) {
    expect(report[name].length).toBeGreaterThan(0);
  }
  const { stdout } = await on('backtest', ...period, '--rules');
  expect(stdout).toContain('selon les règles de commande (sans règle, 7 jours avant)');
  expect(stdout).toMatch(/Taille du site +Jours +Modèle\u202f% +Équipe\u202f%/);
  expect(stdout).toMatch(/jour ordinaire +\d+/);
  expect(stdout.split('Plus gros écarts\u00a0:\n')[1]?.trimEnd().split('\n')).toHaveLength(7);
});

test('without rules a lead is needed', async () => {
  const ended = await on('backtest', ...period);
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toContain('Il manque l’option --lead.');
});

test('costs in place of a service level', async () => {
  const week = ['--from', '2026-01-12', '--to', '2026-01-13', '--as-of', '2026-01-11'];
  const { stdout } = await on('plan', ...week, '--costs', '5,80/1,45', '--json');
  expect(JSON.parse(stdout).serviceLevel).toBeCloseTo(0.8, 12);
  for (const costs of ['5,80', '5/x', '1/2/3', '/']) {
    const ended = await on('plan', ...week, '--costs', costs);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('n’est pas deux coûts');
  }
  const both = await on('plan', ...week, '--costs', '5/1', '--service-level', '0.8');
  expect(both.stderr).toContain('pas les deux');
});
