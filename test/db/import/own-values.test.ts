import { numberAt } from '../../../forecasting/domain/number-at.ts';
import { type Cell, xlsx } from '../../support/xlsx.ts';
import { Workbench } from '../support/database.ts';
import {
  alone,
  type Cells,
  csv,
  dates,
  days,
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
  sorted,
  tilleuls,
} from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());
const read = (rows: readonly Cells[], answers = {}, name = 'cantine.csv') =>
  readOwn(bench, { bytes: csv(rows), name, answers });

describe('dates that a spreadsheet of another country swapped', () => {
  const swapped = (iso: string): Cell => {
    const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
    // 02/09/2025 was read as 9 February, 13/09/2025 stayed a text.
    return day <= 12 ? { serial: Date.UTC(year, day - 1, month) / 86_400_000 + 25_569 } : french(iso);
  };
  const book = (lines: readonly (readonly Cell[])[]) =>
    xlsx([{ name: 'Feuil1', rows: [['Date', 'Site', 'Repas'], ...lines] }]);

  test('are put right, and told', async () => {
    const lines = dates.flatMap((iso, at) => [
      [swapped(iso), tilleuls, inTilleuls(at)],
      [swapped(iso), preVert, inPreVert(at)],
    ]);
    const { codes, counts } = await readOwn(bench, { bytes: book(lines), name: 'cantine.xlsx' });
    expect(codes).toContain('dates-swapped');
    expect(counts).toEqual(sorted(ofBoth));
  });

  test('are refused where nothing says which way they are', async () => {
    // One day of each month: no two dates are near each other.
    const isos = ['2025-01-09', '2025-02-04', '2025-03-06', '2025-04-15', '2025-05-22', '2025-06-19'];
    const lines = isos.map((iso, at): readonly Cell[] => [swapped(iso), tilleuls, 60 + at]);
    const { counts, codes } = await readOwn(bench, { bytes: book(lines), name: 'cantine.xlsx' });
    expect(codes).toContain('dates-in-both-orders');
    expect(counts.map(([key]) => key.slice(0, 10))).toEqual(isos.slice(3));
  });

  test('are not suspected where a file goes on in another form', async () => {
    const lines = dates.map((iso, at): readonly Cell[] => [
      Number(iso.slice(8)) <= 12 && at < 8 ? { serial: numberAt(days, at) + 25_569 } : french(iso),
      tilleuls,
      inTilleuls(at),
    ]);
    const { counts } = await readOwn(bench, { bytes: book(lines.slice(0, 16)), name: 'cantine.xlsx' });
    expect(counts.map(([key]) => key.slice(0, 10))).toEqual(dates.slice(0, 16));
  });
});

test('columns of VRAI and FAUX name no site', async () => {
  const rows = eachDay((at) => [
    french(dates[at] as string),
    at % 2 ? 'VRAI' : 'FAUX',
    'FAUX',
    inTilleuls(at),
  ]);
  const table: readonly Cells[] = [['Date', 'Poisson', 'Frites', 'Repas servis'], ...rows];
  expect(await read(table)).toMatchObject({ asked: ['site'], counts: [] });
  expect((await read(table, { site: alone })).counts).toEqual(sorted(ofAlone));
});

test.each<[string, Cells, (...line: readonly [string, string, number]) => Cells]>([
  [
    'numbers',
    ['Date', 'Code site', 'Repas'],
    (date, site, served) => [date, site === tilleuls ? 101 : 102, served],
  ],
  [
    'groups',
    ['Service', 'Groupe', 'Date', 'Repas'],
    (date, site, served) => ['Cantine', `École ${site}`, date, served],
  ],
])('sites by %s', async (kind, head, line) => {
  const { asked, counts } = await read([head, ...eachLine((...cells) => line(cells[0], cells[1], cells[2]))]);
  const own = (site: string) => (kind === 'groups' ? `École ${site}` : site === tilleuls ? '101' : '102');
  const wanted = sorted(ofBoth).map(([key, count]) => [`${key.slice(0, 11)}${own(key.slice(11))}`, count]);
  expect(asked).toEqual([]);
  expect(new Map(counts)).toEqual(new Map(wanted as [string, number][]));
});

