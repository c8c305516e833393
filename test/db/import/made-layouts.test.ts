import { type WorkbookSheet, xlsx } from '../../support/xlsx.ts';
import { Workbench } from '../support/database.ts';
import {
  askedOf,
  type Cells,
  csv,
  dates,
  french,
  importOwn,
  inPreVert,
  inTilleuls,
  monthNames,
  ofAlone,
  ofBoth,
  preVert,
  sorted,
  storedCounts,
  tilleuls,
  weekdayName,
} from '../support/own-files.ts';
import { generator } from '../support/random.ts';

const bench = new Workbench();
afterAll(() => bench.close());

type Random = () => number;
const oneOf = <T>(random: Random, values: readonly T[]): T =>
  values[Math.floor(random() * values.length)] as T;

const part = (iso: string, at: number) => Number(iso.split('-')[at]);
const monthOf = (iso: string) => monthNames[part(iso, 1) - 1] as string;

/** Ways of writing a whole date. */
const written: readonly ((at: number) => string)[] = [
  (at) => dates[at] as string,
  (at) => french(dates[at] as string),
  (at) => french(dates[at] as string).replace('/20', '/'),
  (at) => `${weekdayName(at).slice(0, 3)}. ${french(dates[at] as string)}`,
  (at) => `${weekdayName(at)} ${part(dates[at] as string, 2)} ${monthOf(dates[at] as string)} 2025`,
  (at) => french(dates[at] as string).replaceAll('/', '-'),
  (at) => `${french(dates[at] as string)} 00:00:00`,
  (at) => `${part(dates[at] as string, 2)} ${monthOf(dates[at] as string).slice(0, 4)}. 2025`,
];
const dateTitles = ['Date', 'Jour', 'DATE DU REPAS', 'Le', 'Date de consommation'];
const siteTitles = ['Site', 'École', 'Cantine', 'Restaurant scolaire', 'Nom de l’école'];
const countTitles = ['Repas servis', 'Nb repas', 'Présents', 'Effectif réel', 'Réel'];

interface Made {
  readonly what: string;
  readonly rows: readonly Cells[];
  readonly counts?: ReadonlyMap<string, number>;
  readonly menus?: ReadonlyMap<string, readonly string[]>;
  /** What may be asked before it is read, and the answer that is true. */
  readonly answers?: Readonly<Record<string, string>>;
}

const both = dates.flatMap((_, at) => [
  [at, tilleuls, inTilleuls(at)] as const,
  [at, preVert, inPreVert(at)] as const,
]);

const attendance: readonly ((random: Random) => Made)[] = [
  (random) => {
    const date = oneOf(random, written);
    const titles = [oneOf(random, dateTitles), oneOf(random, siteTitles), oneOf(random, countTitles)];
    return {
      what: 'a line a day and site',
      rows: [titles, ...both.map(([at, site, count]) => [date(at), site, count])],
      counts: ofBoth,
    };
  },
  (random) => {
    const date = oneOf(random, written);
    return {
      what: 'sites as columns',
      rows: [
        [oneOf(random, dateTitles), tilleuls, preVert, 'Total'],
        ...dates.map((_, at) => [date(at), inTilleuls(at), inPreVert(at), inTilleuls(at) + inPreVert(at)]),
      ],
      counts: ofBoth,
    };
  },
  (random) => {
    const date = oneOf(random, written);
    return {
      what: 'dates as columns',
      rows: [
        [oneOf(random, siteTitles), ...dates.map((_, at) => date(at))],
        [tilleuls, ...dates.map((_, at) => inTilleuls(at))],
        [preVert, ...dates.map((_, at) => inPreVert(at))],
      ],
      counts: ofBoth,
    };
  },
  (random) => {
    const named = random() < 0.5;
    return {
      what: 'the date in three columns',
      rows: [
        ['Année', 'Mois', 'Jour', oneOf(random, siteTitles), oneOf(random, countTitles)],
        ...both.map(([at, site, count]) => {
          const iso = dates[at] as string;
          return [part(iso, 0), named ? monthOf(iso) : part(iso, 1), part(iso, 2), site, count];
        }),
      ],
      counts: ofBoth,
    };
  },
  (random) => {
    const date = oneOf(random, written);
    return {
      what: 'one canteen',
      rows: [
        ['Cantine de Val-Fleuri'],
        [oneOf(random, dateTitles), oneOf(random, countTitles)],
        ...dates.map((_, at) => [date(at), inTilleuls(at)]),
      ],
      counts: ofAlone,
      answers: { site: 'Val-Fleuri' },
    };
  },
  (random) => {
    const date = oneOf(random, written);
    return {
      what: 'blocks below the name of a school',
      rows: [[tilleuls, inTilleuls] as const, [preVert, inPreVert] as const].flatMap(
        ([site, of]): readonly Cells[] => [
          [`École : ${site}`],
          [oneOf(random, ['Date']), 'Repas servis'],
          ...dates.map((_, at) => [date(at), of(at)]),
        ],
      ),
      counts: ofBoth,
    };
  },
];

