import { toIso } from '../../../forecasting/calendar/day.ts';
import type { ImpactDay } from '../../../forecasting/domain/impact-records.ts';
import { atEqualShortage, staffMargins } from '../../../forecasting/impact/counterfactual.ts';
import { carbonFood, massOfMeal } from '../../../forecasting/impact/factors.ts';
import { brought, broughtBySite, worth } from '../../../forecasting/impact/impact.ts';
import { measuredSlope, studentQuantile } from '../../../forecasting/impact/measured-slope.ts';
import { seededRandom } from '../../../forecasting/numerics/seeded.ts';
import { normalQuantile } from '../../../forecasting/numerics/streams.ts';

/** A Monday. */
const firstDay = 20_700;

function made(seed: number, weeks: number, gain: number): ImpactDay[] {
  const random = seededRandom(seed);
  const normal = () => normalQuantile(Math.min(0.999, Math.max(0.001, random())));
  return Array.from({ length: weeks }, (_, week) => {
    const shared = 4 * normal();
    return [0, 1, 3, 4].flatMap((weekday) =>
      [1, 2, 3].map((siteId): ImpactDay => {
        const served = Math.round(100 + shared + 5 * normal());
        return {
          siteId,
          date: toIso(firstDay + 7 * week + weekday),
          served,
          order: 106,
          other: [106 + gain],
        };
      }),
    );
  }).flat();
}

test('a table worked by hand', () => {
  const day = (served: number, order: number, other: number, date: string): ImpactDay => ({
    siteId: 1,
    date,
    served,
    order,
    other: [other],
  });
  const found = brought([
    day(100, 104, 110, '2026-09-07'),
    day(100, 97, 99, '2026-09-08'),
    day(100, 100, 95, '2026-09-14'),
  ]);
  expect(found).toMatchObject({
    siteDays: 3,
    days: 3,
    weeks: 2,
    served: 300,
    surplus: { ours: 4, other: 10 },
    missing: { ours: 3, other: 6 },
    shown: false,
  });
  expect(found.avoided.value).toBe(6);
  expect(found.shortage.value).toBe(-3);
  expect(worth(found, { wasted: 1.5, missing: 6 })).toBe(27);
});

test('nothing on record', () => {
  expect(brought([])).toMatchObject({ siteDays: 0, shown: false, avoided: { value: 0, low: 0, high: 0 } });
});

test('of several counterfactuals the mean counts', () => {
  const [one] = made(1, 1, 0);
  if (!one) throw new Error('no day');
  const found = brought([{ ...one, served: 100, order: 100, other: [90, 104, 108] }]);
  expect(found.avoided.value).toBe(4);
  expect(found.shortage.value).toBeCloseTo(-10 / 3, 12);
});

describe('ranges', () => {
  test('hold the truth eight times in ten, where weeks differ', () => {
    const truth =
      brought(Array.from({ length: 100 }, (_, i) => made(5000 + i, 30, 4)).flat()).avoided.value / 100;
    const inside = Array.from({ length: 200 }, (_, seed) => brought(made(seed, 30, 4)).avoided).filter(
      ({ low, high }) => low <= truth && truth <= high,
    ).length;
    expect(inside).toBeGreaterThan(145);
    expect(inside).toBeLessThan(178);
  });

  test('are wider than those of site-days taken one by one', () => {
    const days = made(3, 30, 4);
    const { low, high } = brought(days).avoided;
    const gains = days.map(
      ({ served, order, other: [other = 0] }) => Math.max(0, other - served) - Math.max(0, order - served),
    );
    const mean = gains.reduce((a, b) => a + b, 0) / gains.length;
    const sd = Math.sqrt(gains.reduce((a, b) => a + (b - mean) ** 2, 0) / gains.length);
    expect(high - low).toBeGreaterThan(1.3 * 2 * 1.2816 * sd * Math.sqrt(gains.length));
  });

  test('a gain is shown from 20 days and 5 weeks on, and never where there is none', () => {
    expect(brought(made(1, 5, 4)).shown).toBe(true);
    expect(brought(made(1, 4, 4)).shown).toBe(false);
    const alone = made(1, 6, 4).filter(({ date }) => date <= toIso(firstDay + 7 * 5 - 4));
    expect(brought(alone).days).toBeLessThan(20);
    expect(brought(alone).shown).toBe(false);
    expect(brought(made(1, 30, 0))).toMatchObject({ avoided: { value: 0, low: 0, high: 0 }, shown: false });
  });

  test('the order of the days does not matter', () => {
    const days = made(7, 12, 3);
    expect(brought(days.toReversed())).toEqual(brought(days));
  });
});

