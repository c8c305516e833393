import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { sixCanteensCsv } from '../service/support/six-canteens.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const on = (data: string, ...words: string[]) => runCliProcess([...words, '--data', join(folder, data)]);
const file = join(folder, 'pack.json');

test('a library is written, taken, switched off and removed', async () => {
  const six = writeUnder(folder, 'six.csv', sixCanteensCsv('2025-03-03', '2026-01-13'));
  expect(await on('large', 'import', six)).toMatchObject({ code: 0 });
  const written = await on('large', 'pack', 'export', file, '--name', 'La Tour', '--lang', 'en');
  expect(written).toMatchObject({ code: 0, stdout: expect.stringContaining('Learned from 6 sites') });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: 2, name: 'La Tour' });

  expect((await on('small', 'pack')).stdout).toBe('Aucune bibliothèque installée.\n');
  expect((await on('small', 'pack', 'import', file)).stdout).toContain('Installée\u00a0: La Tour');
  expect(JSON.parse((await on('small', 'pack', 'off', '--json')).stdout)).toMatchObject({ use: 'off' });
  expect((await on('small', 'pack', 'on')).stdout).toContain('Elle aide les prévisions');
  expect((await on('small', 'pack', 'import', file)).stderr).toContain('pack.json');
  expect((await on('small', 'pack', 'remove')).stdout).toBe('Aucune bibliothèque installée.\n');
}, 240_000);

test('2, with the reason: a file that is none, one that is not there, too few sites, another word', async () => {
  const csv = writeUnder(folder, 'two.csv', attendanceCsv('2025-03-03', '2026-01-13'));
  expect(await on('two', 'import', csv)).toMatchObject({ code: 0 });
  for (const [words, message] of [
    [['import', csv], 'n’est pas une bibliothèque'],
    [['import', join(folder, 'none.json')], 'none.json'],
    [['export', join(folder, 'x.json')], 'Trop peu de relevés'],
    [['publish'], 'Écrivez library export'],
    [['import'], 'Écrivez library export'],
  ] as const) {
    const ended = await on('two', 'pack', ...words);
    expect(ended.stderr).toContain(message);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
  }
}, 180_000);
