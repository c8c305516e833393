import { Workbench } from '../support/database.ts';
import {
  alone,
  type Cells,
  csv,
  dates,
  eachDay,
  french,
  inPreVert,
  inTilleuls,
  monthNames,
  ofAlone,
  ofBoth,
  preVert,
  readOwn,
  sorted,
  tilleuls,
  weekdayName,
} from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());
const read = (rows: readonly Cells[], answers = {}, name = 'cantine.csv') =>
  readOwn(bench, { bytes: csv(rows), name, answers });

const town = [
  [tilleuls, inTilleuls],
  [preVert, inPreVert],
] as const;
const date = (at: number) => french(dates[at] as string);
const both = (at: number) => inTilleuls(at) + inPreVert(at);
const monthOf = (at: number) => Number((dates[at] as string).slice(5, 7));
const named = (at: number) =>
  `${weekdayName(at)} ${Number((dates[at] as string).slice(8))} ${monthNames[monthOf(at) - 1]}`;
const titles: Cells = ['Étiquettes de lignes', 'Somme de Repas'];
const days = [...dates.keys()];
const below = (head: (at: number) => readonly Cells[], foot: (at: number) => readonly Cells[] = () => []) =>
  days.flatMap((at): readonly Cells[] => [
    ...head(at),
    ...town.map(([site, of]): Cells => [site, of(at)]),
    ...foot(at),
  ]);

test.each<[string, readonly Cells[]]>([
  ['with their sums', [titles, ...below((at) => [[date(at), both(at)]]), ['Total général', 3_000]]],
  ['without sums', [titles, ...below((at) => [[date(at), null]])]],
  [
    'with titles and totals of their own',
    below(
      (at) => [
        [`${named(at)} 2025`, null],
        ['Site', 'Repas'],
      ],
      (at) => [['Total', both(at)], []],
    ),
  ],
  [
    'without a year, which the title says',
    [['Année scolaire 2025-2026', null], titles, ...below((at) => [[named(at), null]])],
  ],
])('sites below their days, %s', async (_, rows) => {
  const { asked, counts } = await read(rows);
  expect(asked).toEqual([]);
  expect(counts).toEqual(sorted(ofBoth));
});

test('classes below their days are added up, once somebody says so', async () => {
  const rows = days.flatMap((at): readonly Cells[] => [
    [date(at), inTilleuls(at)],
    ['CP', 20],
    ['CE1', inTilleuls(at) - 20],
  ]);
  expect((await read([titles, ...rows])).asked).toEqual(['site', 'lines']);
  const { counts } = await read([titles, ...rows], { site: alone, lines: 'sum' });
  expect(counts).toEqual(sorted(ofAlone));
});

test('a sum beside a day that is not that of its lines makes no such table', async () => {
  const { counts } = await read([titles, ...below((at) => [[date(at), both(at) + (at === 3 ? 1 : 0)]])]);
  expect(counts).toEqual([]);
});

test.each<[string, readonly Cells[]]>([
  ['below titles', [['Date', 'Repas']]],
  ['in a pivot table without sums', [titles]],
])('sites that stand alone above their days, %s', async (_, head) => {
  const rows = [
    ['École Jules Ferry', inTilleuls] as const,
    ['Maternelle des Prés', inPreVert] as const,
  ].flatMap(([site, of]): readonly Cells[] => [[site, null], ...days.map((at): Cells => [date(at), of(at)])]);
  const { asked, counts } = await read([...head, ...rows, ['Total général', 3_000]]);
  expect(asked).toEqual([]);
  expect(counts).toHaveLength(60);
  expect(new Map(counts).get(`${dates[0]} Maternelle des Prés`)).toBe(inPreVert(0));
});

test('notes between the days of one canteen are no sites', async () => {
  const rows = eachDay((at) => [date(at), inTilleuls(at)]).flatMap((row, at) =>
    at === 12 ? [['Sortie de fin de période', null] as Cells, row] : [row],
  );
  const { counts } = await read([['Date', 'Repas'], ...rows], { site: alone });
  expect(counts).toEqual(sorted(ofAlone));
});

const starts = days.filter((at) => at === 0 || monthOf(at) !== monthOf(at - 1));
const monthRow = (year: string): Cells => [
  null,
  ...days.map((at) => (starts.includes(at) ? `${monthNames[monthOf(at) - 1]}${year}` : null)),
];
const dayRow: Cells = ['Site', ...dates.map((iso) => Number(iso.slice(8)))];
const counted = town.map(([site, of]): Cells => [site, ...days.map(of)]);

test.each<[string, readonly Cells[], string]>([
  ['with their year', [monthRow(' 2025'), dayRow], 'cantine.csv'],
  ['with the year of the file', [monthRow(''), dayRow], 'cantine 2025-2026.csv'],
  [
    'with weekdays between',
    [monthRow(' 2025'), [null, ...days.map((at) => weekdayName(at).slice(0, 2))], dayRow],
    'cantine.csv',
  ],
])('months above the numbers of their days, %s', async (_, head, name) => {
  const { asked, counts } = await read([...head, ...counted], {}, name);
  expect(asked).toEqual([]);
  expect(counts).toEqual(sorted(ofBoth));
});

test('a pivot table with its heading over all columns', async () => {
  const rows = days.map((at): Cells => [date(at), inTilleuls(at), inPreVert(at), both(at)]);
  const head: readonly Cells[] = [
    ['Somme de Repas', 'Étiquettes de colonnes', null, null],
    ['Étiquettes de lignes', tilleuls, preVert, 'Total général'],
  ];
  const { asked, counts } = await read([...head, ...rows]);
  expect(asked).toEqual([]);
  expect(counts).toEqual(sorted(ofBoth));
});
