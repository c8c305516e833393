import { listCountSlips } from '../../../db/count-slips.ts';
import { isoOf } from '../../../db/day.ts';
import type { Database } from '../../../db/open.ts';
import { countSlips } from '../../../forecasting/frame/count-slips.ts';
import { Workbench } from '../support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const days = Array.from({ length: 60 }, (_, at) => isoOf(20_333 + at));
const slipDay = days[30] as string;
const rows = (site: string, slip = 100) =>
  days.map((day, at) => `${day};${site};${day === slipDay ? slip : 100 + (at % 9)}`).join('\n');
const titles = 'Date;Site;Repas\n';

const served = (db: Database, date: string) =>
  db.prepare('SELECT served FROM attendance WHERE day = unixepoch(?) / 86400').pluck().all(date);

describe('a count that can hardly be', () => {
  const text = `${titles}${rows('Jean Jaurès', 450)}\n`;
  const answer = (corrected: number | null) => ({
    judgeCounts: countSlips,
    answers: { counts: [{ name: 'Jean Jaurès', date: slipDay, served: 450, corrected }] },
  });

  test('is listed, and not among the least and most of its site', () => {
    const file = bench.importOne(bench.database(), text, { judgeCounts: countSlips });
    expect(file).toMatchObject({ imported: 59, asked: 1 });
    expect(file.unlikely).toMatchObject([{ name: 'Jean Jaurès', date: slipDay, served: 450, line: 32 }]);
    expect(file.sites).toMatchObject([{ days: 59, least: 100, most: 108 }]);
  });

  test('is taken as it stands once a person says so, and asked about no more', () => {
    const db = bench.database();
    expect(bench.importOne(db, text, answer(null))).toMatchObject({ imported: 60, asked: 0, unlikely: [] });
    expect(served(db, slipDay)).toEqual([450]);
    expect(listCountSlips(db, 'asked')).toEqual([]);
    expect(listCountSlips(db, 'taken')).toHaveLength(1);
  });

  test('is written as corrected, and the same file again leaves the correction', () => {
    const db = bench.database();
    const file = bench.importOne(db, text, answer(105));
    expect(file).toMatchObject({ imported: 60, asked: 0, unlikely: [] });
    expect(file.sites).toMatchObject([{ days: 60, most: 108 }]);
    expect(served(db, slipDay)).toEqual([105]);
    const again = bench.importOne(db, `${text}\n`, { judgeCounts: countSlips });
    expect(again).toMatchObject({ unchanged: 60, asked: 0, refused: 0 });
    expect(served(db, slipDay)).toEqual([105]);
  });

  test('an answer about another number is no answer', () => {
    const db = bench.database();
    const other = { name: 'Jean Jaurès', date: slipDay, served: 400, corrected: 105 };
    const file = bench.importOne(db, text, { judgeCounts: countSlips, answers: { counts: [other] } });
    expect(file).toMatchObject({ imported: 59, asked: 1 });
  });
});

describe('a name that no site answers to', () => {
  const known = () => {
    const db = bench.database();
    bench.importOne(db, `${titles}${rows('École Sainte-Marie')}\n`);
    return db;
  };
  const text = `${titles}${rows('Ste Marie élem.').replaceAll('2025', '2024')}\n`;
  const siteNames = (db: Database) => db.prepare('SELECT name FROM site ORDER BY name').pluck().all();
  const answer = (site: { name: string; siteKind: 'M/E' } | null) => ({
    answers: { names: [{ kind: 'site' as const, name: 'Ste Marie élem.', siteKind: null, site }] },
  });

  test('waits without an answer', () => {
    const db = known();
    expect(bench.importOne(db, text)).toMatchObject({ asked: 60 });
  });

  test('is the site that a person says, from its first row on, and undone with its import', () => {
    const db = known();
    const file = bench.importOne(db, text, answer({ name: 'École Sainte-Marie', siteKind: 'M/E' }));
    expect(file).toMatchObject({ imported: 60, asked: 0 });
    expect(siteNames(db)).toEqual(['École Sainte-Marie']);
  });

  test('is a new site where a person says so', () => {
    const db = known();
    expect(bench.importOne(db, text, answer(null))).toMatchObject({ imported: 60, asked: 0 });
    expect(siteNames(db)).toEqual(['Ste Marie élem.', 'École Sainte-Marie']);
  });
});

test('filled cells of columns that are not used are counted, those of used ones are not', () => {
  const lines = days
    .map((day, at) => `${day};Jean Jaurès;${90 + (at % 7)};${at % 3 === 0 ? 'Mme Roux' : ''};`)
    .join('\n');
  const file = bench.importOne(bench.database(), `Date;Site;Repas;Responsable;Visa\n${lines}\n`);
  expect(Object.fromEntries(file.columns.map(({ name, filled }) => [name, filled]))).toEqual({
    Date: 0,
    Site: 0,
    Repas: 0,
    Responsable: 20,
    Visa: 0,
  });
});

test('months without meals are gaps, and rows without meals are told apart from new ones', () => {
  const file = bench.importOne(
    bench.database(),
    `${titles}2025-01-06;Jean Jaurès;50\n2025-01-07;Jean Jaurès;0\n2025-01-09;Jean Jaurès;\n2025-01-10;Jean Jaurès;grève\n2025-03-03;Jean Jaurès;52\n`,
  );
  expect(file).toMatchObject({ imported: 5, newWithoutMeals: { marked: 1, empty: 2 } });
  expect(file.siteTotals).toEqual({ sites: 1, days: 2, emptyDays: 3 });
  expect(file.months).toEqual([
    { month: '2025-01', days: 1 },
    { month: '2025-02', days: 0 },
    { month: '2025-03', days: 1 },
  ]);
});
