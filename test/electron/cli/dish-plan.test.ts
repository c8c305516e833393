import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/universal';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const day = { BONNE_MESURE_TODAY: '2026-01-14' };
const on = (...words: string[]) => runCliProcess([...words, '--data', data], day);
const menu = `date;Entrée;Plat;Dessert
15/01/2026;Carottes râpées;Rôti de porc OU Omelette;Surprise du chef
16/01/2026;Salade verte;Hachis parmentier;Compote
`;
const week = ['--from', '2026-01-12', '--to', '2026-01-16'];

beforeAll(async () => {
  const attendance = writeUnder(folder, 'frequentation.csv', attendanceCsv('2025-09-01', '2026-01-13'));
  const imported = await on('import', attendance, writeUnder(folder, 'menus.csv', menu));
  expect(imported.code).toBe(0);
}, 60_000);

test('plan --dishes gives each row its dishes, as JSON', async () => {
  const ended = await on('plan', ...week, '--dishes', '--json');
  expect(ended.code).toBe(0);
  const { rows } = JSON.parse(ended.stdout);
  const thursday = rows.find((row: { date: string }) => row.date === '2026-01-15');
  expect(thursday.dishes.map((dish: { dish: string; course: string }) => [dish.course, dish.dish])).toEqual([
    ['starter', 'Carottes râpées'],
    ['main', 'Rôti de porc'],
    ['main', 'Omelette'],
    ['dessert', 'Surprise du chef'],
  ]);
  const [carrots, , , surprise] = thursday.dishes;
  expect(carrots).toMatchObject({ portions: thursday.order, packs: [], surplus: 0, pieces: null });
  expect(carrots.grams).toBe(thursday.order * (thursday.siteKind === 'M' ? 50 : 70));
  expect(carrots.low).toBeLessThanOrEqual(carrots.mean);
  expect(carrots.mean).toBeLessThanOrEqual(carrots.high);
  expect(surprise).toMatchObject({ portions: thursday.order, grams: null });
  expect(surprise.problems.map(({ code }: { code: string }) => code)).toEqual(['no-portion', 'no-pack']);
  // The days without a menu are in the plan as ever.
  expect(rows.filter(({ date }: { date: string }) => date === '2026-01-12')).toHaveLength(2);
}, 60_000);

test('plan --dishes for people: what each place makes, and what is missing', async () => {
  const ended = await on('plan', ...week, '--dishes', '--lang', 'en');
  expect(ended.code).toBe(0);
  expect(ended.stdout).toContain('Dishes of 15 January 2026');
  expect(ended.stdout).toMatch(/LES TILLEULS\s+Carottes râpées\s+\d+\s+[\d.]+ kg/);
  expect(ended.stdout).toContain('“Surprise du chef”: no portion set');
  expect(ended.stdout).toContain(
    'Without a known menu nothing is counted: 12 January 2026, 13 January 2026.',
  );
}, 60_000);

test('export writes the order of a week, and reconcile finds it unchanged', async () => {
  const out = join(folder, 'commande.xlsx');
  const exported = await on('export', '--kind', 'supplier', ...week, '--out', out);
  expect(exported).toMatchObject({ code: 0, stdout: `Écrit\u00a0: ${out}\n` });
  const sheets = await readWorkbook(new Blob([readFileSync(out)]));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Sans fournisseur']);
  const compared = await on('reconcile', out, '--json');
  expect(compared.code).toBe(0);
  const [file] = JSON.parse(compared.stdout);
  expect(file).toMatchObject({ file: 'commande.xlsx', changed: [], missing: [], problems: [] });
  expect(file.same).toBe(file.lines);
}, 60_000);

test('reconcile lists what was changed, and answers 1 when some lines could not be compared, 2 when none could', async () => {
  const out = join(folder, 'commande.csv');
  await on('export', '--kind', 'supplier', ...week, '--out', out);
  const [titles = '', first = '', second = '', ...rest] = readFileSync(out, 'utf8').trimEnd().split('\r\n');
  const at = titles.split(';').indexOf('Quantité');
  const edited = (line: string, to: string) =>
    line
      .split(';')
      .map((cell, i) => (i === at ? to : cell))
      .join(';');
  const back = writeUnder(
    folder,
    'retour.csv',
    [titles, edited(first, '99,5'), edited(second, '?'), ...rest].join('\n'),
  );
  const compared = await on('reconcile', back);
  expect(compared.code).toBe(1);
  expect(compared.stdout).toContain('Quantités différentes de la commande');
  expect(compared.stdout).toContain('99,5');
  expect(compared.stdout).toContain('ligne 3, ?\u00a0: la quantité n’est pas un nombre');
  const none = await on('reconcile', writeUnder(folder, 'autre.csv', 'a;b\n'));
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('aucune colonne');
  const unread = writeUnder(folder, 'illisible.csv', [titles, edited(first, '?')].join('\n'));
  expect((await on('reconcile', unread)).code).toBe(2);
}, 60_000);

test('sheets of each kind, in each format', async () => {
  for (const [kind, title] of [
    ['production', 'Feuille de production'],
    ['delivery', 'Bon de livraison'],
    ['roll-call', 'Feuille d’appel'],
  ] as const) {
    const out = join(folder, `${kind}.html`);
    const made = await on(
      'sheet',
      '--kind',
      kind,
      '--date',
      '2026-01-15',
      '--site',
      'LES TILLEULS',
      '--out',
      out,
    );
    expect(made.code).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain(`<p class="what">${title}</p>`);
  }
  const xlsx = join(folder, 'feuille.xlsx');
  expect((await on('sheet', '--date', '2026-01-15', '--out', xlsx)).code).toBe(0);
  const [orders] = await readWorkbook(new Blob([readFileSync(xlsx)]));
  expect(orders?.data.map((row) => row[1])).toEqual(['Site', 'LA FONTAINE', 'LES TILLEULS']);
  const unknown = await on('sheet', '--date', '2026-01-15', '--kitchen', '7', '--out', join(folder, 'a.pdf'));
  expect(unknown).toMatchObject({ code: 2 });
  expect(unknown.stderr).toContain('La cuisine n°\u00a07 n’existe pas');
}, 60_000);
