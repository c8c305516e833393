import { isoOf } from '../../../db/day.ts';
import { importFiles } from '../../../db/import/import-files.ts';
import type { ImportOutcome } from '../../../db/import/outcome.ts';
import type { Answers } from '../../../db/import/table-question.ts';
import { withUnpacked } from '../../../db/import/unpack/unpack-sources.ts';
import type { Database } from '../../../db/open.ts';
import { Workbench } from '../support/database.ts';
import { monthlyWorkbook, type Truth, yearsWorkbook } from '../support/secretary-workbooks.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const run = (db: Database, path: string, answers: Answers): Promise<ImportOutcome> =>
  withUnpacked(
    [{ name: 'cantine.xlsx', path }],
    () => false,
    (sources) => importFiles(db, sources, { now: '2025-11-16T09:00', answers: { all: answers } }),
  );

const served = (db: Database) =>
  new Map(
    (
      db.prepare('SELECT day, served FROM attendance WHERE served IS NOT NULL ORDER BY day').raw().all() as [
        number,
        number,
      ][]
    ).map(([day, count]) => [isoOf(day), count]),
  );
const inOrder = (counts: ReadonlyMap<string, number>) => [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));

describe.each([
  ['thirteen monthly sheets', monthlyWorkbook()],
  ['one sheet for two school years', yearsWorkbook()],
] as readonly (readonly [string, Truth])[])('%s', (_what, truth) => {
  const path = bench.write('cantine.xlsx', truth.bytes);

  test('one question, nothing refused, nothing read before it is answered', async () => {
    const db = bench.database();
    const { batch, files } = await run(db, path, {});
    expect(batch).toBeNull();
    expect(files).toHaveLength(1);
    expect(files[0]?.questions.filter(({ blocking }) => blocking).map(({ id }) => id)).toEqual(['site']);
    expect(files[0]?.problems.filter(({ level }) => level === 'refused')).toEqual([]);
  });

  test('answered, every count of the children is read on its day, and no other', async () => {
    const db = bench.database();
    const { files } = await run(db, path, { site: 'Val-Fleuri' });
    expect(files.flatMap(({ problems }) => problems.filter(({ level }) => level !== 'warning'))).toEqual([]);
    expect(inOrder(served(db))).toEqual(inOrder(truth.children));
    expect(db.prepare('SELECT name FROM site').pluck().all()).toEqual(['Val-Fleuri']);
    expect(files[0]?.sites).toMatchObject([
      { site: 'Val-Fleuri', days: truth.children.size, emptyDays: truth.marks.size },
    ]);
    const days = [...truth.marks.values()];
    expect(files[0]?.problems.find(({ code }) => code === 'marks-found')?.params).toEqual({
      days: truth.marks.size,
      strike: days.filter((mark) => mark === 'grève').length,
      holiday: days.filter((mark) => mark === 'férié').length,
      closure: days.filter((mark) => mark === 'fermé').length,
      outing: 0,
    });
  });

  test('the words become closures once a person says so', async () => {
    const db = bench.database();
    await run(db, path, { site: 'Val-Fleuri', marks: 'yes' });
    const closures = db.prepare('SELECT date, kind FROM closure ORDER BY date').raw().all() as [
      string,
      string,
    ][];
    expect(new Map(closures)).toEqual(
      new Map([...truth.marks].map(([date, mark]) => [date, mark === 'grève' ? 'strike' : 'closure'])),
    );
  });
});

test.each([
  ['enrolment', 'École;Année scolaire;Effectif\nLes Tilleuls;2025-2026;120\nLe Pré Vert;2025-2026;80\n'],
  [
    'servings',
    'Date;Site;Plat;Servis;Préparés\n2025-09-01;Les Tilleuls;Melon;80;90\n2025-09-01;Le Pré Vert;Melon;40;45\n',
  ],
])('%s alone offers to create its sites', (_kind, text) => {
  const db = bench.database();
  const asked = bench.importOne(db, text);
  expect(asked).toMatchObject({
    asked: 2,
    questions: [{ id: 'new-sites', blocking: false, proposal: 'yes' }],
  });
  const made = bench.database();
  expect(bench.importOne(made, text, { answers: { all: { 'new-sites': 'yes' } } })).toMatchObject({
    imported: 2,
    asked: 0,
    questions: [],
  });
  expect(made.prepare('SELECT name FROM site ORDER BY name').pluck().all()).toEqual([
    'Le Pré Vert',
    'Les Tilleuls',
  ]);
});
