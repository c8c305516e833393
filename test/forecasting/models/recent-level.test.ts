import { weekday } from '../../../forecasting/calendar/day.ts';
import { sameWeekdayMean } from '../../../forecasting/models/naive.ts';
import { recentLevel } from '../../../forecasting/models/recent-level.ts';
import { seededRandom } from '../../../forecasting/numerics/seeded.ts';
import { levelsOf, schoolDays } from '../support/one-canteen.ts';

const lastOf = (served: readonly number[]) => schoolDays[served.length - 1];
const next = (served: readonly number[]) => schoolDays[served.length];

/** The number for the next day of service, made at the end of the last one. */
const told = (served: readonly number[]) =>
  recentLevel(levelsOf(served), next(served), lastOf(served)) ?? Number.NaN;

const noisy = (random: () => number, level: number, noise = 0.06) =>
  Math.round(level * (1 + noise * (random() + random() - 1)));

test('without an ordinary day there is none; one day is its own level', () => {
  expect(recentLevel(levelsOf([120]), schoolDays[1], schoolDays[0] - 1)).toBeNull();
  expect(told([120])).toBeCloseTo(120, 6);
  expect(told([0, 0, 0, 0, 0, 0])).toBe(0);
});

test('steady counts are the number, whatever their size', () => {
  for (const size of [1, 3, 11, 80, 2_000]) expect(told(new Array(30).fill(size))).toBeCloseTo(size, 6);
});

test('a level that moves is followed within five days, up and down, and does not come back', () => {
  const random = seededRandom(7);
  for (const factor of [0.55, 0.65, 1.4, 1.8]) {
    for (const after of [5, 8, 20]) {
      const served = [
        ...Array.from({ length: 40 }, () => noisy(random, 150)),
        ...Array.from({ length: after }, () => noisy(random, 150 * factor)),
      ];
      expect(Math.abs(told(served) / (150 * factor) - 1)).toBeLessThan(0.06);
    }
  }
});

test('a wild count hardly moves it, and a weekday with half the children is one', () => {
  const random = seededRandom(3);
  const usual = (i: number) => (weekday(schoolDays[i]) === 2 ? 60 : 120);
  const served = Array.from({ length: 25 }, (_, i) => noisy(random, usual(i)));
  expect(Math.abs(told(served) / usual(served.length) - 1)).toBeLessThan(0.05);
  const slip = served.map((count, i) => (i === 20 ? 10 * count : count));
  expect(Math.abs(told(slip) / told(served) - 1)).toBeLessThan(0.03);
});

test('days with fewer children, one in five, are neither a level nor a habit', () => {
  const random = seededRandom(5);
  const usual = (i: number) => (weekday(schoolDays[i]) === 1 ? 150 : 120);
  const served = Array.from({ length: 60 }, (_, i) =>
    Math.round(noisy(random, usual(i), 0.03) * (i % 5 === 2 ? 0.72 : 1)),
  );
  for (let n = 40; n < served.length; n++) {
    expect(Math.abs(told(served.slice(0, n)) / usual(n) - 1)).toBeLessThan(0.06);
  }
});

test('a weekday that has become another one is so after two of them', () => {
  const random = seededRandom(9);
  const before = (i: number) => (weekday(schoolDays[i]) === 2 ? 160 : 120);
  const after = (i: number) => (weekday(schoolDays[i]) === 2 ? 100 : 120);
  const served = schoolDays.slice(0, 70).map((_, i) => noisy(random, (i < 58 ? before : after)(i), 0.03));
  for (let n = 67; n < served.length; n++) {
    expect(Math.abs(told(served.slice(0, n)) / after(n) - 1)).toBeLessThan(0.06);
  }
});

test('it errs less than the mean of the last four same weekdays where a level drifts', () => {
  let [own, four] = [0, 0];
  for (let seed = 1; seed <= 8; seed++) {
    const random = seededRandom(seed);
    let level = 100;
    const served = schoolDays.slice(0, 80).map((day) => {
      level *= 1 + 0.01 * (random() + random() - 1);
      return noisy(random, level * (1 + 0.01 * (weekday(day) - 3)), 0.15);
    });
    for (let n = 24; n < served.length; n++) {
      const past = served.slice(0, n);
      own += Math.abs(told(past) - served[n]);
      four += Math.abs(
        (sameWeekdayMean(levelsOf(past), schoolDays[n], schoolDays[n - 1], 4) ?? 0) - served[n],
      );
    }
  }
  expect(own / four).toBeLessThan(0.98);
});