test('a number before a name is the same name', async () => {
  const rows = eachLine((date, site, served, at) => [date, at % 2 ? `012 - ${site}` : site, served]);
  const { codes } = await read([['Date', 'Site', 'Repas'], ...rows]);
  expect(codes).toContain('site-unknown');
});

test('a diet under two of its names is added up with the others', async () => {
  const rows = eachDay((at) => [french(dates[at] as string), inTilleuls(at) - 11, 6, 4, 1]);
  const head = ['Jour', 'Repas normaux', 'Repas sans porc', 'Repas végétariens', 'Paniers repas (PAI)'];
  expect((await read([head, ...rows], { site: alone })).counts).toEqual(sorted(ofAlone));
});

test('what was eaten is taken, not what was delivered', async () => {
  const rows = eachLine((date, site, served) => [date, site, served + 9, served + 8, served]);
  const head = ['Date', 'Site', 'Repas commandés', 'Repas livrés', 'Repas consommés'];
  const { asked, counts } = await read([head, ...rows]);
  expect({ asked, counts }).toEqual({ asked: [], counts: sorted(ofBoth) });
});

test.each([
  ['in figures', (iso: string) => `${iso.slice(5, 7)}/${iso.slice(0, 4)}`],
  ['in words', (iso: string) => `${monthNames[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`],
])('a month with its year, %s, beside the number of the day', async (_, month) => {
  const rows = eachLine((date, site, served) => {
    const iso = date.split('/').reverse().join('-');
    return [month(iso), Number(iso.slice(8)), site, served];
  });
  const { asked, counts } = await read([['Mois', 'Jour', 'Site', 'Repas'], ...rows]);
  expect({ asked, counts }).toEqual({ asked: [], counts: sorted(ofBoth) });
});

test('a week that ends in the next month', async () => {
  const week = ['2025-09-29', '2025-09-30', '2025-10-02', '2025-10-03'];
  const at = week.map((iso) => dates.indexOf(iso));
  const rows: readonly Cells[] = [
    ['Semaine 40 - du 29/09/2025 au 03/10/2025'],
    ['Restaurant', 'lundi 29', 'mardi 30', 'jeudi 2', 'vendredi 3'],
    [tilleuls, ...at.map(inTilleuls)],
    [preVert, ...at.map(inPreVert)],
  ];
  const { asked, counts } = await read(rows, {}, 's40.csv');
  expect(asked).toEqual([]);
  expect(counts).toEqual(sorted(ofBoth).filter(([key]) => week.includes(key.slice(0, 10))));
});

describe('menus', () => {
  const dishes = ['Carottes râpées', 'Poulet rôti', 'Riz', 'Pomme'];
  const menusOf = async (bytes: string) => {
    const db = bench.database();
    await importOwn(bench, db, { bytes, name: 'menus.csv' });
    return db.prepare('SELECT DISTINCT dish FROM menu_item ORDER BY id').pluck().all();
  };

  test.each([
    ['bars', dishes.join(' | ')],
    ['line breaks of a web page', dishes.join('<br/>')],
    ['a tuple', `('${dishes.join("', '")}')`],
    ['an array', `{'${dishes.join("','")}'}`],
  ])('a day in one cell, with %s', async (_, cell) => {
    const lines = dates.slice(0, 6).map((iso) => `${iso};${cell}`);
    expect(await menusOf(['date;menu', ...lines].join('\n'))).toEqual(dishes);
  });

  test('several classes of guests are no several menus', async () => {
    const lines = dates
      .slice(0, 6)
      .flatMap((iso) => [
        `${iso};Maternelle;Melon;Poulet`,
        `${iso};Élémentaire;Melon;Poulet`,
        `${iso};Adultes;Melon;Steak`,
      ]);
    expect(await menusOf(['Date;Public;Entrée;Plat', ...lines].join('\n'))).toEqual(['Melon', 'Poulet']);
  });
});

test('school years written as schools write them', async () => {
  const years = ['A.S. 2025-2026', '01/09/2025', '2025/26'];
  const rows = years.map((year, at): Cells => [`École ${at + 1}`, year, 88]);
  const db = bench.database();
  await importOwn(bench, db, {
    bytes: csv([['École', 'Rentrée', 'Élèves'], ...rows]),
    answers: { 'new-sites': 'yes' },
  });
  expect(db.prepare('SELECT DISTINCT school_year, children FROM enrolment').raw().all()).toEqual([
    [2025, 88],
  ]);
  expect(db.prepare('SELECT count(*) FROM enrolment').pluck().get()).toBe(3);
});

