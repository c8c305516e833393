import { toDay, toIso, weekday } from '../../../forecasting/calendar/day.ts';
import { levelBreaks } from '../../../forecasting/models/level-break.ts';
import { buildSources } from '../../../forecasting/models/sources.ts';
import { seededRandom } from '../../../forecasting/numerics/seeded.ts';
import { describeWithShared } from '../../support/shared.ts';
import { nantesHistory } from '../support/nantes.ts';
import { levelsOf, schoolDays } from '../support/one-canteen.ts';

/** Counts around a level that is another from one of them on; on each weekday as many as on others but Tuesdays. */
const counts = (random: () => number, length: number, level: (i: number) => number) =>
  Array.from({ length }, (_, i) =>
    Math.round(level(i) * (weekday(schoolDays[i]) === 2 ? 0.8 : 1) * (1 + 0.06 * (random() + random() - 1))),
  );

const seeds = Array.from({ length: 40 }, (_, i) => i + 1);
/** Share of towns of eight of which the first one's break is noticed after so many days of it. */
function noticed(factor: number, after: number, sites = 8): number {
  const found = seeds.filter((seed) => {
    const random = seededRandom(seed);
    const since = 60 + (seed % 7);
    const town = Array.from({ length: sites }, (_, s) =>
      levelsOf(counts(random, since + after, (i) => (s === 0 && i >= since ? factor : 1) * (60 + 20 * s))),
    );
    const [first, ...others] = levelBreaks(town, schoolDays[since + after - 1]);
    expect(others.filter((other) => other !== null).length).toBeLessThan(2);
    return first !== null && Math.abs(first.after / first.before / factor - 1) < 0.1;
  });
  return found.length / seeds.length;
}

test('a term, an epidemic or a class more is noticed within five days, alone or in a town', () => {
  for (const factor of [0.5, 0.7, 0.75, 1.35, 1.8]) expect(noticed(factor, 5)).toBeGreaterThanOrEqual(0.95);
  expect(noticed(0.7, 5, 1)).toBeGreaterThanOrEqual(0.95);
  expect(noticed(1.25, 5)).toBeGreaterThanOrEqual(0.8);
});

test('it is told since when, and neither after three days nor where nothing moved', () => {
  const served = counts(seededRandom(3), 66, (i) => (i >= 62 ? 70 : 100));
  expect(levelBreaks([levelsOf(served)], schoolDays[65])[0]?.since).toBe(toIso(schoolDays[62]));
  expect(levelBreaks([levelsOf(served)], schoolDays[64])).toEqual([null]);
  // After a summer nobody knows.
  expect(levelBreaks([levelsOf(served)], schoolDays[65] + 30)).toEqual([null]);
  expect(noticed(1, 5)).toBe(0);
});

test('what the whole town does is no break of one site', () => {
  const random = seededRandom(11);
  const town = Array.from({ length: 9 }, () => levelsOf(counts(random, 65, (i) => (i >= 60 ? 60 : 100))));
  expect(levelBreaks(town, schoolDays[64]).filter((found) => found !== null)).toEqual([]);
});

test('a site of few records has no level to break', () => {
  expect(levelBreaks([levelsOf([100, 100, 100, 100, 50, 50, 50, 50])], schoolDays[7])).toEqual([null]);
  expect(levelBreaks([levelsOf([0, 0, 0, 0])], schoolDays[3])).toEqual([null]);
});

describeWithShared('on the files of Nantes, 2016–17', () => {
  test('a level is told less than once in two years of a site', () => {
    const [from, to] = [toDay('2016-09-01'), toDay('2017-07-07')];
    const { levels, frame } = buildSources(nantesHistory(), to, to);
    let before = levels.map((): boolean => false);
    let told = 0;
    for (let origin = from; origin <= to; origin++) {
      if (![1, 2, 4, 5].includes(weekday(origin))) continue;
      const now = levelBreaks(levels, origin).map((found) => found !== null);
      told += now.filter((is, site) => is && !before[site]).length;
      before = now;
    }
    expect(told).toBeGreaterThan(5);
    expect(told / frame.series.length).toBeLessThan(0.5);
  }, 60_000);
});
