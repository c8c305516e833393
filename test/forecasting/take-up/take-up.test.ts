import { addDays } from '../../../forecasting/calendar/day.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { Serving } from '../../../forecasting/domain/records.ts';
import type { Distribution, OfferedDish, TakeUp, TakeUpModel } from '../../../forecasting/domain/types.ts';
import { poolDemand } from '../../../forecasting/take-up/demand.ts';
import type { TakeUpHistory } from '../../../forecasting/take-up/offers.ts';
import { fitTakeUp } from '../../../forecasting/take-up/take-up.ts';
import { type Schools, type SchoolsOptions, schools } from '../support/take-up-schools.ts';

const few = { sites: 4, dishes: 8 };
const offer = (city: Schools, dishes: readonly number[]): readonly OfferedDish[] =>
  dishes.map((d) => ({ ...city.dishes[d], course: 'main' }));

/** Errors of the shares of every dish at every site, each offered as often as any. */
function errors(city: Schools, model: TakeUpModel, choice: number): readonly number[] {
  return [1, 2, 3, 4].flatMap((siteId) =>
    city.dishes.flatMap((_, d) => {
      const offered = choice === 1 ? [d] : [d, (d + 3) % few.dishes];
      const truth = city.share(siteId, offered);
      return model.shares(siteId, city.next, offer(city, offered)).map(({ mean }, i) => mean - truth[i]);
    }),
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const seeds = [1, 2, 3];
const errorsOf = (options: Omit<SchoolsOptions, 'sites' | 'dishes'>, change = (h: TakeUpHistory) => h) =>
  seeds.flatMap((seed) => {
    const city = schools({ ...few, ...options, seed });
    return errors(city, fitTakeUp(change(city.history), city.next), options.choice);
  });
const size = (values: readonly number[]) => Math.sqrt(mean(values.map((v) => v * v)));

describe('schools whose take-up is known', () => {
  test.each([1, 2])('the error falls as 1/√n with the days recorded, %i to choose from', (choice) => {
    const sizes = [48, 192, 768].map((days) => size(errorsOf({ days, choice })));
    // Slope of log error over log days, from ends four doublings apart.
    const slope = Math.log(sizes[2] / sizes[0]) / Math.log(16);
    expect(slope).toBeGreaterThan(-0.65);
    expect(slope).toBeLessThan(-0.4);
    expect(sizes[1]).toBeLessThan(sizes[0]);
    expect(sizes[2]).toBeLessThan(0.01);
  });

  describe.each([1, 2])('that run out on every other day, %i to choose from', (choice) => {
    const options = { days: 512, choice, prepared: 1 } as const;

    test('days on which a dish ran out do not bias its share', () => {
      const own = errorsOf(options);
      expect(Math.abs(mean(own))).toBeLessThan(0.008);
      expect(size(own)).toBeLessThan(0.016);
    });

    test('they would, were they taken for what was wanted', () => {
      const asCounted = (history: TakeUpHistory) => ({
        ...history,
        servings: history.servings.map((serving) => ({ ...serving, prepared: null, left: null })),
      });
      const naive = errorsOf(options, asCounted);
      expect(mean(naive)).toBeLessThan(-0.012);
      expect(size(naive)).toBeGreaterThan(1.5 * size(errorsOf(options)));
    });
  });

  // Of several dishes that run out the last ones vary more among the guests who are left.
  test.each([
    [2, 0.97, 0.02],
    [3, 1, 0.02],
    [3, 0.97, 0.025],
    // Nine in ten run out: what is missing cannot be known, but the orders do not run away.
    [3, 0.9, 0.07],
  ])(
    'a kitchen that cooks what it expects is foretold, %i to choose from, %f of the mean cooked',
    (choice, prepared, most) => {
      const relative = seeds.flatMap((seed) => {
        const city = schools({ ...few, days: 300, choice, prepared, seed });
        const model = fitTakeUp(city.history, city.next);
        return [1, 2, 3, 4].flatMap((siteId) =>
          city.dishes.flatMap((_, d) => {
            const offered = Array.from({ length: choice }, (_, k) => (d + 3 * k) % few.dishes);
            const truth = city.share(siteId, offered);
            const shares = model.shares(siteId, city.next, offer(city, offered));
            return shares.map((own, i) => own.mean / numberAt(truth, i) - 1);
          }),
        );
      });
      expect(Math.abs(mean(relative))).toBeLessThan(most);
    },
  );

  test('four in five of the true shares of a day lie within the range, for dishes known and new', () => {
    const inside = { known: [0, 0], fresh: [0, 0] };
    for (let seed = 1; seed <= 30; seed++) {
      // The last day of a longer city is foretold from the days before; one dish in four was never served by then.
      const city = schools({ sites: 3, dishes: 8, days: 40, choice: 1, rho: 0.02, diners: 2000, seed });
      const fresh = new Set(city.dishes.filter((_, d) => d % 4 === 3).map(({ key }) => key));
      const cut = addDays(city.next, -20);
      const before = city.history.servings.filter(({ dish }) => !fresh.has(dish));
      const model = fitTakeUp({ ...city.history, servings: before }, cut);
      for (const { siteId, date, dish, served } of city.history.servings) {
        if (date <= cut) continue;
        const d = city.dishes.findIndex(({ key }) => key === dish);
        const [range] = model.shares(siteId, date, offer(city, [d])) as [TakeUp];
        const count = fresh.has(dish) ? inside.fresh : inside.known;
        count[0] = count[0] + (served / 2000 >= range.low && served / 2000 <= range.high ? 1 : 0);
        count[1] = count[1] + 1;
      }
    }
    for (const [hits, all] of Object.values(inside) as [number, number][]) {
      expect(hits / all).toBeGreaterThan(0.7);
      expect(hits / all).toBeLessThan(0.9);
    }
  });
});

describe('what is known of a dish', () => {
  const city = schools({ sites: 4, dishes: 8, days: 120, choice: 1, seed: 5 });
  const [known] = offer(city, [0]) as [OfferedDish];
  const width = ({ low, high }: TakeUp) => high - low;
  const share = (history: TakeUpHistory, siteId: number, dish: OfferedDish) =>
    fitTakeUp(history, city.next).shares(siteId, city.next, [dish])[0];
  const without = (drop: (serving: Serving) => boolean): TakeUpHistory => ({
    ...city.history,
    servings: city.history.servings.filter((serving) => !drop(serving)),
  });
  const isKnown = ({ dish }: Serving) => dish === known.key;

  test('tells its basis and its days, from the dish at the school to the course', () => {
    const days = city.history.servings.filter((s) => s.siteId === 1 && isKnown(s)).length;
    expect(share(city.history, 1, known)).toMatchObject({ basis: 'dish-at-site', days });
    expect(
      share(
        without((s) => s.siteId === 1 && isKnown(s)),
        1,
        known,
      ),
    ).toMatchObject({
      basis: 'dish',
      days: city.history.servings.filter((s) => s.siteId !== 1 && isKnown(s)).length,
    });
    expect(share(without(isKnown), 1, known).basis).toBe('family');
    expect(share(city.history, 1, { key: 'inconnu', family: 'pork', course: 'main' }).basis).toBe('course');
  });

  test('a dish that was never served gets the share of its like, and a wide range', () => {
    const shareOf = (servings: readonly Serving[]) => mean(servings.map(({ served }) => served / 100));
    const alike = city.dishes.filter(({ family, key }) => family === known.family && key !== known.key);
    const all = shareOf(city.history.servings.filter((s) => !isKnown(s)));
    const family = shareOf(city.history.servings.filter((s) => alike.some(({ key }) => key === s.dish)));
    const never = share(without(isKnown), 1, known);
    // At the first school all dishes are liked a little more or less than elsewhere.
    expect(never.mean).toBeGreaterThan(Math.min(all, family) - 0.06);
    expect(never.mean).toBeLessThan(Math.max(all, family) + 0.06);
    expect(width(never)).toBeGreaterThan(1.4 * width(share(city.history, 1, known)));
  });

  test('a dish served twice lies between what it had and its like', () => {
    const [first, second] = city.history.servings.filter((s) => s.siteId === 1 && isKnown(s));
    const twice = without((s) => isKnown(s) && s !== first && s !== second);
    const servings = twice.servings.map((s) => (isKnown(s) ? { ...s, served: 20 } : s));
    const { mean: pooled, days } = share({ ...twice, servings }, 1, known);
    const never = share(without(isKnown), 1, known);
    expect(days).toBe(2);
    expect(pooled).toBeGreaterThan(0.2);
    expect(pooled).toBeLessThan(never.mean);
  });

  test('an only dish without any record is taken by all, several alike, with a wide range', () => {
    const model = fitTakeUp({ ...city.history, servings: [] }, city.next);
    const offered = offer(city, [0, 1, 2]);
    expect(model.shares(1, city.next, [known])).toEqual([
      { mean: 1, low: 1, high: 1, basis: 'single-menu', days: 0 },
    ]);
    for (const { mean: third, low, high, basis } of model.shares(1, city.next, offered)) {
      expect(third).toBeCloseTo(1 / 3, 12);
      expect(basis).toBe('course');
      expect(low).toBeLessThan(0.25);
      expect(high).toBeGreaterThan(0.42);
    }
  });

  test('what comes back tells what was taken, where what was sent is all that is noted', () => {
    const sent = city.history.servings.map((s) => ({
      ...s,
      served: 110,
      prepared: 110,
      left: 110 - s.served,
    }));
    const { mean: taken } = share({ ...city.history, servings: sent }, 1, known);
    expect(taken).toBeCloseTo(share(city.history, 1, known).mean, 1);
  });

  test('no later record moves a share', () => {
    const origin = addDays(city.next, -60);
    const later = city.history.servings.map((s) => (s.date > origin ? { ...s, served: 1, prepared: 1 } : s));
    const at = (history: TakeUpHistory) => fitTakeUp(history, origin).shares(1, city.next, [known]);
    expect(at({ ...city.history, servings: later })).toEqual(at(city.history));
  });
});

describe('portions', () => {
  const city = schools({ sites: 4, dishes: 8, days: 120, choice: 2, seed: 7 });
  const model = fitTakeUp(city.history, city.next);
  const diners: Distribution = { mean: 100, quantile: (p) => 100 + 10 * (2 * p - 1) };
  const offered = offer(city, [0, 3]);

  test('are whole, and with those who take none they are the guests', () => {
    const demands = model.demand(1, city.next, offered, diners);
    const shares = model.shares(1, city.next, offered);
    demands.forEach((demand, i) => {
      expect(demand.draws.every((portions) => Number.isInteger(portions) && portions >= 0)).toBe(true);
      expect(demand.mean).toBeCloseTo(100 * shares[i].mean, 9);
      expect(mean([...demand.draws])).toBeCloseTo(demand.mean, 0);
      expect(demand.quantile(0.8)).toBeGreaterThan(demand.quantile(0.5));
    });
    const total = poolDemand(demands);
    expect(Math.max(...total.draws)).toBeLessThanOrEqual(110);
    expect(shares.reduce((sum, { mean: m }) => sum + m, 0)).toBeLessThan(1);
  });

  test('are the same at every run, whatever was asked before', () => {
    const again = fitTakeUp(city.history, city.next);
    again.demand(2, city.next, offer(city, [5, 6]), diners);
    expect(again.demand(1, city.next, offered, diners)[0]?.draws).toEqual(
      model.demand(1, city.next, offered, diners)[0]?.draws,
    );
  });

  test('of a new dish err together at all sites: their sum is nearly as uncertain as each', () => {
    const unheard: readonly OfferedDish[] = [{ key: 'inconnu', family: 'pork', course: 'main' }];
    const spread = (of: Distribution) => of.quantile(0.9) - of.quantile(0.1);
    const at = [1, 2, 3, 4].map((siteId) => model.demand(siteId, city.next, unheard, diners)[0]);
    const each = at.filter((demand) => demand !== undefined);
    const alone = each.reduce((sum, demand) => sum + spread(demand), 0);
    expect(spread(poolDemand(each))).toBeGreaterThan(0.6 * alone);
    // Of dishes that each school knows well, much of what is not known cancels.
    const usual = [1, 2, 3, 4].flatMap((siteId) =>
      model.demand(siteId, city.next, offered, diners).slice(0, 1),
    );
    const sum = usual.reduce((total, demand) => total + spread(demand), 0);
    expect(spread(poolDemand(usual))).toBeLessThan(0.75 * sum);
  });

  test('of a dish that turns out alike at all schools on one day vary together', () => {
    const ratio = (together: number) => {
      const excludedTables = schools({
        sites: 6,
        dishes: 6,
        days: 240,
        choice: 1,
        rho: 0.005,
        seed: 3,
        together,
      });
      const fitted = fitTakeUp(excludedTables.history, excludedTables.next);
      const at = [1, 2, 3, 4, 5, 6].flatMap((siteId) =>
        fitted.demand(siteId, excludedTables.next, offer(excludedTables, [1]), {
          mean: 100,
          quantile: () => 100,
        }),
      );
      const spread = (of: Distribution) => of.quantile(0.9) - of.quantile(0.1);
      return spread(poolDemand(at)) / at.reduce((sum, demand) => sum + spread(demand), 0);
    };
    expect(ratio(0)).toBeLessThan(0.55);
    expect(ratio(0.5)).toBeGreaterThan(0.75);
  });

  test('of an only dish that all take are the guests, to the meal', () => {
    const none = fitTakeUp({ ...city.history, servings: [] }, city.next);
    const [demand] = none.demand(1, city.next, offer(city, [0]), diners);
    expect(demand?.quantile(0.8)).toBe(diners.quantile(0.8));
    expect(demand?.mean).toBe(diners.mean);
  });

  test('a probability of 0 or 1 has no quantile', () => {
    const [demand] = model.demand(1, city.next, offered, diners);
    expect(() => demand?.quantile(0)).toThrow(RangeError);
    expect(() => demand?.quantile(1)).toThrow(RangeError);
  });
});
