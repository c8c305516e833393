import type { DishRecord, MealRecord } from '../../../forecasting/domain/meal-records.ts';
import { seededRandom } from '../../../forecasting/numerics/seeded.ts';
import { checkRecord, learnedServing, type RecordFacts } from '../../../forecasting/records/check-record.ts';
import { unusualCount } from '../../../forecasting/records/usual-range.ts';

const dish = (changes: Partial<DishRecord> = {}): DishRecord => ({
  dish: 'Poulet rôti',
  prepared: 120,
  served: null,
  left: 8,
  ranOut: false,
  ranOutAt: null,
  reused: null,
  thrown: null,
  reason: null,
  ...changes,
});

const record = (changes: Partial<MealRecord> = {}): MealRecord => ({
  siteId: 1,
  date: '2026-09-14',
  prepared: 130,
  left: 10,
  served: { children: 112, A: 6 },
  seconds: {},
  reason: null,
  note: '',
  dishes: [dish()],
  ...changes,
});

const facts = (changes: Partial<RecordFacts> = {}): RecordFacts => ({
  today: '2026-09-14',
  closed: null,
  seats: 120,
  unusual: null,
  provided: 126,
  dishes: [{ course: 'main', grams: 70 }],
  ...changes,
});

const found = (changes: Partial<MealRecord> = {}, of: Partial<RecordFacts> = {}) =>
  checkRecord(record(changes), facts(of)).map(({ field, code, severity }) => `${field} ${code} ${severity}`);

test('what is right says nothing', () => expect(found()).toEqual([]));
test('all that was ordered may be left, and of what nobody ordered nothing is known', () => {
  expect(found({ prepared: null, left: 126 })).toEqual([]);
  expect(found({ prepared: null, left: 999 }, { provided: null })).toEqual([]);
});

test.each([
  [{ date: '2026-09-15' }, {}, 'date future refused'],
  [{}, { closed: 'weekend' as const }, 'date closed-day check'],
  [{ served: { children: 145 } }, {}, 'served above-seats check'],
  [{ served: { M: 60, E: 90 } }, {}, 'served above-seats check'],
  [{ left: 131 }, {}, 'left left-above-prepared check'],
  [{ prepared: null, left: 127 }, {}, 'left left-above-ordered check'],
  [{ dishes: [dish({ left: 121 })] }, {}, 'dishes.0.left left-above-prepared check'],
  [{ dishes: [dish({ ranOut: true, left: 3 })] }, {}, 'dishes.0.ranOut ran-out-with-left check'],
  [{ dishes: [dish({ served: 125 })] }, {}, 'dishes.0.served served-above-prepared check'],
  [{ dishes: [dish({ reused: 5, thrown: 4 })] }, {}, 'dishes.0.thrown thrown-above-left check'],
  [{ dishes: [dish({ prepared: 200 })] }, {}, 'dishes.0.served course-far-from-diners check'],
  [
    { dishes: [dish({ prepared: 2000, served: 110, left: 1100, thrown: 1100 })] },
    {},
    'dishes much-thrown check',
  ],
])('%o with %o says %s', (changes, of, expected) => expect(found(changes, of)).toEqual([expected]));

test('usual counts: by the import’s rule upwards, and by the same downwards', () => {
  const random = seededRandom(3);
  const others = Array.from({ length: 60 }, (_, i) => ({
    day: 20_000 + 7 * i,
    count: Math.round(115 + 12 * (random() - 0.5)),
  }));
  const judge = (count: number, day = 20_000 + 7 * 30) =>
    unusualCount({ day, count }, others, { seats: null, enrolled: null });
  expect(judge(350)).toMatchObject({ way: 'above', count: 350 });
  const below = judge(38);
  expect(below).toMatchObject({ way: 'below', count: 38 });
  expect(below?.low).toBeGreaterThan(105);
  expect(below?.high).toBeLessThan(125);
  expect(judge(112)).toBeNull();
  expect(judge(350, 20_000 + 7 * 60)).toMatchObject({ way: 'above' });
  expect(unusualCount({ day: 1, count: 40 }, [], { seats: null, enrolled: null })).toBeNull();
  const unusual = judge(350);
  expect(found({ served: { children: 350 } }, { unusual })).toContain('served above-usual check');
});

test('what a dish teaches: served, else prepared less left; at least that where it ran out; nothing of contradictions', () => {
  expect(learnedServing(dish())).toEqual({ served: 112, prepared: 120, left: 8 });
  expect(learnedServing(dish({ ranOut: true, left: null }))).toEqual({ served: 120, prepared: 120, left: 0 });
  expect(learnedServing(dish({ served: 100, left: null, prepared: null }))).toEqual({
    served: 100,
    prepared: null,
    left: null,
  });
  expect(learnedServing(dish({ ranOut: true, left: 3 }))).toBeNull();
  expect(learnedServing(dish({ left: 121 }))).toBeNull();
  expect(learnedServing(dish({ left: null }))).toBeNull();
});
