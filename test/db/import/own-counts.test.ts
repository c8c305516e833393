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
  sorted,
  tilleuls,
  weekdayName,
  without,
} from '../support/own-files.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const read = (rows: readonly Cells[], answers = {}) => readOwn(bench, { bytes: csv(rows), answers });

const titles: Cells = ['Date', 'Site', 'Servis'];
const town = eachLine((date, site, served) => [date, site, served]);

describe('columns beside the counts take no count and no date', () => {
  test.each<[string, readonly Cells[]]>([
    [
      'telephone and postcode',
      [
        ['Site', 'Téléphone', 'Code postal', 'Date', 'Nb repas'],
        ...eachLine((d, s, n) => [s, '0240123456', 44_000, d, n]),
      ],
    ],
    ['postcode alone', [['Site', 'CP', 'Date', 'Nb'], ...eachLine((d, s, n) => [s, 44_000, d, n])]],
    [
      'town and postcode without a telling title',
      [
        ['Site', 'Ville', 'Lieu-dit', 'Date', 'Repas servis'],
        ...eachLine((d, s, n) => [s, 'Nantes', 44_300, d, n]),
      ],
    ],
    [
      'code of the site',
      [
        ['Code site', 'Nom site', 'Date', 'Repas'],
        ...eachLine((d, s, n) => [s === tilleuls ? 'S01' : 'S02', s, d, n]),
      ],
    ],
    ['the name twice', [['Date', 'Site', 'Cantine', 'Servis'], ...eachLine((d, s, n) => [d, s, s, n])]],
    [
      'weekday',
      [['Jour', 'Date', 'Site', 'Servis'], ...eachLine((d, s, n, at) => [weekdayName(at), d, s, n])],
    ],
    [
      'number of the week',
      [
        ['N° semaine', 'Date', 'Site', 'Servis'],
        ...eachLine((d, s, n, at) => [36 + Math.floor(at / 4), d, s, n]),
      ],
    ],
    [
      'year and month',
      [
        ['Année', 'Mois', 'Date', 'Site', 'Servis'],
        ...eachLine((d, s, n) => [2025, Number(d.slice(3, 5)), d, s, n]),
      ],
    ],
    [
      'percents',
      [['Date', 'Site', 'Servis', 'Taux'], ...eachLine((d, s, n, at) => [d, s, n, `${80 + (at % 9)} %`])],
    ],
    [
      'prices',
      [
        ['Date', 'Site', 'PU', 'Nb', 'Total TTC'],
        ...eachLine((d, s, n) => [d, s, '3,45', n, (n * 3.45).toFixed(2).replace('.', ',')]),
      ],
    ],
  ])('%s', async (_what, rows) => {
    expect(await read(rows)).toMatchObject({ counts: sorted(ofBoth), asked: [] });
  });

  test('a school and its canteen: which is the site is asked', async () => {
    const rows = eachLine((d, s, n) => [d, s === tilleuls ? 'Jaurès' : 'Hugo', s, n]);
    const file = [['Date', 'École', 'Cantine', 'Servis'], ...rows];
    expect(await read(file)).toMatchObject({ counts: [], asked: ['site-column'] });
    expect(await read(file, { 'site-column': 'Cantine' })).toMatchObject({ counts: sorted(ofBoth) });
  });
});

describe('lines that are no rows are told, not refused', () => {
  test.each<[string, readonly Cells[]]>([
    ['printed on', [...town, ['Édité le 16/11/2025 à 10:15', '', '']]],
    ['printed on, in two cells', [...town, ['Édité le', '16/11/2025', '']]],
    ['signatures', [...town, ['La responsable,', '', ''], ['Signature :', '', 'Mme Petit']]],
    ['source and legend', [...town, ['Source : logiciel v3.2', '', ''], ['* dont pique-nique', '', '']]],
    [
      'page numbers',
      town.flatMap((row, at) => (at % 20 === 19 ? [row, [`- ${at} -`, '', ''], titles] : [row])),
    ],
    [
      'pages with other capitals',
      town.flatMap((row, at) =>
        at % 20 === 19 ? [row, ['', '', 'Page 1 de 3'], ['DATE', 'SITE', 'SERVIS']] : [row],
      ),
    ],
    [
      'what has been carried over',
      [...town, ['Report', '', 900], ['À reporter', '', 900], ['Nb total', '', 9]],
    ],
  ])('%s', async (_what, rows) => {
    const { outcome, counts } = await read([titles, ...rows]);
    expect(counts).toEqual(sorted(ofBoth));
    expect(outcome.files[0]).toMatchObject({ refused: 0, asked: 0 });
    expect(outcome.files[0]?.problems.length).toBeGreaterThan(0);
  });

  test('what was to be a date or a count is refused', async () => {
    const { outcome } = await read([
      titles,
      ...town,
      ['lundi 32 septembre', tilleuls, ''],
      ['bientôt', tilleuls, 40],
    ]);
    expect(outcome.files[0]).toMatchObject({ refused: 2 });
  });
});

