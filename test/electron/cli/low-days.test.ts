import { join } from 'node:path';
import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
/** With plain spaces. */
const on = async (...words: string[]) => {
  const { code, stdout, stderr } = await runCliProcess([...words, '--data', data]);
  return { code, stdout: stdout.replaceAll('\u00a0', ' '), stderr: stderr.replaceAll('\u00a0', ' ') };
};

const lines = ['site,kind,date,served'];
for (let date = '2025-09-01'; date < '2025-12-20'; date = addDays(date, 1)) {
  if (weekday(toDay(date)) > 5) continue;
  const served = date === '2025-10-09' || date === '2025-11-13' ? 31 : 100 + (toDay(date) % 5);
  lines.push(`Les Tilleuls,E,${date},${served}`);
}
const file = writeUnder(folder, 'servis.csv', `${lines.join('\n')}\n`);

test('days without meals are told apart from those with meals', async () => {
  const blank = writeUnder(
    folder,
    'vides.csv',
    'site,kind,date,served\nLilas,E,2025-09-01,40\nLilas,E,2025-09-02,\nLilas,E,2025-09-04,grève\n',
  );
  const { stdout } = await runCliProcess([
    'import',
    blank,
    '--dry-run',
    '--data',
    join(folder, 'other'),
    '--lang',
    'en',
  ]);
  expect(stdout).toContain('Among the new ones, without meals: 1 empty, 1 with a mark (strike, closed…).');
});

test('days far below the usual: told after an import, listed, noted', async () => {
  const { stdout: imported } = await on('import', file);
  expect(imported.trimEnd().split('\n').at(-1)).toBe(
    'Jours très en dessous de l’habitude : 2. Ils comptent tels quels. Les voir et noter ce qui s’est passé : bonne-mesure low-days',
  );
  const { stdout: listed } = await on('low-days');
  expect(listed).toMatch(/Les Tilleuls +13 novembre 2025 +31 +10\d–10\d/);
  const { stdout: checked } = await on('check');
  expect(checked).toContain('Jours très en dessous de l’habitude : 2.');
  const noted = await on('low-days', '--site', 'les tilleuls', '--date', '2025-10-09', '--outing');
  expect(noted.stdout.trim()).toBe('Jour noté : 1. Encore à regarder : 1.');
  const again = await on('low-days', '--date', '2025-10-09', '--outing');
  expect([again.code, again.stderr]).toEqual([
    2,
    expect.stringContaining('Aucun jour très bas n’est listé pour ce site et ce jour. Rien n’a été changé.'),
  ]);
  const two = await on('low-days', '--outing', '--usual', '--lang', 'en');
  expect([two.code, two.stderr]).toEqual([2, expect.stringContaining('Give one answer')]);
  expect((await on('low-days', '--usual')).stdout).toContain('Encore à regarder : 0.');
});
