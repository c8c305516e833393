import { type WorkbookSheet, xlsx } from '../../support/xlsx.ts';
import { Workbench } from '../support/database.ts';
import {
  alone,
  type Counts,
  countsOf,
  dates,
  importOwn,
  inPreVert,
  inTilleuls,
  monthNames,
  ofAlone,
  ofBoth,
  preVert,
  readOwn,
  serial,
  sorted,
  tilleuls,
  weekdayName,
} from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const read = (sheets: readonly WorkbookSheet[], answers = {}) =>
  readOwn(bench, { bytes: xlsx(sheets), name: 'cantine.xlsx', answers });

type Of = (at: number) => number;
const all = [...dates.keys()];
const inMonth = (month: number) => all.filter((at) => Number(dates[at]?.slice(5, 7)) === month);
const months = [9, 10];
const named = (month: number) => monthNames[month - 1] ?? '';
const sheet = (name: string, of: Of, days: readonly number[] = all, banner?: string): WorkbookSheet => ({
  name,
  rows: [
    ...(banner === undefined ? [] : [[banner], []]),
    ['Date', 'Repas'],
    ...days.map((at) => [serial(at), of(at)]),
    ['Total', days.reduce((sum, at) => sum + of(at), 0)],
  ],
});
const town: readonly (readonly [string, Of])[] = [
  [tilleuls, inTilleuls],
  [preVert, inPreVert],
];
const grid = (
  name: (site: string, month: number, at: number) => string,
  banner?: (site: string, month: number) => string,
) =>
  town.flatMap(([site, of], at) =>
    months.map((month) => sheet(name(site, month, at), of, inMonth(month), banner?.(site, month))),
  );
const renamed = (counts: Counts, change: (site: string) => string): Counts =>
  new Map([...counts].map(([key, count]) => [`${key.slice(0, 11)}${change(key.slice(11))}`, count]));

test.each<[string, readonly WorkbookSheet[], Counts]>([
  ['the school before the month', grid((site, month) => `${site} ${named(month).slice(0, 4)}.`), ofBoth],
  ['the month before the school', grid((site, month) => `${named(month)} 2025 - ${site}`), ofBoth],
  ['joined by a line', grid((site, month) => `${site}_${named(month)}`), ofBoth],
  [
    'the school above the table',
    grid(
      (_, month, at) => `${named(month)}${at === 0 ? '' : ' (2)'}`,
      (site) => `École : ${site}`,
    ),
    ofBoth,
  ],
  [
    'school and month above the table, the sheets as Excel names them',
    grid(
      (_, month, at) => `Feuil${at * 2 + month}`,
      (site, month) => `${site} – ${named(month)} 2025`,
    ),
    ofBoth,
  ],
  [
    'canteens above the table',
    grid(
      (_, month, at) => `Feuil${at * 2 + month}`,
      (site, month) => `Cantine ${site} - ${named(month)} 2025`,
    ),
    renamed(ofBoth, (site) => `Cantine ${site}`),
  ],
])('a sheet for each school and month: %s', async (_, sheets, counts) => {
  const found = await read(sheets);
  expect(found.asked).toEqual([]);
  expect(found.counts).toEqual(sorted(counts));
});

const summed = countsOf(alone, (at) => inTilleuls(at) + inPreVert(at));
const parts = (first: string, second: string) => [sheet(first, inTilleuls), sheet(second, inPreVert)];

test.each<[string, readonly WorkbookSheet[], Counts]>([
  ['levels', parts('Maternelle', 'Élémentaire'), summed],
  ['levels by month', grid((site, month) => `${site === tilleuls ? 'Mat' : 'Elem'} ${named(month)}`), summed],
  ['sittings', parts('1er service', '2ème service'), summed],
  ['classes', parts('CP-CE1', 'CE2-CM'), summed],
  [
    'classes and their sum',
    [...parts('CP', 'CE1'), sheet('TOTAL', (at) => inTilleuls(at) + inPreVert(at))],
    summed,
  ],
])('sheets of one canteen’s guests are added up after a question: %s', async (_, sheets, counts) => {
  expect((await read(sheets)).asked).toEqual(['sheets', 'site']);
  expect((await read(sheets)).counts).toEqual([]);
  const found = await read(sheets, { sheets: 'sum', site: alone });
  expect(found.asked).toEqual([]);
  expect(found.counts).toEqual(sorted(counts));
});

