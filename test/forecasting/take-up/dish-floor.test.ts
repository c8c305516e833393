import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import type { IsoDate, Serving } from '../../../forecasting/domain/records.ts';
import type { DishHistory } from '../../../forecasting/evaluation/dish-backtest.ts';
import { seededRandom } from '../../../forecasting/numerics/seeded.ts';
import { sharesWithRules } from '../../../forecasting/take-up/dish-floor.ts';
import { fitTakeUp } from '../../../forecasting/take-up/take-up.ts';

const sites = [1, 2, 3, 4];
const dates = Array.from({ length: 7 * 40 }, (_, i) => addDays('2024-09-02', i)).filter(
  (date) => weekday(toDay(date)) <= 5,
);
const weekOf = (date: IsoDate) => Math.floor((toDay(date) - toDay('2024-09-02')) / 7);
/** How much of the first dish is asked for: at the first site something else every five weeks, elsewhere always alike. */
const steps = [0.75, 0.2, 0.6, 0.15, 0.7, 0.25, 0.65, 0.1];
const wanted = (site: number, date: IsoDate) => (site === 1 ? steps[Math.floor(weekOf(date) / 5)] : 0.5);

const dishes = (withGuests: boolean) => (withGuests ? ['Gratin', 'Omelette'] : ['Banane', 'Yaourt']);

/** Each day two dishes at each site, of 80 guests more or less: a choice, or two that everybody may have. */
function madePlace(withGuests: boolean): DishHistory {
  const random = seededRandom(11);
  const servings: Serving[] = [];
  const guests: { readonly site: number; readonly day: number; readonly served: number }[] = [];
  for (const date of dates) {
    for (const siteId of sites) {
      const present = Math.round(80 * (0.96 + 0.08 * random()));
      const first = Math.round(present * wanted(siteId, date) * (0.97 + 0.06 * random()));
      const one = { siteId, date, prepared: null, left: null };
      const second = withGuests ? present - first : Math.round(30 + 6 * random());
      const [changing = '', usual = ''] = dishes(withGuests);
      servings.push({ ...one, dish: changing, served: first }, { ...one, dish: usual, served: second });
      guests.push({ site: siteId, day: toDay(date), served: present });
    }
  }
  const known = withGuests ? guests.toSorted((a, b) => a.site - b.site || a.day - b.day) : [];
  return {
    sites: sites.map((id) => ({ id, name: `Site ${id}`, kind: 'E', sector: null, capacity: null })),
    attendance: {
      site: Int32Array.from(known, ({ site }) => site),
      day: Int32Array.from(known, ({ day }) => day),
      served: Float64Array.from(known, ({ served }) => served),
      staff: new Float64Array(known.length).fill(Number.NaN),
    },
    enrolment: [],
    menu: [],
    closures: [],
    holidays: [],
    servings,
  };
}

/** Sundays on which the week after is forecast, and the weeks after them. */
const origins = Array.from({ length: 15 }, (_, i) => addDays('2025-02-02', 7 * i));

interface Told {
  readonly site: number;
  readonly median: number;
  readonly lastWeek: number;
  readonly taken: number;
  readonly rule: string | undefined;
}

/** What was told of the first dish, a week ahead at most, and what last week's count would have been. */
function toldOf(history: DishHistory, withGuests: boolean): readonly Told[] {
  const [dish = ''] = dishes(withGuests);
  const taken = new Map(
    history.servings.flatMap((one) => (one.dish === dish ? [[`${one.siteId} ${one.date}`, one.served]] : [])),
  );
  const guests = { mean: 80, quantile: () => 80 };
  return origins.flatMap((origin) => {
    const model = fitTakeUp(history, origin);
    return sites.flatMap((site) =>
      [1, 2, 3, 4, 5].map((ahead): Told => {
        const date = addDays(origin, ahead);
        const count = (on: IsoDate) => taken.get(`${site} ${on}`) ?? Number.NaN;
        const [demand] = model.demand(site, date, offered(withGuests), guests);
        return {
          site,
          median: demand?.quantile(0.5) ?? Number.NaN,
          lastWeek: count(addDays(date, -7)),
          taken: count(date),
          rule: model.shares(site, date, offered(withGuests))[0]?.rule,
        };
      }),
    );
  });
}

const offered = (withGuests: boolean) =>
  dishes(withGuests).map((dish) => ({
    key: dish.toLowerCase(),
    family: null,
    course: withGuests ? ('main' as const) : null,
  }));

const error = (lines: readonly Told[], of: (line: Told) => number) =>
  lines.reduce((sum, line) => sum + Math.abs(of(line) - line.taken), 0);

describe.each([
  ['guests are counted', true],
  ['portions are counted alone', false],
])('a dish that one site asks for otherwise every five weeks, where %s', (_, withGuests) => {
  const history = madePlace(withGuests);

  test('is told by last week there, and by the model elsewhere', () => {
    const told = toldOf(history, withGuests);
    const [there, elsewhere] = [told.filter(({ site }) => site === 1), told.filter(({ site }) => site !== 1)];
    expect(error(there, ({ median }) => median)).toBeLessThan(1.15 * error(there, (line) => line.lastWeek));
    expect(there.filter(({ rule }) => rule === 'last-week').length).toBeGreaterThan(0.7 * there.length);
    expect(elsewhere.filter(({ rule }) => rule !== undefined)).toEqual([]);
  }, 120_000);

  test('adds up to no more than its guests, and its range is no surer than chance', () => {
    const model = fitTakeUp(history, '2025-05-30');
    const shares = model.shares(1, '2025-06-03', offered(withGuests));
    const all = shares.reduce((sum, { mean }) => sum + mean, 0);
    expect(all).toBeLessThanOrEqual(1 + 1e-9);
    expect(all).toBeGreaterThan(0.998);
    const [changing] = model.demand(1, '2025-06-03', offered(withGuests), { mean: 80, quantile: () => 80 });
    // What it was a week before, and not what it was on average.
    const last = history.servings.find(
      ({ siteId, date, dish }) => siteId === 1 && date === '2025-05-27' && dish === dishes(withGuests)[0],
    );
    expect(Math.abs((changing?.mean ?? 0) - (last?.served ?? 0))).toBeLessThan(3);
    expect((changing?.high ?? 0) - (changing?.low ?? 0)).toBeGreaterThan(2);
  });
});

describe('shares of an offer of which rules tell some', () => {
  const told = (rate: number) => ({ rule: 'last-week' as const, rate, size: 1 });

  test('the others and "none" divide the rest as before', () => {
    expect(sharesWithRules([0.2, 0.3, 0.4], [told(0.6), null, null], true)).toEqual([
      0.6,
      expect.closeTo(0.15),
      expect.closeTo(0.2),
    ]);
  });

  test('they add up to 1 at most, whatever the rules say', () => {
    expect(sharesWithRules([0.5, 0.5], [told(0.9), told(0.6)], false)).toEqual([
      expect.closeTo(0.6),
      expect.closeTo(0.4),
    ]);
    const sum = (shares: readonly number[]) => shares.reduce((all, share) => all + share, 0);
    expect(sum(sharesWithRules([0.5, 0.4], [told(0.9), told(0.6)], true))).toBeCloseTo(0.999, 6);
    expect(sum(sharesWithRules([0.5, 0.5], [told(1.4), null], false))).toBeCloseTo(1);
    expect(sharesWithRules([0.5, 0.5], [told(0), null], false)[0]).toBeGreaterThan(0);
  });
});
