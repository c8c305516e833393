import { weekday } from '../calendar/day.ts';
import type { RollingStats } from '../features/rolling-stats.ts';
import { median } from '../numerics/median.ts';

/** Ordinary days in which a day's weight halves: for the level, and for what is usual of a weekday. */
const levelHalved = 10;
const weekdayHalved = 40;
/** Older ordinary days have no say. */
const lookedBack = 60;
/** Relative error of a count that is assumed beforehand, and the errors that this is worth. */
const assumedError = 0.08;
const assumedErrors = 5;
/** A weekday on which hardly anybody came says nothing of the level. */
const leastFactor = 0.02;
/** A count beyond these factors of the level, and farther than chance takes one, has no say in it. */
const tooFew = 0.6;
const tooMany = 1.6;
/** So many days in a row so far on one side of the level are a new one: the days before move to it. */
const changeDays = 4;
const change = 0.2;

/** Ordinary days up to an origin, oldest first. */
interface Counts {
  /** ISO weekdays. */
  readonly weekdays: number[];
  readonly served: number[];
}

function countsAt({ series, last }: RollingStats, origin: number): Counts {
  const weekdays: number[] = [];
  const served: number[] = [];
  for (let k = last(origin); k >= 0 && served.length < lookedBack; k--) {
    if (series.ordinary[k] !== 1) continue;
    weekdays.push(weekday(series.days[k]));
    served.push(series.served[k]);
  }
  return { weekdays: weekdays.reverse(), served: served.reverse() };
}

/** Each weekday's median over that of all, so that no wild count is taken for a habit; by ISO weekday. */
function firstFactors({ weekdays, served }: Counts): number[] {
  const all = served.length === 0 ? null : median(served);
  const own = Array.from({ length: 8 }, (): number[] => []);
  served.forEach((count, i) => {
    own[weekdays[i]].push(count);
  });
  return own.map((counts) => {
    return counts.length === 0 || !all ? 1 : Math.max(leastFactor, median(counts) / all);
  });
}

/** Meals by which a count of so many may differ by chance: twice its standard deviation (Poisson). */
const chance = (level: number) => 2 * Math.sqrt(level);

/** −1 or 1 where a value is on another level, 0 where it may be on this one. */
const sideOf = (value: number, level: number): number =>
  Math.abs(value - level) > Math.max(change * level, chance(level)) ? Math.sign(value - level) : 0;

const isWild = (value: number, level: number) =>
  (value < tooFew * level || value > tooMany * level) && Math.abs(value - level) > chance(level);

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The values with the last ones as they were, and those before brought from their level to that of the last ones. */
function movedTo(last: readonly number[], values: readonly number[], level: number): number[] {
  const before = values.slice(0, values.length - last.length);
  const now = meanOf(last);
  return [...before.map((value) => (level > 0 ? value * (now / level) : now)), ...last];
}

/**
 * The counts without what their weekdays do, wild ones replaced by the level before them and all moved to the level of
 * the last, and this level.
 */
function levelled({ weekdays, served }: Counts, factors: readonly number[]) {
  const keep = 2 ** (-1 / levelHalved);
  let values: number[] = [];
  let run: number[] = [];
  let side = 0;
  let sum = 0;
  let weight = 0;
  served.forEach((count, i) => {
    const value = count / factors[weekdays[i]];
    const level = weight > 0 ? sum / weight : value;
    const now = sideOf(value, level);
    run = now === 0 ? [] : now === side ? [...run, value] : [value];
    side = now;
    values.push(isWild(value, level) ? level : value);
    sum = keep * sum + values[i];
    weight = keep * weight + 1;
    if (run.length < changeDays) return;
    values = movedTo(run, values, level);
    sum = values.reduce((all, one) => keep * all + one, 0);
    run = [];
  });
  return { values, level: sum / weight };
}

/** Mean around each entry, the weight halving in `levelHalved` entries on both sides. */
function smoothed(values: readonly number[]): number[] {
  const keep = 2 ** (-1 / levelHalved);
  const both = (of: readonly number[]) => {
    const before: number[] = [];
    const after: number[] = [];
    for (let i = 0; i < of.length; i++) {
      const j = of.length - 1 - i;
      before[i] = of[i] + keep * (before[i - 1] ?? 0);
      after[j] = of[j] + keep * (after[j + 1] ?? 0);
    }
    return of.map((value, i) => before[i] + after[i] - value);
  };
  const weights = both(values.map(() => 1));
  return both(values).map((sum, i) => sum / weights[i]);
}

/**
 * What each weekday's counts are to the level around them, drawn towards 1 as by up to one day at the level itself: less
 * where a weekday differs by more than chance lets it (a Student distribution of the effects).
 */
function weekdayFactors({ weekdays, served }: Counts, first: readonly number[]): number[] {
  const { values } = levelled({ weekdays, served }, first);
  const level = smoothed(values);
  const own = new Float64Array(8);
  const around = new Float64Array(8);
  const weights = new Float64Array(8);
  const keep = 2 ** (-1 / weekdayHalved);
  let squares = assumedErrors * assumedError ** 2;
  for (let i = values.length - 1, weight = 1; i >= 0; i--, weight *= keep) {
    const day = weekdays[i];
    own[day] += weight * values[i] * first[day];
    around[day] += weight * level[i];
    weights[day] += weight;
    squares += level[i] > 0 ? (values[i] / level[i] - 1) ** 2 : 0;
  }
  const variance = squares / (assumedErrors + values.length);
  return Array.from(own, (sum, day) => {
    const ratio = around[day] > 0 ? sum / around[day] : 1;
    const drawn = 1 / (1 + (ratio - 1) ** 2 / (4 * variance));
    return Math.max(leastFactor, (weights[day] * ratio + drawn) / (weights[day] + drawn));
  });
}

/** The level as of a day, and what each weekday is to it, by ISO weekday. */
interface LevelAndFactors {
  readonly level: number;
  readonly factors: readonly number[];
}

/** By the last index of the series: a week's forecasts, and the errors that tell how wide they are, ask for the same. */
const found = new WeakMap<RollingStats, Map<number, LevelAndFactors | null>>();

function levelAndFactors(levels: RollingStats, origin: number): LevelAndFactors | null {
  const known = found.get(levels) ?? new Map<number, LevelAndFactors | null>();
  found.set(levels, known);
  const last = levels.last(origin);
  let own = known.get(last);
  if (own === undefined) {
    own = learn(countsAt(levels, origin));
    known.set(last, own);
  }
  return own;
}

function learn(counts: Counts): LevelAndFactors | null {
  if (counts.served.length === 0) return null;
  const factors = weekdayFactors(counts, firstFactors(counts));
  return { level: levelled(counts, factors).level, factors };
}

/**
 * The level of the last days times what the weekday usually is to it; `null` without an ordinary day. An exponentially
 * weighted level (Brown 1956) with multiplicative weekday factors (Winters 1960).
 */
export function recentLevel(levels: RollingStats, day: number, origin: number): number | null {
  const own = levelAndFactors(levels, origin);
  return own === null ? null : own.factors[weekday(day)] * own.level;
}
