import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { sheetsOf, workbook, write } from '../service/return-sheets/workbooks.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) =>
  runCliProcess([...words, '--data', data, '--lang', 'fr'], { BONNE_MESURE_TODAY: '2026-01-14' });

test('a return sheet goes out, comes back under another name, and is asked about where it differs', async () => {
  const attendance = writeUnder(folder, 'a.csv', attendanceCsv('2025-09-01', '2025-12-12'));
  expect((await on('import', attendance)).code).toBe(0);
  const out = join(folder, 'retour.xlsx');
  const period = ['--from', '2026-01-05', '--to', '2026-01-05'];
  expect((await on('export', '--kind', 'return-sheet', ...period, '--out', out)).code).toBe(2);
  const site = ['--site', 'les tilleuls'];
  expect((await on('export', '--kind', 'return-sheet', ...site, ...period, '--out', out)).code).toBe(0);
  const sheets = await sheetsOf(readFileSync(out).toString('base64'));
  const filled = join(folder, 'Sans titre.xlsx');
  const fill = (children: number) => {
    write(sheets[0]?.rows ?? [], 'Enfants servis', 1, children);
    writeFileSync(filled, workbook(sheets));
  };
  fill(118);
  const dry = await on('import', filled, '--dry-run');
  expect(dry).toMatchObject({ code: 0 });
  expect(dry.stdout).toContain('1 valeur à reprendre');
  expect((await on('import', filled)).stdout).toContain('1 valeur reprise, 0 déjà notée.');
  expect((await on('import', filled)).stdout).toContain('0 valeur reprise, 1 déjà notée.');
  fill(121);
  const asked = await on('import', filled);
  expect(asked.code).toBe(2);
  expect(asked.stdout).toContain('118 est noté, la feuille donne 121');
  expect(asked.stdout).toContain('--answer conflict=file');
  expect((await on('import', filled, '--answer', 'conflict=file')).code).toBe(0);
  expect((await on('import', filled)).stdout).toContain('1 déjà notée');
}, 120_000);
