import { type WorkbookSheet, xlsx } from '../../support/xlsx.ts';
import { Workbench } from '../support/database.ts';
import {
  alone,
  type Cells,
  type Counts,
  csv,
  dates,
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
  weekdayName,
  without,
} from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const weeks = [0, 1, 2, 3];
const inWeeks = without(ofBoth, (key) => key >= '2025-09-27');
const daysOf = (week: number) => [0, 1, 2, 3].map((day) => week * 4 + day);
const both: readonly (readonly [string, (at: number) => number])[] = [
  [tilleuls, inTilleuls],
  [preVert, inPreVert],
];
const gridOf = (week: number, heads: Cells, total = false): readonly Cells[] => [
  ['Site', ...heads, ...(total ? ['Total'] : [])],
  ...both.map(([site, of]): Cells => [site, ...daysOf(week).map(of), ...(total ? [9_999] : [])]),
  ...(total ? [['Total', 1, 2, 3, 4, 5]] : []),
  [],
];
const frenchDates = (week: number) => daysOf(week).map((at) => french(dates[at] as string));
const across = dates.map(french);

const read = (bytes: string | Uint8Array, name: string, answers = {}) =>
  readOwn(bench, { bytes, name, answers });

test.each<[string, readonly Cells[], Counts, object]>([
  [
    'weeks one below the other, with dates',
    weeks.flatMap((week) => gridOf(week, frenchDates(week))),
    inWeeks,
    {},
  ],
  [
    'the same with totals and weekdays',
    weeks.flatMap((week) =>
      gridOf(
        week,
        daysOf(week).map((at) => `${weekdayName(at)} ${french(dates[at] as string)}`),
        true,
      ),
    ),
    inWeeks,
    {},
  ],
  [
    'weekdays below the week',
    weeks.flatMap((week) => [
      [`Semaine du ${frenchDates(week)[0]} au ${frenchDates(week)[3]}`],
      ...gridOf(week, ['Lundi', 'Mardi', 'Jeudi', 'Vendredi']),
    ]),
    inWeeks,
    {},
  ],
  [
    'blocks below names alone',
    [
      ['Relevé des repas'],
      ...both.flatMap(([site, of]) => [
        [site],
        ['Date', 'Servis'],
        ...dates.map((date, at) => [french(date), of(at)]),
        [],
      ]),
    ],
    ofBoth,
    {},
  ],
  [
    'a name once for its planned and served meals',
    [
      ['Site', 'Type', ...across],
      ...both.flatMap(([site, of]): Cells[] => [
        [site, 'Prévu', ...dates.map((_, at) => of(at) + 3)],
        ['', 'Servi', ...dates.map((_, at) => of(at))],
      ]),
    ],
    ofBoth,
    {},
  ],
  [
    'classes and adults as lines, days as columns',
    [
      ['', ...across],
      ['Maternelle', ...dates.map(() => 20)],
      ['Élémentaire', ...dates.map((_, at) => inTilleuls(at) - 20)],
      ['Adultes', ...dates.map(() => 4)],
      ['Total', ...dates.map((_, at) => inTilleuls(at) + 4)],
    ],
    ofAlone,
    { site: alone, lines: 'sum' },
  ],
  ['signs that say "as above"', eachDittoed(), ofBoth, {}],
  [
    'tables of sites side by side',
    [
      [tilleuls, '', '', preVert, ''],
      ['Date', 'Servis', '', 'Date', 'Servis'],
      ...dates.map((date, at) => [french(date), inTilleuls(at), '', french(date), inPreVert(at)]),
    ],
    ofBoth,
    {},
  ],
])('%s', async (_what, rows, counts, answers) => {
  expect(await read(csv(rows), 'cantine.csv', answers)).toMatchObject({ counts: sorted(counts), asked: [] });
});

function eachDittoed(): readonly Cells[] {
  const rows = eachLine((date, site, served) => [date, site, served]);
  return [
    ['Date', 'Site', 'Servis'],
    ...rows.map((row, at) => (at % 2 === 0 ? row : ['idem', ...row.slice(1)])),
  ];
}

describe('workbooks', () => {
  const months = [9, 10].map((month) => ({
    name: month === 9 ? 'septembre' : 'octobre',
    month: `2025-${`${month}`.padStart(2, '0')}`,
  }));
  const sheets = (rowsOf: (month: string) => WorkbookSheet['rows'], year = ' 2025') =>
    xlsx(months.map(({ name, month }) => ({ name: `${name}${year}`, rows: rowsOf(month) })));
  const ofMonth = (month: string) =>
    dates.map((date, at) => [date, at] as const).filter(([date]) => date.startsWith(month));

  test.each<[string, Uint8Array, Counts, object]>([
    [
      'every day of the month, the first ones without a count',
      sheets((month) => [
        ['Date', 'Mat', 'Elem', 'Adultes'],
        ...Array.from({ length: 30 }, (_, at) => {
          const day = dates.indexOf(`${month}-${`${at + 1}`.padStart(2, '0')}`);
          return day < 0 ? [at + 1, null, null, null] : [at + 1, 20, inTilleuls(day) - 20, 3];
        }),
      ]),
      ofAlone,
      { site: alone },
    ],
    [
      'the weekday beside the number of the day',
      sheets(
        (month) => [
          ['', 'Jour', 'Repas'],
          ...ofMonth(month).map(([date, at]) => [weekdayName(at), Number(date.slice(8)), inTilleuls(at)]),
        ],
        '',
      ),
      ofAlone,
      { site: alone, year: '2025-2026' },
    ],
    [
      'a sheet for each school and one that adds them up',
      xlsx([
        ...both.map(([name, of]) => ({
          name,
          rows: [['Date', 'Servis'], ...dates.map((_, at) => [serial(at), of(at)])],
        })),
        {
          name: 'Récapitulatif',
          rows: [['Date', 'Servis'], ...dates.map((_, at) => [serial(at), inTilleuls(at) + inPreVert(at)])],
        },
      ]),
      ofBoth,
      {},
    ],
  ])('%s', async (_what, bytes, counts, answers) => {
    expect(await read(bytes, 'cantine.xlsx', answers)).toMatchObject({ counts: sorted(counts), asked: [] });
  });

  test('weeks by their numbers ask for the year', async () => {
    const bytes = xlsx(
      weeks.map((week) => ({
        name: `S${36 + week}`,
        rows: gridOf(week, ['Lundi', 'Mardi', 'Jeudi', 'Vendredi']),
      })),
    );
    expect(await read(bytes, 'cantine.xlsx')).toMatchObject({ counts: [], asked: ['year'] });
    expect(await read(bytes, 'cantine.xlsx', { year: '2025-2026' })).toMatchObject({
      counts: sorted(inWeeks),
    });
  });
});
