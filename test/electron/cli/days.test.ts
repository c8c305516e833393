import { join } from 'node:path';
import { addDays } from '../../../forecasting/calendar/day.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) => runCliProcess(['days', ...words, '--data', data]);
const tomorrow = addDays(new Date().toISOString().slice(0, 10), 2);

test('the days of a site are shown, stated, and left to the records again', async () => {
  const csv = attendanceCsv('2025-09-01', '2026-01-13');
  await runCliProcess(['import', writeUnder(folder, 'frequentation.csv', csv), '--data', data]);
  const shown = await on('--site', 'les tilleuls');
  expect(shown.stdout).toBe(
    'LES TILLEULS\u00a0: période scolaire\u00a0: lundi, mardi, jeudi, vendredi\u202f; vacances\u00a0: aucun jour\n' +
      'D’après les relevés de ses huit dernières semaines.\n',
  );
  const saved = await on('--site', 'les tilleuls', '--term', '1,2,4,5,3/2', '--from', tomorrow, '--json');
  expect(JSON.parse(saved.stdout).stated).toEqual([
    {
      from: tomorrow,
      week: {
        term: { weekdays: [1, 2, 4, 5], everyOtherWeek: [3] },
        holidays: { weekdays: [], everyOtherWeek: [] },
      },
    },
  ]);
  const coming = await on('--site', 'les tilleuls', '--lang', 'en');
  expect(coming.stdout).toContain('every other Wednesday; school holidays: no day.');
  expect(
    JSON.parse((await on('--site', 'les tilleuls', '--remove', tomorrow, '--json')).stdout).stated,
  ).toEqual([]);
  for (const [words, said] of [
    [['--term', 'lundi'], /«.lundi.» ne se lit pas/],
    [['--term', '-', '--holidays', '-'], /aucun jour n’est coché/],
    [['--term', '1', '--from', '2020-01-01'], /est passé/],
    [['--from', tomorrow], /--term/],
  ] as const) {
    const refused = await on('--site', 'les tilleuls', ...words);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(said) });
  }
});
