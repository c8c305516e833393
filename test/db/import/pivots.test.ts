import { xlsx } from '../../support/xlsx.ts';
import { Workbench } from '../support/database.ts';
import {
  alone,
  type Cells,
  csv,
  dates,
  eachDay,
  eachLine,
  french,
  inPreVert,
  inTilleuls,
  ofAlone,
  ofBoth,
  preVert,
  readOwn,
  serial,
  sorted,
  tilleuls,
} from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const read = (bytes: string | Uint8Array, answers = {}, name = 'cantine.csv') =>
  readOwn(bench, { bytes, name, answers });

type Of = (at: number) => number;
const all = [...dates.keys()];
const sumOf = (of: Of) => all.reduce((sum, at) => sum + of(at), 0);
const written = (at: number) => french(dates[at] ?? '');
const town: readonly (readonly [string, Of])[] = [
  [tilleuls, inTilleuls],
  [preVert, inPreVert],
];
const pivotOf = (
  names: readonly [string, string] = [tilleuls, preVert],
  wrongBy = 0,
  days: (at: number) => unknown = written,
) => {
  const blocks = town.map(([, of], site): readonly Cells[] => [
    [names[site] as string, sumOf(of) + (site === 0 ? 0 : wrongBy)],
    ...all.map((at) => [days(at), of(at)] as Cells),
  ]);
  return [...blocks.flat(), ['Total général', sumOf(inTilleuls) + sumOf(inPreVert)] as Cells];
};
const titles = ['Étiquettes de lignes', 'Somme de Repas'];

test.each<[string, string | Uint8Array]>([
  ['in a text', csv([titles, ...pivotOf()])],
  ['below its field', csv([['Somme de Repas', ''], titles, ...pivotOf()])],
  ['under another title', csv([['Site / Date', 'Repas'], ...pivotOf()])],
  ['in a workbook', xlsx([{ name: 'Feuil1', rows: [titles, ...pivotOf(undefined, 0, serial)] as never }])],
])('sites and their sums above the days of a pivot table, %s', async (_, bytes) => {
  const found = await read(bytes, {}, typeof bytes === 'string' ? 'tcd.csv' : 'tcd.xlsx');
  expect(found.asked).toEqual([]);
  expect(found.codes).not.toContain('site-sum-differs');
  expect(found.counts).toEqual(sorted(ofBoth));
});

test('a sum that is not that of its days is told', async () => {
  const { codes, counts } = await read(csv([titles, ...pivotOf(undefined, 5)]));
  expect(codes).toContain('site-sum-differs');
  expect(counts).toEqual(sorted(ofBoth));
});

test('the lines below a blank name, far down, are of no site', async () => {
  // Longer than what is looked at to know the table.
  const sites = Array.from(
    { length: 160 },
    (_, site) => `Restaurant ${'ABCDEFGHIJKLM'[site % 13]}${'NOPQRSTUVWXYZ'[Math.floor(site / 13)]}an`,
  );
  const lines = sites.flatMap((name): readonly Cells[] => [
    [name, sumOf(inTilleuls)],
    ...all.map((at): Cells => [written(at), inTilleuls(at)]),
  ]);
  const { codes, counts } = await read(csv([titles, ...lines, ['(vide)', 7], [written(0), 7]]));
  expect(codes).toEqual(expect.arrayContaining(['not-a-date', 'missing-value']));
  expect(counts.filter(([, count]) => count === 7)).toEqual([]);
  expect(counts).toHaveLength(sites.length * dates.length);
});

test.each<[string, readonly [string, string]]>([
  ['classes', ['CP', 'CE1']],
  ['levels', ['Maternelle', 'Élémentaire']],
  ['diets', ['Standard', 'Sans porc']],
  ['services', ['Garderie', 'Goûter']],
  ['a service and meals', ['Cantine', 'Repas enfants']],
  ['children and adults', ['Enfants', 'Adultes']],
])('%s above days are no sites', async (_, names) => {
  expect(await read(csv([titles, ...pivotOf(names)]))).toMatchObject({ asked: ['site'], counts: [] });
});

test('parts of a year are no sites either', async () => {
  const half = (from: number, to: number) => all.slice(from, to);
  const block = (name: string, days: readonly number[]): readonly Cells[] => [
    [name, days.reduce((sum, at) => sum + inTilleuls(at), 0)],
    ...days.map((at): Cells => [written(at), inTilleuls(at)]),
  ];
  const { counts } = await read(
    csv([titles, ...block('Trimestre 1', half(0, 15)), ...block('Trimestre 2', half(15, 30))]),
  );
  expect(counts).toEqual([]);
});

test.each(['Nombre de lignes : 70', '70 lignes', '70 enregistrements exportés', 'Fin du fichier'])(
  'a line without separators at the end says nothing of a day: %s',
  async (line) => {
    for (const bytes of [
      csv([['Date', 'Site', 'Repas'], ...eachLine((...cells) => cells.slice(0, 3) as Cells), [line]]),
      csv([['Site', 'Date', 'Repas'], ...eachLine((date, site, served) => [site, date, served]), [line]]),
    ]) {
      const { codes, counts } = await read(bytes);
      expect(codes).toEqual(['note-left-out']);
      expect(counts).toEqual(sorted(ofBoth));
    }
  },
);

test('a torn row of a day stays one', async () => {
  const rows = eachDay((at) => [written(at), tilleuls, inTilleuls(at)]);
  const { codes } = await read(csv([['Date', 'Site', 'Repas'], ...rows, ['17/11/2025']]));
  expect(codes).toEqual(['torn-row']);
});

test.each([
  [['L', 'M', 'Me', 'J', 'V']],
  [['L', 'M', 'M', 'J', 'V']],
  [['Lu', 'Ma', 'Me', 'Je', 'Ve']],
  [['L', 'M', 'J', 'V']],
])('the letters of weekdays above numbered weeks: %j', async (letters) => {
  const monday = Date.UTC(2025, 8, 1) / 86_400_000;
  const offsets = letters.length === 4 ? [0, 1, 3, 4] : [0, 1, 2, 3, 4];
  const mealsOn = (day: number) => {
    const at = dates.indexOf(new Date(day * 86_400_000).toISOString().slice(0, 10));
    return at < 0 ? '' : inTilleuls(at);
  };
  const weeks = [0, 1, 2, 3, 4, 5, 6, 7].map(
    (week): Cells => [`S${36 + week}`, ...offsets.map((day) => mealsOn(monday + week * 7 + day))],
  );
  const table = csv([['Cantine 2025-2026'], ['Semaine', ...letters], ...weeks]);
  const { asked, counts } = await read(table, { site: alone });
  expect(asked).toEqual([]);
  expect(counts).toEqual(sorted(ofAlone));
});