const dishes = [
  'Carottes râpées',
  'Salade verte',
  'Poulet rôti',
  'Riz, sauce tomate',
  'Poisson pané',
  'Purée',
  'Épinards',
  'Comté',
  'Yaourt',
  'Pomme',
  'Flan',
  'Crêpe (sucre, citron)',
  'Haricots verts, persil',
  'Taboulé',
];
const menuDays = dates.slice(0, 8);
const dayOf = (at: number, of: readonly string[]) =>
  [0, 1, 2, 3].map((step) => of[(at * 3 + step * 5) % of.length] as string);
const plain = dishes.filter((dish) => !dish.includes(','));
const menus = (of: readonly string[] = dishes) => new Map(menuDays.map((date, at) => [date, dayOf(at, of)]));

const menuFiles: readonly ((random: Random) => Made)[] = [
  (random) => {
    const date = oneOf(random, written);
    return {
      what: 'a line a dish',
      rows: [
        ['Date', 'Plat'],
        ...menuDays.flatMap((_, at) => dayOf(at, dishes).map((dish) => [date(at), dish])),
      ],
      menus: menus(),
    };
  },
  (random) => {
    const date = oneOf(
      random,
      written.filter((write) => /\D/.test(write(0))),
    );
    return {
      what: 'a day above its dishes',
      rows: [
        ...(random() < 0.5 ? [['Menus de la rentrée']] : []),
        ...menuDays.flatMap((_, at) => [
          [date(at)],
          ...dayOf(at, dishes).map((dish) => [dish]),
          ...(random() < 0.3 ? [[]] : []),
        ]),
      ],
      menus: menus(),
    };
  },
  () => ({
    what: 'a day without a year above its dishes',
    rows: [
      ['Menus septembre 2025'],
      ...menuDays.flatMap((date, at) => [
        [`${weekdayName(at)} ${part(date, 2)} ${monthOf(date)}`.toUpperCase()],
        ...dayOf(at, dishes).map((dish) => [dish]),
      ]),
    ],
    menus: menus(),
  }),
  (random) => {
    const date = oneOf(random, written);
    return {
      what: 'days side by side',
      rows: [
        ['', ...menuDays.map((_, at) => date(at))],
        ...['Entrée', 'Plat', 'Légume', 'Dessert'].map((course, line) => [
          course,
          ...menuDays.map((_, at) => dayOf(at, dishes)[line] as string),
        ]),
      ],
      menus: menus(),
    };
  },
  (random) => {
    const date = oneOf(random, written);
    const mark = oneOf(random, [', ', ' - ', ' + ', '\n']);
    return {
      what: `one cell a day, ${JSON.stringify(mark)}`,
      rows: [['Date', 'Menu'], ...menuDays.map((_, at) => [date(at), dayOf(at, plain).join(mark)])],
      menus: menus(plain),
      answers: { 'dish-list': 'yes' },
    };
  },
  () => ({
    what: 'names with commas, one a day',
    rows: [
      ['Date', 'Plat'],
      ...menuDays.map((date, at) => [
        french(date),
        at % 2 === 0 ? 'Riz, sauce tomate' : 'Haricots verts, persil',
      ]),
    ],
    menus: new Map(
      menuDays.map((date, at) => [date, [at % 2 === 0 ? 'Riz, sauce tomate' : 'Haricots verts, persil']]),
    ),
    answers: { 'dish-list': 'no' },
  }),
  (random) => ({
    what: 'dates without a year',
    rows: [
      ['Date', 'Plat'],
      ...menuDays.flatMap((date, at) => dayOf(at, dishes).map((dish) => [french(date).slice(0, 5), dish])),
    ],
    menus: menus(),
    answers: { year: oneOf(random, ['2025-2026']) },
  }),
];

