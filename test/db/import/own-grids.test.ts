import { xlsx } from '../../support/xlsx.ts';
import { Workbench } from '../support/database.ts';
import {
  alone,
  type Cells,
  type Counts,
  countsOf,
  csv,
  dates,
  eachDay,
  eachLine,
  french,
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
  storedCounts,
  tilleuls,
  weekdayName,
} from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const read = (bytes: string | Uint8Array, name: string, answers = {}) =>
  readOwn(bench, { bytes, name, answers });

/** The meals of the one canteen on a day that a month and a number name, or a week and a weekday. */
const mealsOn = (date: string) => {
  const at = dates.indexOf(date);
  return at < 0 ? '' : inTilleuls(at);
};
const monthDays = Array.from({ length: 31 }, (_, at) => `${at + 1}`);
const inMonth = (month: number, day: string) =>
  mealsOn(`2025-${`0${month}`.slice(-2)}-${day.padStart(2, '0')}`);
const [monday, week] = [Date.UTC(2025, 8, 1), 7 * 86_400_000];
const weekdays = ['Lundi', 'Mardi', 'Jeudi', 'Vendredi'];
const weeks = [
  ...Map.groupBy(dates.keys(), (at) => Math.floor((Date.parse(dates[at] ?? '') - monday) / week)),
];
const isoAfter = (days: number) => new Date(monday + days * 86_400_000).toISOString().slice(0, 10);
const inWeek = (own: number) => [0, 1, 3, 4].map((day) => mealsOn(isoAfter(own * 7 + day)));

const children = Array.from({ length: 12 }, (_, child) => `Dupont ${child}`);
const someDates = dates.slice(0, 8);
const eats = (child: number, at: number) => (child * 7 + at * 3) % 5 !== 0;
const eaters: Counts = new Map(
  someDates.map((date, at) => [`${date} ${alone}`, children.filter((_, child) => eats(child, at)).length]),
);
const childGrid = (yes: string, no: string): readonly Cells[] => [
  ['Nom', 'Prénom', ...someDates.map(french)],
  ...children.map(
    (name, child): Cells => [name, 'Léa', ...someDates.map((_, at) => (eats(child, at) ? yes : no))],
  ),
  ['TOTAL', '', ...someDates.map((date) => eaters.get(`${date} ${alone}`) ?? 0)],
];
const childLines = (titles: Cells, line: (date: string, name: string, isThere: boolean) => Cells | null) => [
  titles,
  ...someDates.flatMap((date, at) =>
    children.flatMap((name, child) => {
      const cells = line(french(date), name, eats(child, at));
      return cells === null ? [] : [cells];
    }),
  ),
];
const ofOne = { site: alone, lines: 'sum' };

test.each<[string, readonly Cells[], Counts, object]>([
  ['a list of children signed with X', childGrid('X', ''), eaters, ofOne],
  ['a list of children with P and A', childGrid('P', 'A'), eaters, ofOne],
  ['a list of children with 1', childGrid('1', ''), eaters, ofOne],
  [
    'a line for each child and day, present or absent',
    childLines(['Date', 'Enfant', 'Classe', 'Pointage'], (date, name, isThere) => [
      date,
      name,
      'CP',
      isThere ? 'Présent' : 'Absent',
    ]),
    eaters,
    ofOne,
  ],
  [
    'a line for each meal of a child, without a count',
    childLines(['date_repas', 'id_enfant', 'type_repas'], (date, name, isThere) =>
      isThere ? [date, `1${name.slice(7)}`, 'Standard'] : null,
    ),
    eaters,
    ofOne,
  ],
  [
    'services of a child beside each other',
    childLines(['Enfant', 'Date', 'Garderie matin', 'Cantine', 'Garderie soir'], (date, name, isThere) => [
      name,
      date,
      'X',
      isThere ? 'X' : '',
      '',
    ]),
    eaters,
    ofOne,
  ],
  [
    'months above the days of a month',
    [
      ['Année scolaire 2025-2026'],
      ['Jour', 'Septembre', 'Octobre'],
      ...monthDays.map((day): Cells => [day, inMonth(9, day), inMonth(10, day)]),
      ['Total', 1_000, 900],
    ],
    ofAlone,
    { site: alone },
  ],
  [
    'the days of a month above months',
    [
      ['Mois', ...monthDays, 'Total'],
      ...[9, 10].map(
        (month): Cells => [
          `${monthNames[month - 1]} 2025`,
          ...monthDays.map((day) => inMonth(month, day)),
          900,
        ],
      ),
    ],
    ofAlone,
    { site: alone },
  ],
  [
    'weekdays above numbered weeks',
    [
      ['Cantine 2025-2026'],
      ['Semaine', ...weekdays, 'Total'],
      ...weeks.map(([own]): Cells => [36 + own, ...inWeek(own), 250]),
    ],
    ofAlone,
    { site: alone },
  ],
  [
    'weekdays above weeks from a day to another',
    [
      ['Semaine', ...weekdays],
      ...weeks.map(
        ([own]): Cells => [
          `du ${french(isoAfter(own * 7)).slice(0, 5)} au ${french(isoAfter(own * 7 + 4))}`,
          ...inWeek(own),
        ],
      ),
    ],
    ofAlone,
    { site: alone },
  ],
  [
    'classes of a school in columns of their own',
    [
      ['Date', `${tilleuls} mat`, `${tilleuls} élém`, `${preVert} mat`, `${preVert} élém`, 'Total'],
      ...eachDay((at) => [
        french(dates[at] as string),
        20,
        inTilleuls(at) - 20,
        10,
        inPreVert(at) - 10,
        inTilleuls(at) + inPreVert(at),
      ]),
    ],
    ofBoth,
    {},
  ],
  [
    'a title for all schools above their names',
    [
      ['', '', 'ECOLE', ''],
      ['DATE', 'JOUR', tilleuls, preVert, 'TOTAL'],
      ...eachDay((at) => [
        french(dates[at] as string),
        weekdayName(at),
        inTilleuls(at),
        inPreVert(at),
        inTilleuls(at) + inPreVert(at),
      ]),
    ],
    ofBoth,
    {},
  ],
  [
    'a sum that holds the adults',
    [
      ['Date', 'Site', 'Nb enfants', 'Nb adultes', 'Nb repas'],
      ...eachLine((date, site, served) => [date, site, served, 3, served + 3]),
    ],
    ofBoth,
    {},
  ],
  [
    'deliveries with their numbers',
    [
      ['Date livraison', 'N° BL', 'Client', 'Code article', 'Désignation', 'Qté commandée', 'Qté livrée'],
      ...eachLine((date, site, served, at) => [
        date,
        7_000 + at,
        site,
        'REP1',
        'Repas enfant',
        served + 3,
        served,
      ]),
    ],
    ofBoth,
    {},
  ],
  [
    'texts kept from the spreadsheet',
    [['Date', 'Site', 'Repas'], ...eachLine((...cells) => cells.slice(0, 3).map((cell) => `="${cell}"`))],
    ofBoth,
    {},
  ],
  [
    'kitchens in the place of sites',
    [['Date', 'Cuisine', 'Repas produits'], ...eachLine((date, site, served) => [date, site, served])],
    ofBoth,
    {},
  ],
])('%s', async (_, rows, wanted, answers) => {
  const { counts, asked } = await read(csv(rows), 'cantine.csv', answers);
  expect({ counts, asked }).toEqual({ counts: sorted(wanted), asked: [] });
});

