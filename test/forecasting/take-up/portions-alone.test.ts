import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import { normaliseDish } from '../../../forecasting/dishes/dish.ts';
import { familyOf } from '../../../forecasting/dishes/family-of.ts';
import type { IsoDate, Serving } from '../../../forecasting/domain/records.ts';
import { type DishHistory, dishBacktest } from '../../../forecasting/evaluation/dish-backtest.ts';
import { seededRandom } from '../../../forecasting/numerics/seeded.ts';
import { normalQuantile } from '../../../forecasting/numerics/streams.ts';
import { isNoChoice } from '../../../forecasting/take-up/no-choice.ts';
import { offersOf } from '../../../forecasting/take-up/offers.ts';
import { fitTakeUp } from '../../../forecasting/take-up/take-up.ts';

const none = new Int32Array(0);

function historyOf(servings: readonly Serving[], sites: number): DishHistory {
  return {
    sites: Array.from({ length: sites }, (_, i) => ({
      id: i + 1,
      name: `Site ${i + 1}`,
      kind: 'E',
      sector: null,
      capacity: null,
    })),
    attendance: { site: none, day: none, served: new Float64Array(0), staff: new Float64Array(0) },
    enrolment: [],
    menu: [],
    closures: [],
    holidays: [],
    servings,
  };
}

const served = (siteId: number, date: IsoDate, dish: string, count: number): Serving => ({
  siteId,
  date,
  dish,
  served: count,
  prepared: null,
  left: null,
});

/** School days from 1 September 2025 on, a Monday. */
const dates = Array.from({ length: 28 }, (_, i) => addDays('2025-09-01', i)).filter(
  (d) => weekday(toDay(d)) <= 5,
);

/** Sites of many sizes; each item on a third of the days, the first half of them no choice. */
function madeTown({
  sites,
  items,
  seed,
}: {
  readonly sites: number;
  readonly items: number;
  readonly seed: number;
}) {
  const random = seededRandom(seed);
  const noise = (sd: number) => Math.exp(sd * normalQuantile(0.001 + 0.998 * random()));
  const guests = Array.from({ length: sites }, () => 40 * noise(0.5));
  const share = Array.from({ length: items }, () => 0.05 + 0.5 * random());
  return dates.flatMap((date) => {
    const offered = share.map(() => random() < 1 / 3);
    return guests.flatMap((mean, site) => {
      const present = mean * noise(0.08);
      const choice = share.reduce((sum, s, i) => sum + (offered[i] && i >= items / 2 ? s : 0), 0);
      return share.flatMap((s, i) => {
        if (!offered[i]) return [];
        const part = i < items / 2 ? s : s / Math.max(1, choice);
        return [served(site + 1, date, `Item ${i}`, Math.round(present * part * noise(0.2)))];
      });
    });
  });
}

test('of portions alone the forecast is no worse than the mean of the same weekdays, and its range holds', () => {
  const history = historyOf(madeTown({ sites: 20, items: 30, seed: 5 }), 20);
  const found = dishBacktest(history, { from: '2025-09-22', to: '2025-09-28', lead: 7 });
  const known = found.lines.filter(({ sameWeekday4 }) => sameWeekday4 !== null);
  const error = (of: (line: (typeof known)[number]) => number) =>
    known.reduce((sum, line) => sum + Math.abs(of(line) - line.taken), 0);
  expect(known.length).toBeGreaterThan(300);
  expect(error(({ q50 }) => q50)).toBeLessThan(
    1.05 * error(({ sameWeekday4 }) => sameWeekday4 ?? Number.NaN),
  );
  expect(found.coverage80).toBeGreaterThan(74);
  expect(found.coverage80).toBeLessThan(88);
});

test('that nobody knows the number of guests is said', () => {
  const history = historyOf(madeTown({ sites: 5, items: 12, seed: 6 }), 5);
  const found = dishBacktest(history, { from: '2025-09-22', to: '2025-09-28', lead: 7 });
  expect(found.guestsUnknown).toBe(5);
  expect(new Set(found.lines.map(({ diners }) => diners))).toEqual(new Set([null]));
  const model = fitTakeUp(history, '2025-09-21');
  expect(model.guestsUnknown(1)).toBe(true);
  // Whatever number somebody has in mind.
  const offered = [{ key: 'item 1', family: null, course: null }] as never;
  const of = (diners: number) =>
    model.demand(1, '2025-09-22', offered, { mean: diners, quantile: () => diners })[0];
  expect(of(10)?.mean).toBe(of(1000)?.mean);
});