test('levels may be canteens of their own', async () => {
  const found = await read(parts('Maternelle', 'Élémentaire'), { sheets: 'sites' });
  const own = renamed(ofBoth, (site) => (site === tilleuls ? 'Maternelle' : 'Élémentaire'));
  expect(found.counts).toEqual(sorted(own));
});

test.each<[string, readonly WorkbookSheet[], string]>([
  ['adults', parts('Enfants', 'Adultes'), 'diners-kept'],
  ['another service', parts('Cantine', 'Garderie'), 'meals-left-out'],
])('a sheet of %s is none of the children’s, and told', async (_, sheets, told) => {
  expect((await read(sheets)).asked).toEqual(['site']);
  const found = await read(sheets, { site: alone });
  expect(found.counts).toEqual(sorted(ofAlone));
  expect(found.codes).toContain(told);
});

test.each<[string, readonly WorkbookSheet[]]>([
  [
    'a sheet for each weekday',
    ['lundi', 'mardi', 'jeudi', 'vendredi'].map((day) =>
      sheet(
        day,
        inTilleuls,
        all.filter((at) => weekdayName(at) === day),
      ),
    ),
  ],
  ['sheets as Excel names them', months.map((month) => sheet(`Feuil${month}`, inTilleuls, inMonth(month)))],
  [
    'remarks beside months',
    [sheet('Sept ok', inTilleuls, inMonth(9)), sheet('Oct à vérifier', inTilleuls, inMonth(10))],
  ],
])('no names of sites are seen in %s', async (_, sheets) => {
  expect((await read(sheets)).asked).toEqual(['site']);
  expect((await read(sheets, { site: alone })).counts).toEqual(sorted(ofAlone));
});

test.each([
  ['after it', (month: number) => `Tilleuls ${named(month)} 2025`, 'Tilleuls'],
  ['before it', (month: number) => `${named(month)}_Tilleuls`, 'Tilleuls'],
  ['beside a remark', (month: number) => `${named(month)} ok`, null],
])('the month of each sheet and one name %s: it is proposed', async (_, name, proposal) => {
  const db = bench.database();
  const bytes = xlsx(months.map((month) => sheet(name(month), inTilleuls, inMonth(month))));
  const { files } = await importOwn(bench, db, { bytes, name: 'cantine.xlsx' });
  const questions = files.flatMap((file) => file.questions);
  expect(questions.find(({ id }) => id === 'site')?.proposal).toBe(proposal);
});

test('a copy of a sheet is told as one, and read once', async () => {
  const found = await read([sheet('Feuil1', inTilleuls), sheet('Feuil1 (2)', inTilleuls)], { site: alone });
  expect(found.codes).toContain('same-file-twice');
  expect(found.codes).not.toContain('sheet-left-out');
  expect(found.counts).toEqual(sorted(ofAlone));
});

test('sheets of two schools with the same counts are both read, and told', async () => {
  const found = await read(parts(tilleuls, preVert).map(({ name }) => sheet(name, inTilleuls)));
  expect(found.codes).toContain('sheet-copied');
  const both = [tilleuls, preVert].flatMap((site) => [...countsOf(site, inTilleuls)]);
  expect(found.counts).toEqual(sorted(new Map(both)));
});

test('classes with the same counts are added up all the same', async () => {
  const same = ['CP', 'CE1'].map((name) => sheet(name, inTilleuls));
  const found = await read(same, { sheets: 'sum', site: alone });
  expect(found.codes).toContain('sheet-copied');
  expect(found.counts).toEqual(sorted(countsOf(alone, (at) => 2 * inTilleuls(at))));
});