test('short words for what was ordered, below the names of sites', async () => {
  const rows = [
    ['', tilleuls, null, preVert, null],
    ['Dates', 'Cdé', 'Réel', 'Cdé', 'Réel'],
    ...dates.map((_, at) => [
      serial(at),
      inTilleuls(at) + 2,
      inTilleuls(at),
      inPreVert(at) + 1,
      inPreVert(at),
    ]),
  ];
  const { counts, asked } = await read(
    xlsx([{ name: 'Feuil1', merged: ['B1:C1', 'D1:E1'], rows }]),
    'tableau.xlsx',
  );
  expect({ counts, asked }).toEqual({ counts: sorted(ofBoth), asked: [] });
});

test('a list of children is asked about before it is added up, and signs without it are no dishes', async () => {
  expect((await read(csv(childGrid('X', '')), 'cantine.csv', { site: alone })).asked).toEqual(['lines']);
  const codes = childGrid('C', 'G').map((cells) =>
    cells.with(0, cells[0] === 'Nom' ? 'Qui' : (cells[0] ?? '')),
  );
  expect(await read(csv(codes.slice(0, -1)), 'cantine.csv', ofOne)).toMatchObject({
    counts: [],
    codes: ['unknown-header'],
  });
});

test('children who are there and not, and meals that were taken back, are never all counted', async () => {
  const lines = childLines(['Date', 'Enfant', 'État'], (date, name, isThere) => [
    date,
    name,
    isThere ? 'Validé' : 'Annulé',
  ]);
  expect((await read(csv(lines), 'cantine.csv', ofOne)).counts).toEqual([]);
});

test('a year that nobody says is asked about once for a grid of months', async () => {
  const rows = [
    ['Jour', 'Septembre', 'Octobre'],
    ...monthDays.map((day): Cells => [day, inMonth(9, day), inMonth(10, day)]),
  ];
  expect((await read(csv(rows), 'cantine.csv', { site: alone })).asked).toEqual(['year']);
  const said = await read(csv(rows), 'cantine.csv', { site: alone, year: '2025-2026' });
  expect(said.counts).toEqual(sorted(ofAlone));
});

test('a site that the records know keeps its guests in its name', async () => {
  const db = bench.database();
  const name = `${tilleuls} mat`;
  await importOwn(bench, db, {
    bytes: csv([
      ['Date', 'Site', 'Repas'],
      ['30/08/2025', name, 20],
      ['31/08/2025', name, 21],
    ]),
  });
  const rows = [
    ['Date', name, `${tilleuls} élém`],
    ...eachDay((at) => [french(dates[at] as string), 20, inTilleuls(at) - 20]),
  ];
  await importOwn(bench, db, { bytes: csv(rows), name: 'b.csv' });
  const own = [...storedCounts(db)].filter(([key]) => key.endsWith(name) && key > '2025-09');
  expect(sorted(new Map(own))).toEqual(sorted(countsOf(name, () => 20)));
});
