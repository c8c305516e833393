import { Workbench } from '../support/database.ts';
import { askedOf, importOwn } from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const week = [
  ['lundi', '03/03/2025', ['Carottes râpées', 'Poulet rôti', 'Purée', 'Yaourt']],
  ['mardi', '04/03/2025', ['Salade verte', 'Riz, sauce tomate', 'Comté', 'Pomme']],
  ['jeudi', '06/03/2025', ['Taboulé', 'Poisson pané', 'Épinards', 'Flan']],
  ['vendredi', '07/03/2025', ['Betteraves', 'Lasagnes', 'Brie', 'Compote']],
] as const;
const courses = ['Entrée', 'Plat', 'Accompagnement', 'Dessert'];
const day = (date: string) => `${Number(date.slice(0, 2))} mars`;
const wanted = week.map(([, date, dishes]) => [date.split('/').reverse().join('-'), [...dishes]]);

async function menusOf(bytes: string, name = 'menus.csv', answers = {}) {
  const db = bench.database();
  const outcome = await importOwn(bench, db, { bytes, name, answers });
  const rows = db
    .prepare('SELECT date, dish FROM menu_item WHERE dish IS NOT NULL ORDER BY date, position')
    .raw()
    .all() as [string, string][];
  const days = [...Map.groupBy(rows, ([date]) => date)].map(([date, own]) => [
    date,
    own.map(([, dish]) => dish),
  ]);
  const [file] = outcome.files;
  return {
    days,
    asked: askedOf(outcome),
    kind: file.kind,
    refused: file.refused,
    problems: file.problems.map(({ code }) => code),
  };
}
const lines = (rows: readonly (readonly string[])[]) =>
  `${rows.map((cells) => cells.join(';')).join('\n')}\n`;

const above = (head: (at: number) => string) =>
  week.flatMap(([, , dishes], at) => [[head(at)], ...dishes.map((dish) => [dish])]);
const headed = (at: number) => `${week[at]?.[0]} ${day(week[at]?.[1] ?? '')}`;
const weekdays = week.map(([name]) => name[0]?.toUpperCase() + name.slice(1));

test.each<[string, readonly (readonly string[])[]]>([
  ['a day above its dishes, the year in a heading', [['Menus du 3 au 7 mars 2025'], ...above(headed)]],
  ['whole dates above the dishes', above((at) => `${week[at]?.[0]} ${week[at]?.[1]}`)],
  [
    'capitals, a blank line between',
    [
      ['MENUS MARS 2025'],
      [],
      ...above((at) => headed(at).toUpperCase()).flatMap((row, at) => (at % 5 === 0 ? [[], row] : [row])),
    ],
  ],
  [
    'the course beside the dish',
    [
      ['Menus de mars 2025'],
      ['Composante', 'Plat'],
      ...week.flatMap(([, , dishes], at) => [
        [headed(at), ''],
        ...dishes.map((dish, i) => [courses[i] ?? '', dish]),
      ]),
    ],
  ],
  [
    'the course beside the dish, no titles',
    [
      ['Menus de mars 2025'],
      ...week.flatMap(([, , dishes], at) => [
        [headed(at), ''],
        ...dishes.map((dish, i) => [courses[i] ?? '', dish]),
      ]),
    ],
  ],
  [
    'a week side by side',
    [
      ['Menus du 3 au 7 mars 2025'],
      ['', ...weekdays],
      ...courses.map((course, i) => [course, ...week.map(([, , dishes]) => dishes[i] ?? '')]),
    ],
  ],
  [
    'a week side by side, dates',
    [
      ['', ...week.map(([, date]) => date)],
      ...courses.map((course, i) => [course, ...week.map(([, , dishes]) => dishes[i] ?? '')]),
    ],
  ],
  [
    'a week side by side, days and numbers, no courses',
    [
      ['Mars 2025'],
      week.map(([name, date]) => `${name} ${date.slice(0, 2)}`),
      ...courses.map((_, i) => week.map(([, , dishes]) => dishes[i] ?? '')),
    ],
  ],
  [
    'two weeks one below the other, each with its dates, no courses',
    [
      ['Menus de la cantine'],
      ['', ...week.slice(0, 2).map(([name, date]) => `${name} ${date}`)],
      ...courses.map((_, i) => ['', ...week.slice(0, 2).map(([, , dishes]) => dishes[i] ?? '')]),
      [],
      ['', ...week.slice(2).map(([name, date]) => `${name} ${date}`)],
      ...courses.map((_, i) => ['', ...week.slice(2).map(([, , dishes]) => dishes[i] ?? '')]),
    ],
  ],
  [
    'year, week and weekday',
    [
      ['Année', 'Semaine', 'Jour', ...courses],
      ...week.map(([name, , dishes]) => ['2025', '10', name, ...dishes]),
    ],
  ],
  [
    'year, month and day apart',
    [
      ['Année', 'Mois', 'Jour', 'Plat'],
      ...week.flatMap(([, date, dishes]) => dishes.map((dish) => ['2025', 'mars', date.slice(0, 2), dish])),
    ],
  ],
  [
    'year, month and day written once',
    [
      ['Année', 'Mois', 'Jour', 'Menu'],
      ...week.flatMap(([, date, dishes], at) =>
        dishes.map((dish, i) => [
          at + i === 0 ? '2025' : '',
          at + i === 0 ? '3' : '',
          date.slice(0, 2),
          dish,
        ]),
      ),
    ],
  ],
])('menus: %s', async (_, rows) => {
  const read = await menusOf(lines(rows));
  expect(read).toMatchObject({ asked: [], refused: 0, kind: 'menus' });
  expect(read.days).toEqual(wanted);
});