test('no count of the future is seen', () => {
  const servings = madeTown({ sites: 4, items: 12, seed: 7 });
  const changed = servings.map((one) =>
    one.date > '2025-09-15' ? { ...one, served: 3 * one.served + 7 } : one,
  );
  const first = (all: readonly Serving[]) =>
    dishBacktest(historyOf(all, 4), { from: '2025-09-22', to: '2025-09-22', lead: 7 }).lines.map(
      ({ mean, low, high }) => [mean, low, high],
    );
  const forecast = first(servings);
  expect(forecast.length).toBeGreaterThan(0);
  expect(first(changed)).toEqual(forecast);
});

test('a dish served twice leans on its family, with a wider range than one served often', () => {
  const servings = dates.flatMap((date, d) =>
    [1, 2, 3].flatMap((site) => [
      served(site, date, 'Banane', 20 * site + (d % 3)),
      served(site, date, 'Kiwi', 20 * site + (d % 4)),
      ...(d === 4 || d === 9 ? [served(site, date, 'Litchi', 2 * site)] : []),
    ]),
  );
  const model = fitTakeUp(historyOf(servings, 3), '2025-09-26');
  const of = (key: string) =>
    model.demand(2, '2025-09-29', [{ key, family: 'fruit', course: 'dessert' }], none1)[0];
  const [often, twice, never] = [of('kiwi'), of('litchi'), of('figue')];
  const width = (demand: typeof often) =>
    ((demand?.high ?? 0) - (demand?.low ?? 0)) / (demand?.mean ?? Number.NaN);
  expect(twice?.mean).toBeGreaterThan(4);
  expect(twice?.mean).toBeLessThan(never?.mean ?? Number.NaN);
  expect(width(twice)).toBeGreaterThan(width(often));
  expect(width(never)).toBeGreaterThan(width(often));
});

const none1 = { mean: Number.NaN, quantile: () => Number.NaN };

test('sauce, bread and milk are no shares of a course', () => {
  const date = '2025-09-01';
  const dishes = ['Sauce tomate', 'Pain', '1% White Milk', 'Apple Juice', 'Poulet rôti', 'Poisson pané'];
  const attendance = {
    site: Int32Array.of(1),
    day: Int32Array.of(toDay(date)),
    served: Float64Array.of(400),
    staff: Float64Array.of(Number.NaN),
  };
  const servings = dishes.map((dish) => served(1, date, dish, 60));
  const offers = offersOf({ servings, menu: [], attendance }, toDay(date));
  expect(offers.map(({ rows }) => rows.length).sort()).toEqual([1, 1, 1, 1, 2]);
  expect(isNoChoice({ key: 'riz lait', family: 'dairy' })).toBe(false);
  expect(isNoChoice({ key: 'lait', family: 'dairy' })).toBe(true);
});

test.each([
  ['Jus d’orange', true],
  ['Pur jus de pomme', true],
  ['Verre de lait', true],
  ['Eau de source', true],
  ['1% white milk', true],
  ['Grape juice box', true],
  ['Rôti de bœuf au jus', false],
  ['Gigot au jus', false],
  ['Haricots verts au jus', false],
  ['Curry de poulet au lait de coco', false],
  ['Colin sauce lait de coco', false],
  ['Purée au lait', false],
  ['Tomme au lait cru', false],
  ['Coconut milk curry', false],
])('%s is a drink: %s', (text, isDrink) => {
  const { key } = normaliseDish(text);
  expect(isNoChoice({ key, family: familyOf(key) })).toBe(isDrink);
});

test('dishes that are no choice are told by their own counts however long they are known', () => {
  const days = Array.from({ length: 140 }, (_, i) => addDays('2025-01-06', i)).filter(
    (date) => weekday(toDay(date)) <= 5,
  );
  const servings = days.flatMap((date, d) => [
    served(1, date, 'Lasagnes', 90 + (d % 7)),
    served(1, date, 'Banane', 40 + (d % 5)),
    served(1, date, 'Lait', 60 + (d % 3)),
  ]);
  const model = fitTakeUp(historyOf(servings, 1), '2025-05-23');
  expect(model.guestsUnknown(1)).toBe(true);
  const told = ['lasagne', 'banane', 'lait'].map((key) => {
    const offered = [{ key, family: null, course: null }];
    return model.demand(1, '2025-05-26', offered, { mean: 20, quantile: () => 20 })[0]?.mean ?? 0;
  });
  expect(Math.abs((told[0] ?? 0) - 93)).toBeLessThan(4);
  expect(Math.abs((told[1] ?? 0) - 42)).toBeLessThan(4);
  expect(Math.abs((told[2] ?? 0) - 61)).toBeLessThan(4);
});
