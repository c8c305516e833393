import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) =>
  runCliProcess([...words, '--data', data], { BONNE_MESURE_TODAY: '2026-01-14' });
const menu = 'date;Entrée;Plat;Dessert\n15/01/2026;Carottes râpées;Rôti de porc;Compote\n';
const week = ['--from', '2026-01-12', '--to', '2026-01-16'];
const out = join(folder, 'commande.csv');
const portions = (grams: number) =>
  writeUnder(folder, 'grammages.csv', `aliment;unité;maternelle;élémentaire\nCrudités;g;${grams};${grams}\n`);

beforeAll(async () => {
  const attendance = writeUnder(folder, 'frequentation.csv', attendanceCsv('2025-09-01', '2026-01-13'));
  expect((await on('import', attendance, writeUnder(folder, 'menus.csv', menu))).code).toBe(0);
}, 60_000);

test('an order is kept as sent, corrected, listed and taken back', async () => {
  expect((await on('sent', ...week, '--lang', 'en')).stdout).toContain('Nothing was sent');
  expect((await on('export', '--kind', 'supplier', ...week, '--out', out, '--sent')).code).toBe(0);
  const first = readFileSync(out, 'utf8');
  expect(JSON.parse((await on('sent', ...week, '--json')).stdout)).toHaveLength(1);
  expect((await on('import', portions(140), '--kind', 'portions')).code).toBe(0);

  const planned = await on('plan', ...week, '--dishes');
  expect(planned.stdout).toMatch(/À corriger auprès des fournisseurs[\s\S]*Carottes râpées, \+/);
  const { suppliers } = JSON.parse((await on('plan', ...week, '--dishes', '--json')).stdout);
  expect(suppliers.some(({ correction }: { correction: number }) => correction > 0)).toBe(true);
  // What was sent stands in the file, and is what a returned one is compared with.
  await on('export', '--kind', 'supplier', ...week, '--out', out);
  expect(readFileSync(out, 'utf8')).toBe(first);
  const compared = await on('reconcile', out, '--confirm');
  expect(compared.stdout).toContain('Comparé à ce qui a été envoyé.');
  expect(compared.stderr).toContain('Quantités acceptées');
  expect((await on('plan', ...week, '--dishes')).stdout).toContain('livre');

  await on('export', '--kind', 'supplier', ...week, '--out', out, '--corrections');
  expect(readFileSync(out, 'utf8')).toContain('Différence');
  const listed = await on('sent', ...week);
  expect(listed.stdout).toMatch(/Envoyé 14 janvier 2026 à \d\d:\d\d \(n°\u00a02\)/);
  expect((await on('sent', ...week, '--undo')).stdout).toContain('1 bon noté comme non envoyé.');
  expect((await on('sent', ...week, '--undo')).code).toBe(0);
  expect((await on('sent', ...week, '--undo')).code).toBe(2);
}, 180_000);

test('only whole orders to suppliers are sent, and nothing is when the file cannot be made', async () => {
  const kitchen = join(folder, 'cuisine.csv');
  const ended = await on('export', '--kind', 'kitchen', ...week, '--out', kitchen, '--sent');
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain('--kind supplier');
  expect(existsSync(kitchen)).toBe(false);
  const missing = join(folder, 'nowhere', 'commande.csv');
  expect((await on('export', '--kind', 'supplier', ...week, '--out', missing, '--corrections')).code).toBe(2);
  expect((await on('sent', ...week, '--json')).stdout.trim()).toBe('[]');
}, 120_000);
