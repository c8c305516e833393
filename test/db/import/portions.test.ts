import { listPortionRules, savePortionRule } from '../../../db/catalogue/portion-rules.ts';
import { parseAmount, parseLoss, parseUnit } from '../../../db/import/amounts.ts';
import { importFiles } from '../../../db/import/import-files.ts';
import { undoImport } from '../../../db/import/undo.ts';
import { withUnpacked } from '../../../db/import/unpack/unpack-sources.ts';
import { xlsx } from '../../support/xlsx.ts';
import { countsOf, dump, problemsOf, Workbench } from '../support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const header = 'plat;unité;maternelle;élémentaire;perte\n';

test.each([
  ['90', 90],
  ['1,5', 1.5],
  ['1.25', 1.25],
  ['', null],
  [' – ', null],
  ['80-100', 'invalid-amount'],
  ['beaucoup', 'invalid-amount'],
  ['-3', 'negative-amount'],
  ['10001', 'amount-too-large'],
])('amount %j: %s', (cell, expected) => {
  expect(parseAmount(cell)).toBe(expected);
});

test.each([
  ['15 %', 0.15],
  ['15\u202f%', 0.15],
  ['15', 0.15],
  ['0,15', 0.15],
  ['0.5 %', 0.005],
  ['0', 0],
  ['', null],
  ['90', 0.9],
  ['91', 'invalid-loss'],
  ['-5', 'invalid-loss'],
])('loss %j: %s', (cell, expected) => {
  expect(parseLoss(cell)).toBe(expected);
});

test.each([
  ['g', 'g', 1],
  ['Grammes', 'g', 1],
  ['kg', 'g', 1000],
  ['cl', 'ml', 10],
  ['L', 'ml', 1000],
  ['pièces', 'piece', 1],
  ['unité', 'piece', 1],
])('unit %j', (cell, unit, times) => {
  expect(parseUnit(cell)).toEqual({ unit, times });
});

test('a unit that nobody knows is none', () => {
  expect(parseUnit('louche')).toBeNull();
});

test('portions are imported, imported anew, and taken back to what was there', () => {
  const db = bench.database();
  const empty = dump(db);
  const first = bench.import(db, { 'a.csv': `${header}Riz;g;120;170;10 %\nPain;g;30;40;\n` });
  expect(first.files.map(countsOf)).toMatchObject([{ read: 2, imported: 2, refused: 0 }]);
  const before = dump(db);
  // A loss that the second file does not say stays; the amounts are those of the second file.
  const second = bench.import(db, { 'b.csv': `${header}riz;g;125;175;\nPain;g;30;40;\n` });
  expect(second.files.map(countsOf)).toMatchObject([{ read: 2, updated: 1, unchanged: 1 }]);
  expect(listPortionRules(db)).toMatchObject([
    {
      name: 'Pain',
      portion: { amounts: { M: 30, E: 40, C: null, A: null }, purchaseFactor: null },
      imported: true,
    },
    { name: 'riz', portion: { amounts: { M: 125, E: 175, C: null, A: null }, purchaseFactor: 1 / 0.9 } },
  ]);
  undoImport(db, second.batch ?? 0);
  expect(dump(db)).toEqual(before);
  undoImport(db, first.batch ?? 0);
  expect(dump(db)).toEqual(empty);
});

test('a workbook is read as well', async () => {
  const db = bench.database();
  const rows = [
    ['Aliment', 'Unité', 'Maternelle', 'Élémentaire', 'Perte à la cuisson'],
    ['Riz', 'g', 120, 170, 0.1],
  ];
  const path = bench.write('p.xlsx', xlsx([{ name: 'Portions', rows }]));
  const { files } = await withUnpacked(
    [{ name: 'p.xlsx', path }],
    () => false,
    (sources) => importFiles(db, sources, { now: '2026-11-23T09:00' }),
  );
  expect(files.map(({ kind, imported }) => [kind, imported])).toEqual([['portions', 1]]);
  expect(listPortionRules(db)).toMatchObject([{ portion: { amounts: { M: 120 }, purchaseFactor: 1 / 0.9 } }]);
});

test('what is typed in after an import outlives its undo', () => {
  const db = bench.database();
  const { batch } = bench.import(db, { 'a.csv': `${header}Riz;g;120;170;\n` });
  const [imported] = listPortionRules(db);
  if (imported === undefined || batch === null) throw new Error('nothing was imported');
  savePortionRule(db, { ...imported, portion: { ...imported.portion, purchaseFactor: 1.2 } }, 'Riz');
  undoImport(db, batch);
  expect(listPortionRules(db)).toMatchObject([{ portion: { purchaseFactor: 1.2 }, imported: false }]);
});

test('the caller says what a name stands for, and which dishes no menu has', () => {
  const db = bench.database();
  const path = bench.write('c.csv', `${header}Riz;g;120;170;\nRyz;g;1;2;\n...;g;1;2;\n`);
  const { files } = importFiles(db, [{ name: 'c.csv', path }], {
    now: '2026-11-23T09:00',
    scopeOf: (name) =>
      name === 'Riz'
        ? { scope: { type: 'food', food: 'pasta-rice' }, known: true }
        : name === '...'
          ? null
          : { scope: { type: 'dish', key: name.toLowerCase() }, known: false },
  });
  expect(files.flatMap(problemsOf)).toEqual([
    'refused 4 unknown-food ...',
    'warning - dishes-not-on-menus -',
  ]);
  expect(files[0]?.problems[1]?.params).toEqual({ names: ['Ryz'], count: 1 });
  expect(listPortionRules(db).map(({ scope }) => scope)).toEqual([
    { type: 'dish', key: 'ryz' },
    { type: 'food', food: 'pasta-rice' },
  ]);
});

