import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv, menusCsv } from '../canteen-files.ts';
import { type Ended, runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const env = { BONNE_MESURE_TODAY: '2026-01-14' };
const on = (...words: string[]) => runCliProcess([...words, '--data', data], env);
const answer = ({ stdout }: Ended) => JSON.parse(stdout);
const tilleuls = ['record', '--site', 'les tilleuls'];

const exported = async (kind: string) => {
  const out = join(folder, `${kind}.csv`);
  await on('export', '--kind', kind, '--out', out);
  return out;
};

beforeAll(async () => {
  const attendance = writeUnder(folder, 'a.csv', attendanceCsv('2025-09-01', '2025-12-12'));
  const menus = writeUnder(folder, 'm.csv', menusCsv);
  expect((await on('import', attendance, menus)).code).toBe(0);
}, 240_000);

test('keeps the guests as a typed count and the dishes as an import that can be undone', async () => {
  const ended = await on(
    ...tilleuls,
    ...['--date', '2026-01-05', '--served', '120', '--json'],
    ...['--dish', 'hachis PARMENTIER=115/4', '--dish', 'Compote=98'],
  );
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(answer(ended)).toMatchObject({ site: 'LES TILLEULS', served: 120, batch: 2 });
  const servings = readFileSync(await exported('servings'), 'utf8');
  expect(servings).toContain('2026-01-05;LES TILLEULS;E;Hachis parmentier;115;;4');
  expect(servings).toContain('2026-01-05;LES TILLEULS;E;Compote;98;;');
  expect(readFileSync(await exported('attendance'), 'utf8')).toContain('2026-01-05;LES TILLEULS;E;;120');
  expect((await on('undo', '2')).code).toBe(0);
  expect(readFileSync(await exported('servings'), 'utf8')).not.toContain('Compote');
  expect((await on('check')).code).toBe(0);
}, 120_000);

test('is said again without harm, and corrected', async () => {
  const again = ['--date', '2026-01-06', '--dish', 'Compote=90', '--left', '6'];
  await on(...tilleuls, ...again, '--served', '118');
  const same = await on(...tilleuls, ...again, '--served', '118', '--json');
  expect(answer(same).batch).toBeNull();
  expect((await on(...tilleuls, ...again, '--served', '117')).code).toBe(0);
}, 120_000);

test('corrects a count that a file gives', async () => {
  const ended = await on(...tilleuls, '--date', '2025-12-12', '--served', '97');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(await exported('attendance'), 'utf8')).toMatch(/2025-12-12;LES TILLEULS;E;[^;]*;97/);
}, 120_000);

test.each([
  ['a day to come', ['--date', '2026-01-15', '--served', '100'], 'Un jour à venir'],
  ['a negative count', ['--date', '2026-01-05', '--served=-3'], 'au moins 0'],
  ['half a meal', ['--date', '2026-01-05', '--served', '10,5'], 'nombre entier'],
  ['far too many meals', ['--date', '2026-01-05', '--served', '1200'], 'plus du double'],
  [
    'a dish of no menu',
    ['--date', '2026-01-07', '--served', '100', '--dish', 'Poulte=60'],
    'Aucun plat des menus ne correspond',
  ],
  ['a dish without count', ['--date', '2026-01-07', '--served', '100', '--dish', 'Compote'], 'PLAT=N'],
  ['what is left of no dish', ['--date', '2026-01-07', '--served', '100', '--left', '4'], '--left va avec'],
])(
  'refuses %s, and nothing is kept',
  async (_, words, message) => {
    const ended = await on(...tilleuls, ...words);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(message);
    const attendance = readFileSync(await exported('attendance'), 'utf8');
    expect(attendance).not.toMatch(/2026-01-(07|15)/);
  },
  60_000,
);

test('a number far above all on record is kept for whoever is sure', async () => {
  const far = ['--date', '2025-12-15', '--served', '1200'];
  const asked = await on(...tilleuls, ...far);
  expect(asked).toMatchObject({ code: 2, stderr: expect.stringContaining('--sure') });
  expect(await on(...tilleuls, ...far, '--sure')).toMatchObject({ code: 0 });
  expect(readFileSync(await exported('attendance'), 'utf8')).toMatch(/2025-12-15;LES TILLEULS;E;[^;]*;1200/);
}, 60_000);

test('writes a workbook to fill in, and says that it is one', async () => {
  const out = join(folder, 'modele.xlsx');
  expect(await on('export', '--kind', 'model', '--out', out)).toMatchObject({ code: 0 });
  expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  const wrong = await on('export', '--kind', 'model', '--out', join(folder, 'modele.csv'));
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('.xlsx') });
}, 60_000);

test('takes second helpings, classes and the head count as an estimate, each in its field', async () => {
  const words = [...tilleuls, '--date', '2026-01-09'];
  const seconds = await on(...words, '--seconds', '7', '--adult-seconds', '1', '--estimated', '--json');
  expect(seconds.code).toBe(0);
  expect(answer(seconds)).toMatchObject({
    secondHelpings: 7,
    adultSecondHelpings: 1,
    estimated: true,
    changed: 3,
  });
  const classes = await on(...words, '--class', 'E=128', '--json');
  expect(answer(classes)).toMatchObject({ childrenByClass: { E: 128 }, findings: [] });
  const classSeconds = ['--class-seconds', 'M=2', '--class-seconds', 'E=5'];
  expect(answer(await on(...words, ...classSeconds, '--json'))).toMatchObject({
    secondHelpingsByClass: { M: 2, E: 5 },
    changed: 2,
  });
  const wrong = await on(...words, '--class', 'élémentaire=118');
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toContain('M=N, E=N');
  const wrongSeconds = await on(...words, '--class-seconds', '5');
  expect(wrongSeconds).toMatchObject({ code: 2, stderr: expect.stringContaining('--class-seconds') });
}, 120_000);

test('refuses a site that is not there', async () => {
  const ended = await on('record', '--site', 'Nulle Part', '--date', '2026-01-05', '--served', '10');
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain('Nulle Part');
}, 60_000);

test('keeps all that is known after a meal, and names what is odd', async () => {
  const words = [...tilleuls, '--date', '2026-01-08', '--served', '121', '--adults', '5', '--json'];
  const dish = ['--dish', 'Compote', '--prepared', '110', '--ran-out', '12:35'];
  const ended = await on(...words, ...dish);
  expect(ended.code).toBe(0);
  expect(answer(ended)).toMatchObject({
    site: 'LES TILLEULS',
    served: 121,
    adults: 5,
    batch: null,
    findings: [],
  });
  expect(readFileSync(await exported('servings'), 'utf8')).toContain(
    '2026-01-08;LES TILLEULS;E;Compote;110;110;0',
  );
  const odd = await on(...tilleuls, '--date', '2026-01-08', '--prepared', '120', '--left', '125');
  expect(odd.code).toBe(0);
  expect(odd.stderr).toContain('125 restent de 120 préparés');
  const nothing = await on(...tilleuls, '--date', '2026-01-08');
  expect(nothing).toMatchObject({ code: 2, stdout: '' });
  const ahead = await on(...tilleuls, '--date', '2026-01-15', '--adults', '3');
  expect(ahead).toMatchObject({ code: 2, stdout: '' });
  expect(ahead.stderr).toContain('à venir');
}, 120_000);