const quote = (cell: Cells[number]) =>
  /[";,\n\t]/.test(`${cell}`) ? `"${`${cell}`.replaceAll('"', '""')}"` : cell;
const html = (rows: readonly Cells[]) =>
  `<html><body><table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${`${cell ?? ''}`.replaceAll('\n', '<br>')}</td>`).join('')}</tr>`).join('')}</table></body></html>`;

const formats: readonly (readonly [string, (rows: readonly Cells[]) => string | Uint8Array])[] = [
  ['cantine.csv', (rows) => csv(rows.map((cells) => cells.map(quote)))],
  [
    'cantine-tab.txt',
    (rows) =>
      csv(
        rows.map((cells) => cells.map(quote)),
        '\t',
      ),
  ],
  [
    'cantine-latin.csv',
    (rows) => Buffer.from(csv(rows.map((cells) => cells.map(quote))).replaceAll('’', "'"), 'latin1'),
  ],
  ['cantine-16.csv', (rows) => Buffer.from(`\ufeff${csv(rows.map((cells) => cells.map(quote)))}`, 'utf16le')],
  ['cantine.xlsx', (rows) => xlsx([{ name: 'Feuil1', rows } satisfies WorkbookSheet])],
  ['cantine.xls', html],
];

const storedMenus = (db: ReturnType<Workbench['database']>) => {
  const rows = db
    .prepare('SELECT date, dish FROM menu_item WHERE dish IS NOT NULL ORDER BY date, position')
    .raw()
    .all() as [string, string][];
  return [...Map.groupBy(rows, ([date]) => date)].map(([date, own]) => [date, own.map(([, dish]) => dish)]);
};

const files = Number(process.env.MADE_FILES ?? 39);

/** Read right, or asked about: nothing lost, and no wrong day in silence. */
test.each(
  [...attendance.keys(), ...menuFiles.keys()].map(
    (at, index) => [index < attendance.length ? 'attendance' : 'menus', at] as const,
  ),
)('%s %i: each file is read right, or what it needs is asked', async (kind, at) => {
  const make = kind === 'attendance' ? attendance[at] : menuFiles[at];
  for (let seed = 0; seed < files / (attendance.length + menuFiles.length); seed++) {
    const random = generator(seed * 31 + at);
    const made = (make as (random: Random) => Made)(random);
    const [name, write] = formats[seed % formats.length] as (typeof formats)[number];
    const open = bench.database();
    const asked = askedOf(await importOwn(bench, open, { bytes: write(made.rows), name }));
    const seen = `${made.what}, ${name}, ${seed}`;
    const known = Object.keys(made.answers ?? {});
    expect([seen, asked.filter((id) => !known.includes(id))]).toEqual([seen, []]);
    const db = asked.length === 0 ? open : bench.database();
    if (asked.length > 0)
      await importOwn(bench, db, { bytes: write(made.rows), name, answers: made.answers ?? {} });
    expect([seen, sorted(storedCounts(db))]).toEqual([seen, sorted(made.counts ?? new Map())]);
    expect([seen, storedMenus(db)]).toEqual([
      seen,
      [...(made.menus ?? [])].map(([date, own]) => [date, [...own]]),
    ]);
  }
});