describe('servings that cannot be', () => {
  const attendance = 'date,site,type,reel\n2018-09-03,Jean Jaurès,E,118\n2018-09-04,Jean Jaurès,E,120\n';
  const servings = `date,site,type,plat,servi,prepare
2018-09-03,Jean Jaurès,E,Riz,119,130
2018-09-03,Jean Jaurès,E,Colin,118,110
2018-09-04,Jean Jaurès,E,Riz,120,130
2018-09-05,Jean Jaurès,E,Riz,500,500
`;

  test('above the guests of the day, or above what was prepared, are told and kept', () => {
    const db = bench.database();
    bench.import(db, { 'a.csv': attendance });
    const { files } = bench.import(db, { 's.csv': servings });
    expect(files.map(countsOf)).toMatchObject([{ read: 4, imported: 4, refused: 0 }]);
    expect(files.flatMap(({ problems }) => problems)).toMatchObject([
      { level: 'warning', code: 'served-above-prepared', params: { rows: 1, of: 4 } },
      {
        level: 'warning',
        code: 'served-above-guests',
        params: {
          rows: 1,
          example: { dish: 'Riz', site: 'Jean Jaurès', date: '2018-09-03', served: 119, guests: 118 },
        },
      },
    ]);
  });

  test('are told too when the attendance comes in the same import', () => {
    const db = bench.database();
    const { files } = bench.import(db, { 's.csv': servings, 'a.csv': attendance });
    expect(files.flatMap(problemsOf)).toContain('warning - served-above-guests -');
  });

  test('negative leftovers are refused', () => {
    const db = bench.database();
    bench.import(db, { 'a.csv': attendance });
    const body = 'date,site,type,plat,servi,restes\n2018-09-03,Jean Jaurès,E,Riz,100,-4\n';
    const file = bench.importOne(db, body);
    expect(problemsOf(file)).toEqual(['refused 2 negative-count -4']);
  });
});

describe('a purchase factor in a file', () => {
  const withFactor = 'aliment;unité;maternelle;élémentaire;facteur d’achat\n';
  const factors = (db: ReturnType<typeof bench.database>) =>
    listPortionRules(db).map(({ portion }) => portion.purchaseFactor);

  test.each(['0', '-1', '50', '0,29', '4,01', '35 %', 'beaucoup'])(
    'of %s is refused, with the row',
    (cell) => {
      const db = bench.database();
      const file = bench.importOne(db, `${withFactor}Riz;g;120;170;${cell}\nPain;g;30;40;\n`);
      expect(problemsOf(file)).toEqual([`refused 2 invalid-factor ${cell}`]);
      expect(listPortionRules(db).map(({ name }) => name)).toEqual(['Pain']);
    },
  );

  test.each([
    ['0,35', 0.35],
    ['1.35', 1.35],
    ['× 4', 4],
    ['0,3', 0.3],
    ['', null],
    ['–', null],
  ])('of %j is %s', (cell, factor) => {
    const db = bench.database();
    expect(problemsOf(bench.importOne(db, `${withFactor}Riz;g;120;170;${cell}\n`))).toEqual([]);
    expect(factors(db)).toEqual([factor]);
  });

  test('is none of what is counted in pieces', () => {
    const file = bench.importOne(bench.database(), `${withFactor}Œufs;pièce;1;2;1,2\n`);
    expect(problemsOf(file)).toEqual(['refused 2 factor-of-pieces 1,2']);
  });

  test('of an earlier export, as a cooking loss, comes in; above 4 it is kept and asked about', () => {
    const db = bench.database();
    const losses = 'Riz;g;120;170;0 %\nRôti;g;40;60;25,93 %\nGigot;g;40;60;80 %\nŒufs;pièce;1;2;10 %\n';
    const file = bench.importOne(db, `${header}${losses}`);
    expect(countsOf(file)).toMatchObject({ read: 4, imported: 4, refused: 0 });
    expect(file.problems).toMatchObject([
      { level: 'warning', code: 'factors-to-check', params: { names: ['Gigot', 'Œufs'], count: 2, most: 4 } },
    ]);
    const found = Object.fromEntries(
      listPortionRules(db).map(({ name, portion }) => [name, portion.purchaseFactor]),
    );
    expect(found).toMatchObject({ Riz: null, Gigot: expect.closeTo(5, 9) });
    expect(found.Rôti).toBeCloseTo(1.35, 3);
    // Written out and read again it stays, to the last digit.
    const again = `${withFactor}Gigot;g;40;60;5\nRôti;g;40;60;${(found.Rôti ?? 0).toFixed(4)}\n`;
    expect(countsOf(bench.importOne(db, again))).toMatchObject({ read: 2, unchanged: 2, refused: 0 });
  });

  test('that a loss in the same row contradicts is refused', () => {
    const both = 'aliment;unité;maternelle;perte;facteur\n';
    const db = bench.database();
    const file = bench.importOne(db, `${both}Rôti;g;40;20 %;1,25\nGigot;g;40;20 %;1,5\n`);
    expect(problemsOf(file)).toEqual(['refused 3 factor-against-loss 1,5']);
    expect(factors(db)).toEqual([1.25]);
  });
});
