import { readDishServings } from '../../db/dish-servings.ts';
import { recordEdit, stepEdits } from '../../db/edits.ts';
import { exportServings } from '../../db/export.ts';
import { readHistory } from '../../db/history.ts';
import { undoImport } from '../../db/import/imports.ts';
import {
  hasDishRecords,
  listEarlierValues,
  listMealValues,
  listRanOut,
  saveMealValues,
} from '../../db/meal-records.ts';
import { saveHeadCounts } from '../../db/orders.ts';
import { readServings } from '../../db/servings.ts';
import { toDay } from '../../forecasting/calendar/day.ts';
import type { DishRecord } from '../../forecasting/domain/meal-records.ts';
import { seededRandom } from '../../forecasting/numerics/seeded.ts';
import { learnedServing } from '../../forecasting/records/check-record.ts';
import { offersOf } from '../../forecasting/take-up/offers.ts';
import { dump, updatedFrom, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const file =
  'site,kind,date,dish,served,prepared,left\nLilas,E,2026-09-14,Quiche,50,60,10\nLilas,E,2026-09-14,Riz,40,,\n';
const signed = { by: 'Anne', at: '2026-09-14T14:00' };
const day = { siteId: 1, date: '2026-09-14' };
const opened = () => {
  const db = bench.database();
  bench.importOne(db, 'site,kind,date,served\nLilas,E,2026-09-14,60\n');
  bench.importOne(db, file, { kind: 'servings' });
  return db;
};

test('a database before version 400 keeps its servings, and they are read as before', () => {
  const { db, changes } = updatedFrom(
    bench,
    400,
    `INSERT INTO site (name, folded, kind) VALUES ('Lilas', 'lilas', 'E');
    INSERT INTO site_name (name, folded, kind, site_id) VALUES ('Lilas', 'lilas', 'E', 1), ('X', 'x', NULL, NULL);
    INSERT INTO serving (site_name_id, day, folded, dish, served, prepared, left_over)
    VALUES (1, 20710, 'quiche', 'Quiche', 50, 60, 10), (2, 20710, 'riz', 'Riz', 9, NULL, NULL)`,
    ['serving', 'site'],
  );
  expect(changes).toEqual([]);
  expect(readServings(db)).toEqual([
    { siteId: 1, date: '2026-09-14', dish: 'Quiche', served: 50, prepared: 60, left: 10 },
  ]);
  expect(exportServings(db)).toHaveLength(2);
  db.close();
});

test('what is entered lies over the file, outlives its being imported again and undone', () => {
  const db = opened();
  const quiche = { ...day, dish: 'QUICHE' };
  expect(
    saveMealValues(
      db,
      [
        { ...quiche, field: 'prepared', value: 60 },
        { ...quiche, field: 'left', value: 4 },
      ],
      signed,
    ),
  ).toBe(2);
  const entered = { siteId: 1, date: '2026-09-14', dish: 'QUICHE', served: 56, prepared: 60, left: 4 };
  expect(readServings(db)).toContainEqual(entered);
  expect(readServings(db)).toHaveLength(2);
  bench.importOne(db, `${file}Lilas,E,2026-09-15,Riz,30,,\n`, { kind: 'servings' });
  expect(readServings(db)).toContainEqual(entered);
  expect(readDishServings(db, ['QUICHE'])).toHaveLength(1);
  undoImport(db, 2);
  undoImport(db, 3);
  expect(readServings(db)).toEqual([entered]);
});

test('adults at a meal whose dishes are recorded had of them too: those served, else those counted', () => {
  const db = opened();
  const riz = { ...day, dish: 'Riz' };
  saveMealValues(
    db,
    [
      { ...riz, field: 'prepared', value: 66 },
      { ...riz, field: 'left', value: 0 },
    ],
    signed,
  );
  const ofRiz = () => readServings(db).find(({ dish }) => dish === 'Riz');
  const entered = { ...day, dish: 'Riz', served: 66, prepared: 66, left: 0 };
  expect(ofRiz()).toEqual(entered);
  expect(hasDishRecords(db, 1, day.date)).toBe(true);
  expect(hasDishRecords(db, 1, '2026-09-15')).toBe(false);
  saveHeadCounts(db, [{ ...day, headCount: { counts: { all: 60, A: 5 }, ...signed } }]);
  expect(ofRiz()).toEqual({ ...entered, adults: 5 });
  saveMealValues(db, [{ ...day, dish: '', field: 'served.A', value: 6 }], signed);
  expect(ofRiz()).toEqual({ ...entered, adults: 6 });
  // What a file says of another dish of that day is of children.
  expect(readServings(db).find(({ dish }) => dish === 'Quiche')).not.toHaveProperty('adults');
  expect(readDishServings(db, ['Riz'])).toMatchObject([{ served: 66, adults: 6 }]);
  const { attendance, menu } = readHistory(db);
  const [offer] = offersOf({ attendance, menu, servings: readServings(db) }, toDay(day.date)).filter(
    ({ rows }) => rows.some(({ key }) => key === 'riz'),
  );
  expect(offer?.diners).toBe(66);
});

test('every earlier value is kept, and an undone one leaves no line', async () => {
  const db = opened();
  const value = (of: number | null) => [{ ...day, dish: '', field: 'prepared', value: of }];
  saveMealValues(db, value(60), signed);
  const before = dump(db).filter((row) => !row.startsWith('edit_row'));
  const { edit } = await recordEdit(db, () =>
    saveMealValues(db, value(62), { ...signed, at: '2026-09-14T15:00' }),
  );
  expect(listEarlierValues(db, 1, day.date)).toEqual([
    {
      dish: '',
      field: 'prepared',
      value: 60,
      by: 'Anne',
      at: '2026-09-14T14:00',
      replacedAt: '2026-09-14T15:00',
    },
  ]);
  const after = dump(db).filter((row) => !row.startsWith('edit_row'));
  stepEdits(db, [edit ?? 0], 'undo');
  expect(listEarlierValues(db, 1, day.date)).toEqual([]);
  expect(dump(db).filter((row) => !row.startsWith('edit_row'))).toEqual(before);
  stepEdits(db, [edit ?? 0], 'redo');
  expect(dump(db).filter((row) => !row.startsWith('edit_row'))).toEqual(after);
  expect(saveMealValues(db, value(62), signed)).toBe(0);
  expect(saveMealValues(db, value(null), signed)).toBe(1);
  expect(listMealValues(db, day.date, day.date)).toEqual([]);
});

test('days on which something ran out are named', () => {
  const db = opened();
  saveMealValues(db, [{ ...day, dish: 'Riz', field: 'ranOut', value: 1 }], signed);
  expect([...listRanOut(db, day.date, day.date)]).toEqual(['1 2026-09-14']);
  saveMealValues(db, [{ ...day, dish: 'Riz', field: 'ranOut', value: null }], signed);
  expect(listRanOut(db, day.date, day.date).size).toBe(0);
});

test('the view says of any figures what learnedServing says', () => {
  const db = opened();
  const random = seededRandom(40);
  const some = () => (random() < 0.35 ? null : Math.floor(12 * random()));
  for (let i = 0; i < 400; i++) {
    const dish: DishRecord = {
      dish: `Plat ${i}`,
      prepared: some(),
      served: some(),
      left: some(),
      ranOut: random() < 0.3,
      ranOutAt: null,
      reused: null,
      thrown: null,
      reason: null,
    };
    const fields = {
      prepared: dish.prepared,
      served: dish.served,
      left: dish.left,
      ranOut: dish.ranOut ? 1 : null,
    };
    saveMealValues(
      db,
      Object.entries(fields).map(([field, value]) => ({ ...day, dish: dish.dish, field, value })),
      signed,
    );
    const [found] = readDishServings(db, [dish.dish]);
    const learned = learnedServing(dish);
    expect(found && { served: found.served, prepared: found.prepared, left: found.left }).toEqual(
      learned ?? undefined,
    );
  }
});