describe('columns that are parts of one canteen, or none', () => {
  const day = (at: number) => french(dates[at] as string);
  test.each<[string, Cells, (at: number) => Cells]>([
    ['sizes', ['Date', 'Petits', 'Grands', 'Adultes'], (at) => [day(at), 20, inTilleuls(at) - 20, 3]],
    ['boys and girls', ['Date', 'Garçons', 'Filles'], (at) => [day(at), 20, inTilleuls(at) - 20]],
    [
      'residents',
      ['Date', 'Commune', 'Hors commune', 'Total'],
      (at) => [day(at), 20, inTilleuls(at) - 20, inTilleuls(at)],
    ],
    ['prices', ['Date', 'T1', 'T2', 'Total'], (at) => [day(at), 20, inTilleuls(at) - 20, inTilleuls(at)]],
    [
      'numbers of tickets',
      ['Date', 'N° début', 'N° fin', 'Tickets'],
      (at) => [day(at), 900 + at * 70, 960 + at * 70, inTilleuls(at)],
    ],
  ])('%s', async (_, head, line) => {
    const table = [head, ...eachDay(line)];
    expect(await read(table)).toMatchObject({ asked: ['site'], counts: [] });
    expect((await read(table, { site: alone })).counts).toEqual(sorted(ofAlone));
  });

  test('beside a column of sites', async () => {
    const rows = eachLine((date, site, served) => [date, site, served - 5, 5]);
    const { asked, counts } = await read([['Date', 'Site', 'Réguliers', 'Occasionnels'], ...rows]);
    expect({ asked, counts }).toEqual({ asked: [], counts: sorted(ofBoth) });
  });

  test('two years are asked about', async () => {
    const rows = eachDay((at) => [day(at), inTilleuls(at) + 7, inTilleuls(at)]);
    const { asked, counts } = await read([['Date', 'Repas 2024-2025', 'Repas 2025-2026'], ...rows]);
    expect(asked).toContain('count-column');
    expect(counts).toEqual([]);
  });

  test('sheets of classes with their teachers are no canteens', async () => {
    const sheets = ['CP Mme Petit', 'CE1 M. Durand'].map((name, at) => ({
      name,
      rows: [['Date', 'Présents'], ...eachDay((on) => [day(on), 20 + at])],
    }));
    const { counts, asked } = await readOwn(bench, { bytes: xlsx(sheets), name: 'classes.xlsx' });
    expect(counts).toEqual([]);
    expect(asked).toContain('sheets');
  });
});

test('dates of two figures each that begin with their year', async () => {
  const rows = eachLine((date, site, served) => [date.split('/').reverse().join('-').slice(2), site, served]);
  const { counts } = await read([['Date', 'Site', 'Repas'], ...rows]);
  expect(counts).toEqual(sorted(ofBoth));
});

test('enrolment by level, its year in the title', async () => {
  const db = bench.database();
  const rows: readonly Cells[] = [
    ['Effectifs année scolaire 2025-2026'],
    ['École', 'Niveau', 'Effectif'],
    ...[tilleuls, preVert].flatMap((school): readonly Cells[] => [
      [school, 'CP', 22],
      [school, 'CE1', 23],
      [school, 'Total', 45],
    ]),
  ];
  const answers = { lines: 'sum', 'new-sites': 'yes' };
  await importOwn(bench, db, { bytes: csv(rows), answers });
  expect(db.prepare('SELECT school_year, children FROM enrolment').raw().all()).toEqual([
    [2025, 45],
    [2025, 45],
  ]);
});

test('guests who are named once for all lines are no canteen', async () => {
  const table = [
    ['Convives', ...dates.map(french)],
    ['Enfants', ...dates.map((_, at) => inTilleuls(at))],
  ];
  expect((await read(table)).asked).toContain('site');
  expect((await read(table, { site: alone })).counts).toEqual(sorted(ofAlone));

  const week = [
    ['Semaine du 01/09/2025 au 05/09/2025'],
    ['Convives', 'Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi'],
    ['Enfants', 60, 62, null, 61, 58],
  ];
  const { outcome } = await read(week);
  expect(outcome.files[0]?.questions).toMatchObject([{ id: 'site', proposal: null }]);
});
