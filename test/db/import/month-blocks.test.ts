import { weekdayOfDay } from '../../../db/day.ts';
import { Workbench } from '../support/database.ts';
import { alone, type Cells, csv, preVert, readOwn, sorted, tilleuls } from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const names = ['Septembre 2024', 'Octobre 2024', 'Novembre 2024'];
const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'];
/** The days of school of a month, with their weekdays. */
const months = names.map((name, at) => {
  const first = Date.UTC(2024, 8 + at, 1) / 86_400_000;
  const days = Array.from({ length: new Date(Date.UTC(2024, 9 + at, 0)).getUTCDate() }, (_, day) => ({
    number: day + 1,
    weekday: weekdays[weekdayOfDay(first + day) - 1] ?? '',
  }));
  return { name, at, days: days.filter(({ weekday }) => weekday !== '') };
});
type Month = (typeof months)[number];
const served = (at: number, day: number) => 40 + ((at * 11 + day * 7) % 23);
const countsOf = (site: string, more: number) =>
  months.flatMap(({ at, days }) =>
    days.map(({ number }): [string, number] => [
      `2024-${String(9 + at).padStart(2, '0')}-${String(number).padStart(2, '0')} ${site}`,
      served(at, number) + more,
    ]),
  );
const inBlocks = (block: (month: Month) => readonly Cells[]) => months.flatMap(block);
const down = (cells: (number: number, weekday: string, served: number) => Cells) => (month: Month) =>
  month.days.map(({ number, weekday }) => cells(number, weekday, served(month.at, number)));
const plain = down((day, _, count) => [day, count]);
const ofSites = ({ at, days }: Month): readonly Cells[] => [
  [tilleuls, ...days.map(({ number }) => served(at, number))],
  [preVert, ...days.map(({ number }) => served(at, number) + 3)],
];
const numbersOf = ({ days }: Month) => days.map(({ number }) => number);

test.each<[string, readonly Cells[]]>([
  [
    'below the month',
    inBlocks((month) => [[month.name], ['Jour', 'Repas'], ...plain(month), ['Total', 999]]),
  ],
  ['below the month beside a title', inBlocks((month) => [[month.name, 'Repas'], ...plain(month), []])],
  [
    'below a labelled month',
    inBlocks((month) => [['Mois :', month.name], ['Jour', 'Repas'], ...plain(month)]),
  ],
  [
    'with their weekdays',
    inBlocks((month) => [
      [month.name],
      ['Jour', 'Repas'],
      ...down((day, weekday, count) => [`${weekday} ${day}`, count])(month),
    ]),
  ],
  [
    'beside their weekdays',
    inBlocks((month) => [
      [month.name],
      ['Jour', 'Date', 'Repas'],
      ...down((day, weekday, count) => [weekday, day, count])(month),
    ]),
  ],
  [
    'beside the letters of their weekdays',
    inBlocks((month) => [
      [month.name],
      ['', '', 'Repas'],
      ...down((day, weekday, count) => [weekday.slice(0, 1).toUpperCase(), day, count])(month),
    ]),
  ],
])('numbers of days %s', async (_, rows) => {
  const { asked, counts } = await readOwn(bench, { bytes: csv(rows), answers: { site: alone } });
  expect([asked, counts]).toEqual([[], sorted(new Map(countsOf(alone, 0)))]);
});

test.each<[string, readonly Cells[]]>([
  [
    'below the month',
    inBlocks((month) => [[month.name], ['Site', ...numbersOf(month)], ...ofSites(month), []]),
  ],
  ['beside the month', inBlocks((month) => [[month.name, ...numbersOf(month)], ...ofSites(month), []])],
  [
    'below the letters of weekdays',
    inBlocks((month) => [
      [month.name],
      ['', ...month.days.map(({ weekday }) => weekday.slice(0, 1).toUpperCase())],
      ['Site', ...numbersOf(month)],
      ...ofSites(month),
    ]),
  ],
])('numbers of days side by side, %s', async (_, rows) => {
  const { asked, counts } = await readOwn(bench, { bytes: csv(rows) });
  expect([asked, counts]).toEqual([[], sorted(new Map([...countsOf(tilleuls, 0), ...countsOf(preVert, 3)]))]);
});
