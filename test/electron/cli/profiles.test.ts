import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const on = (data: string, ...words: string[]) => runCliProcess([...words, '--data', join(folder, data)]);

const reading = { kind: 'attendance', columns: { date: 0, site: 1, served: 2 } };
const mapping = writeUnder(folder, 'mapping.json', JSON.stringify(reading));
const first = writeUnder(folder, 'first.csv', 'Quand;Où;Présents;Pointés\n05/01/2026;Le Port;90;91\n');
const next = writeUnder(folder, 'next.csv', 'Quand;Où;Présents;Pointés\n19/01/2026;Le Port;95;96\n');

test('a mapping is used, remembered, taken along and forgotten', async () => {
  expect(await on('one', 'import', first)).toMatchObject({ code: 2 });
  expect(await on('one', 'import', first, '--mapping', mapping, '--remember')).toMatchObject({ code: 0 });
  const report = JSON.parse((await on('one', 'import', next, '--json')).stdout);
  expect(report.files[0]).toMatchObject({ kind: 'attendance', imported: 1, profile: 1 });
  const file = join(folder, 'profiles.json');
  const list = await on('one', 'profiles', '--export', file, '--lang', 'en');
  expect(list.stdout).toMatch(/1\s+attendance\s+QUAND, OU, PRESENTS, POINTES\s+first\.csv/);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: 1, profiles: [{ reading }] });
  expect(await on('two', 'profiles', '--import', file)).toMatchObject({ code: 0 });
  expect(await on('two', 'profiles', '--remove', '1')).toMatchObject({
    code: 0,
    stdout: 'Aucun profil d’import.\n',
  });
});

test.each([
  ['a mapping that is no JSON', ['import', first, '--mapping', first], 'n’est pas du JSON lisible'],
  ['a mapping that is not there', ['import', first, '--mapping', join(folder, 'none.json')], 'none.json'],
  ['a mapping and a kind', ['import', first, '--mapping', mapping, '--kind', 'menus'], '--kind ou --mapping'],
  ['an unknown profile', ['profiles', '--remove', '7'], 'Le profil d’import 7'],
  ['two options', ['profiles', '--remove', '7', '--export', 'x'], 'une seule des options'],
  ['profiles that are none', ['profiles', '--import', mapping], 'Champ'],
])('%s: 2, with the reason', async (_what, words, message) => {
  const ended = await on('three', ...words);
  expect(ended.stderr).toContain(message);
  expect(ended).toMatchObject({ code: 2, stdout: '' });
});