test('each site alone, by its id', () => {
  const sites = broughtBySite(made(2, 20, 4));
  expect(sites.map(({ siteId }) => siteId)).toEqual([1, 2, 3]);
  expect(sites.reduce((sum, { avoided }) => sum + avoided.value, 0)).toBe(
    brought(made(2, 20, 4)).avoided.value,
  );
});

describe('counterfactuals', () => {
  test('equal shortage: the least factor at which the other is no shorter', () => {
    const days = made(4, 20, -8);
    const found = atEqualShortage(days);
    if (found === null) throw new Error('no factor');
    expect(brought(found.days).shortage.value).toBeCloseTo(0, 6);
    expect(found.factor).toBeGreaterThan(1);
    const short = (factor: number) =>
      days.reduce((sum, { served, other: [other = 0] }) => sum + Math.max(0, served - factor * other), 0);
    expect(short(found.factor - 1e-6)).toBeGreaterThan(short(found.factor));
    expect(atEqualShortage([])).toBeNull();
    expect(atEqualShortage(days.map((day) => ({ ...day, other: [0] })))).toBeNull();
  });

  test('the staff’s margins are those of the site’s weekday; of a site without enough past none', () => {
    const past = Array.from({ length: 20 }, (_, i) => ({
      siteId: 1,
      date: toIso(firstDay + 7 * Math.floor(i / 2) + (i % 2)),
      staff: i % 2 === 0 ? 110 : 120,
      baseline: 100,
    }));
    const margins = staffMargins(past);
    expect(margins(1, toIso(firstDay + 700))).toEqual(new Array(10).fill(1.1));
    expect(margins(1, toIso(firstDay + 701))).toEqual(new Array(10).fill(1.2));
    expect(margins(1, toIso(firstDay + 703))).toHaveLength(20);
    expect(margins(2, toIso(firstDay))).toBeNull();
    expect(staffMargins(past.map((day) => ({ ...day, baseline: 0 })))(1, toIso(firstDay))).toBeNull();
  });
});

describe('kilograms and CO₂e', () => {
  test('factors of a meal and of a dish', () => {
    expect([massOfMeal('E', true), massOfMeal('C', false), massOfMeal('C', true)]).toEqual([
      0.53, 0.69, 0.735,
    ]);
    expect(carbonFood('main', 'poultry')).toBe('poultry');
    expect(carbonFood('main', 'red-meat')).toBe('unknown');
    expect(carbonFood('starter', 'egg')).toBe('starter');
    expect(carbonFood(null, null)).toBe('unknown');
  });

  test('the measured slope agrees with the closed form, and its range with Student’s tables', () => {
    const days = [0, 4, 8, 12, 16].map((surplus, i) => ({
      surplus,
      unserved: 2 + 0.5 * surplus + [0.1, -0.2, 0.1, 0.1, -0.1][i],
    }));
    const slope = measuredSlope(days);
    expect(slope?.value).toBeCloseTo(0.4975, 10);
    expect(slope?.low).toBeGreaterThan(0.47);
    expect(slope?.high).toBeLessThan(0.53);
    expect(measuredSlope(days.slice(1))).toBeNull();
    expect(measuredSlope(days.map((day) => ({ ...day, surplus: 3 })))).toBeNull();
    expect(measuredSlope(days.map((day) => ({ ...day, unserved: 20 - day.unserved })))).toBeNull();
    for (const [degrees, value] of [
      [3, 1.638],
      [5, 1.476],
      [10, 1.372],
      [30, 1.31],
    ] as const) {
      expect(studentQuantile(0.9, degrees)).toBeCloseTo(value, 2);
    }
  });
});