describe('counts with words', () => {
  test.each([
    ['65*', (n: number) => `${n}*`],
    ['65 **', (n: number) => `${n} **`],
    ['65 ?', (n: number) => `${n} ?`],
    ['env. 65', (n: number) => `env. ${n}`],
    ['65 enf.', (n: number) => `${n} enf.`],
    ["'65", (n: number) => `'${n}`],
    ['65,0', (n: number) => `${n},0`],
    ['65 + 5 ad.', (n: number) => `${n} + 5 ad.`],
    ['65 (dont 3 PAI)', (n: number) => `${n} (dont 3 PAI)`],
    ['6,5E+01', (n: number) => `${String(n / 10).replace('.', ',')}E+01`],
  ])('%s is read', async (_what, written) => {
    const rows = eachLine((d, s, n, at) => [d, s, at % 7 === 3 ? written(n) : n]);
    expect(await read([titles, ...rows])).toMatchObject({ counts: sorted(ofBoth) });
  });

  test.each([
    ['60+5', 'invalid-count'],
    ['60/90', 'invalid-count'],
    ['une dizaine', 'invalid-count'],
    ['45,5', 'count-not-whole'],
    ['65 (dont 5 adultes)', 'invalid-count'],
    ['1e3', 'invalid-count'],
  ])('%s is refused', async (cell, code) => {
    const rows = eachDay((at) => [french(dates[at] as string), alone, at === 3 ? cell : inTilleuls(at)]);
    const { counts, codes } = await read([titles, ...rows]);
    expect(counts).toEqual(sorted(without(ofAlone, (key) => key.startsWith(dates[3] as string))));
    expect(codes).toContain(code);
  });

  test('days without a count are told, those to come are not', async () => {
    const rows = eachDay((at) => [french(dates[at] as string), at === 5 || at > 20 ? '' : inTilleuls(at)]);
    const { outcome } = await read([['Date', 'Servis'], ...rows], { site: alone });
    expect(outcome.files[0]?.problems.find(({ code }) => code === 'counts-empty')?.params).toEqual({
      rows: 1,
      first: dates[5],
    });
  });
});

describe('several columns of counts', () => {
  test.each<[string, Cells, (at: number) => Cells]>([
    [
      'diets, one of them always 1',
      ['Standard', 'Sans porc', 'PAI', 'Total'],
      (at) => [inTilleuls(at) - 7, 6, 1, inTilleuls(at)],
    ],
    [
      'the classes of teachers',
      ['Mme Petit', 'M. Durand', 'Total'],
      (at) => [20, inTilleuls(at) - 20, inTilleuls(at)],
    ],
    [
      'classes and adults',
      ['CP', 'CE1-CE2', 'Adultes', 'TOTAL'],
      (at) => [20, inTilleuls(at) - 20, 4, inTilleuls(at) + 4],
    ],
    ['sittings', ['1er service', '2ème service', 'Total'], (at) => [30, inTilleuls(at) - 30, inTilleuls(at)]],
    ['part of it', ['Repas servis', 'dont sans porc'], (at) => [inTilleuls(at), 6]],
  ])('%s', async (_what, heads, counts) => {
    const rows = eachDay((at) => [french(dates[at] as string), ...counts(at)]);
    expect(await read([['Date', ...heads], ...rows], { site: alone })).toMatchObject({
      counts: sorted(ofAlone),
    });
  });

  test('a site and what is counted in one title', async () => {
    const rows = eachDay((at) => [
      french(dates[at] as string),
      inTilleuls(at) + 3,
      inTilleuls(at),
      inPreVert(at) + 2,
      inPreVert(at),
    ]);
    const heads = [tilleuls, preVert].flatMap((site) => [`${site} prévu`, `${site} - servis`]);
    expect(await read([['Date', ...heads], ...rows])).toMatchObject({ counts: sorted(ofBoth) });
  });

  test('a line for the children and one for the adults', async () => {
    const rows = eachLine((d, s, n) => [d, s, 'Enfants', n]).flatMap((row) => [
      row,
      [row[0], row[1], 'Adultes', 4],
    ]) as Cells[];
    expect(await read([['Date', 'Site', 'Catégorie', 'Nombre'], ...rows])).toMatchObject({
      counts: sorted(ofBoth),
      asked: [],
    });
  });
});