const inOneCell = (mark: string, of = (dishes: readonly string[]) => dishes.join(mark)) => [
  ['Date', 'Menu'],
  ...week.map(([, date, dishes]) => [date, `"${of(dishes)}"`]),
];

test.each([', ', ' - ', ' + ', '; ', ' • '])('a day’s dishes in one cell, with %s', async (mark) => {
  const read = await menusOf(lines(inOneCell(mark)));
  expect(read.asked).toEqual([]);
  expect(read.days.map(([, dishes]) => (dishes as string[]).length)).toEqual([4, 4, 4, 4]);
});

test('names of dishes with a comma stay whole', async () => {
  const dishes = ['Riz, sauce tomate', 'Poulet, jus au thym', 'Pâtes, beurre', 'Colin, sauce citron'];
  const read = await menusOf(
    lines([['Date', 'Plat'], ...week.map(([, date], at) => [date, dishes[at] ?? ''])]),
  );
  expect([read.asked, read.days.map(([, own]) => own)]).toEqual([[], dishes.map((dish) => [dish])]);
});

test('where two readings are as likely, it is asked, and the answer is read', async () => {
  const cells = ['Poulet, riz', 'Poisson, Purée', 'Omelette, frites', 'Lasagnes, Salade'];
  const rows = [['Date', 'Menu'], ...week.map(([, date], at) => [date, cells[at] ?? ''])];
  expect((await menusOf(lines(rows))).asked).toEqual(['dish-list']);
  expect((await menusOf(lines(rows), 'm.csv', { 'dish-list': 'yes' })).days[0]).toEqual([
    '2025-03-03',
    ['Poulet', 'riz'],
  ]);
  expect((await menusOf(lines(rows), 'm.csv', { 'dish-list': 'no' })).days[0]).toEqual([
    '2025-03-03',
    ['Poulet, riz'],
  ]);
});

test('dates without a year are asked about once', async () => {
  const rows = [
    ['Date', 'Menu'],
    ...week.flatMap(([, date, dishes]) => dishes.map((dish) => [date.slice(0, 5), dish])),
  ];
  expect(await menusOf(lines(rows))).toMatchObject({ asked: ['year'], days: [] });
  expect((await menusOf(lines(rows), 'm.csv', { year: '2024-2025' })).days).toEqual(wanted);
});

test('the year in the file’s name, with weekdays that agree', async () => {
  const rows = [
    ['Date', 'Menu'],
    ...week.flatMap(([, , dishes], at) => dishes.map((dish) => [headed(at), dish])),
  ];
  const read = await menusOf(lines(rows), 'menus 2024-2025.csv');
  expect([read.asked, read.days]).toEqual([[], wanted]);
});

test.each<[string, readonly (readonly string[])[], readonly string[]]>([
  [
    'choices of a course in columns of their own',
    [
      ['Date', 'Entrée 1', 'Entrée 2', 'Plat (choix 1)', 'Plat (choix 2)', 'Dessert'],
      ...week.map(([, date, [starter, main, , dessert]]) => [date, starter, 'Melon', main, '', dessert]),
    ],
    ['Carottes râpées', 'Melon', 'Poulet rôti', 'Yaourt'],
  ],
  [
    'what is organic is no sector',
    [
      ['Date', 'Composante', 'Plat', 'Bio'],
      ...week.flatMap(([, date, dishes]) =>
        dishes.map((dish, at) => [date, courses[at] ?? '', dish, at % 2 === 0 ? 'Oui' : 'Non']),
      ),
    ],
    ['Carottes râpées', 'Poulet rôti', 'Purée', 'Yaourt'],
  ],
  [
    'dishes under the word for a meal',
    [['Date', 'Repas'], ...week.map(([, date, dishes]) => [date, dishes.join(' - ')])],
    ['Carottes râpées', 'Poulet rôti', 'Purée', 'Yaourt'],
  ],
])('%s', async (_, rows, first) => {
  const { days, kind, asked } = await menusOf(lines(rows));
  expect({ first: days[0], days: days.length, kind, asked }).toEqual({
    first: ['2025-03-03', first],
    days: week.length,
    kind: 'menus',
    asked: [],
  });
});
