import { weekday } from '../calendar/day.ts';
import type { RollingStats } from '../features/rolling-stats.ts';
import { median, middleOf } from '../numerics/median.ts';

/** Ordinary days in which a day's weight in what is usual of a weekday halves. */
const weekdayHalved = 100;
/** Older ordinary days have no say. */
const lookedBack = 250;
/** The same of two levels, a quick one and a steady one; older days than so many half-lives have none. */
const levelsHalved = [4, 30] as const;
const halvings = 4;
/** Ordinary days on either side of one that say what the level was around it. */
const around = 10;
/**
 * So many days in a row that lie on one side of the steady level are a new one, where each is farther off than this (in
 * logs), than chance takes a count, and than so many of the site's usual errors. So many same weekdays in a row on one
 * side of what is usual of theirs, and somewhat farther off, are what it is now.
 */
const change = {
  days: 4,
  sameWeekdays: 2,
  ofWeekday: Math.log(1.23),
  least: Math.log(1.2),
  errors: 2.5,
} as const;
/** Relative error of a count that is assumed beforehand, and the errors that this is worth. */
const assumedError = 0.08;
const assumedErrors = 5;
/** The two levels are weighed by their errors, so many days ahead, on every so many of the last days. */
const compared = { ahead: 5, every: 3, of: 120, power: 10 } as const;

/** Log counts of ordinary days up to an origin, oldest first. */
interface Counts {
  /** ISO weekdays. */
  readonly weekdays: number[];
  readonly logs: number[];
}

function countsAt({ series, last }: RollingStats, origin: number): Counts {
  const weekdays: number[] = [];
  const logs: number[] = [];
  for (let k = last(origin); k >= 0 && logs.length < lookedBack; k--) {
    if (series.ordinary[k] !== 1) continue;
    weekdays.push(weekday(series.days[k]));
    logs.push(Math.log(series.served[k] + 1));
  }
  return { weekdays: weekdays.reverse(), logs: logs.reverse() };
}

interface Weighed {
  readonly value: number;
  readonly weight: number;
}

/**
 * Where half of the weight lies on either side, on the line through the middles of the weights; NaN of none.
 * `values`: sorted; `weights`: theirs.
 */
function weightedMedian(values: readonly number[], weights: readonly number[]): number {
  let half = 0;
  for (const weight of weights) half += weight;
  half /= 2;
  let [sum, before, at] = [0, Number.NaN, 0];
  for (let i = 0; i < values.length; i++) {
    const middle = sum + weights[i] / 2;
    if (middle >= half) {
      return Number.isNaN(before) ? values[i] : before + ((values[i] - before) * (half - at)) / (middle - at);
    }
    [before, at] = [values[i], middle];
    sum += weights[i];
  }
  return before;
}

/** Values with their places by size, so that a median of any stretch of them needs no sorting of its own. */
interface Ranked {
  readonly values: readonly number[];
  readonly bySize: readonly number[];
}

const ranked = (values: readonly number[]): Ranked => ({
  values,
  bySize: [...values.keys()].sort((a, b) => values[a] - values[b]),
});

/** The median of the values up to one, the weight halving in so many of them. */
function levelAt({ values, bySize }: Ranked, last: number, halved: number): number {
  const from = Math.max(0, last - halvings * halved + 1);
  const [own, weights]: [number[], number[]] = [[], []];
  for (const i of bySize) {
    if (i < from || i > last) continue;
    own.push(values[i]);
    weights.push(weightsBack[halved][last - i]);
  }
  return weightedMedian(own, weights);
}

/** Weights of values so many places back, by the number in which they halve. */
const weightsBack: Readonly<Record<number, Float64Array>> = Object.fromEntries(
  levelsHalved.map((halved) => [
    halved,
    Float64Array.from({ length: halvings * halved }, (_, back) => 2 ** (-back / halved)),
  ]),
);

/** The median of each value with those around it. */
function runningMedians(values: readonly number[]): number[] {
  const window: number[] = [];
  const placeOf = (value: number) => {
    const at = window.findIndex((own) => own >= value);
    return at < 0 ? window.length : at;
  };
  for (const value of values.slice(0, around)) window.splice(placeOf(value), 0, value);
  return values.map((_, i) => {
    const next = values[i + around];
    if (next !== undefined) window.splice(placeOf(next), 0, next);
    const gone = values[i - around - 1];
    if (gone !== undefined) window.splice(placeOf(gone), 1);
    return middleOf(window);
  });
}

/** What each weekday's counts are to the level around them, in logs, oldest first; by ISO weekday. */
interface OfWeekdays {
  readonly own: readonly (readonly Weighed[])[];
  /** Their weighted medians; 0 where there are none. */
  readonly medians: readonly number[];
  /** Mean size of what is left of all counts, see `usualError`. */
  readonly usual: number;
}

function ofWeekdays({ weekdays, logs }: Counts, levels: readonly number[]): OfWeekdays {
  const own = Array.from({ length: 8 }, (): Weighed[] => []);
  logs.forEach((log, i) => {
    own[weekdays[i]].push({ value: log - levels[i], weight: weightsOfWeekday[logs.length - 1 - i] });
  });
  const medians = own.map((days) => {
    const sorted = days.toSorted((a, b) => a.value - b.value);
    return days.length === 0
      ? 0
      : weightedMedian(
          sorted.map(({ value }) => value),
          sorted.map(({ weight }) => weight),
        );
  });
  return { own, medians, usual: usualError(logs.map((log, i) => log - levels[i] - medians[weekdays[i]])) };
}

const weightsOfWeekday = Float64Array.from({ length: lookedBack }, (_, back) => 2 ** (-back / weekdayHalved));

/**
 * The weighted medians, drawn towards 0 as by up to one day at the level itself; less where a weekday differs by more
 * than chance lets it (a Student distribution of the effects). By ISO weekday.
 */
const factorsOf = ({ own, medians, usual }: OfWeekdays): number[] =>
  own.map((days, day) => {
    const n = days.reduce((sum, { weight }) => sum + weight, 0);
    const drawn = 1 / (1 + (medians[day] / usual) ** 2 / 4);
    return n === 0 ? 0 : (n * medians[day]) / (n + drawn);
  });

/** The same factors, but of a weekday whose last counts lie far on one side of its median: their own median. */
function settledFactors(of: OfWeekdays, factors: readonly number[], level: number): number[] {
  const far = Math.max(change.ofWeekday, farFrom(level, of.usual));
  return factors.map((factor, day) => {
    const values = of.own[day].map(({ value }) => value);
    const run = runOf(values, of.medians[day], far);
    return run >= change.sameWeekdays && run < values.length ? median(values.slice(-run)) : factor;
  });
}

/** Mean size of what is left of the counts, with errors that are assumed beforehand. */
function usualError(left: readonly number[]): number {
  const errors = left.reduce((sum, error) => sum + Math.abs(error), 0);
  return (assumedErrors * assumedError + errors) / (assumedErrors + left.length);
}

/** Farther from a level than this is another one; chance: twice the standard deviation of a Poisson count. */
const farFrom = (level: number, usual: number) =>
  Math.max(change.least, 2 * Math.exp(-level / 2), change.errors * usual);

/** How many of the last values lie far on one side of a level, in a row. */
function runOf(values: readonly number[], level: number, far: number): number {
  const side = Math.sign((values.at(-1) ?? level) - level);
  const last = values.findLastIndex((value) => side * (value - level) < far);
  return values.length - 1 - last;
}

/** The level of the last values. */
function levelOf(values: readonly number[]): number {
  const known = ranked(values);
  const [quick, steady] = levelsHalved.map((halved) => levelAt(known, values.length - 1, halved));
  const weight = quickWeight(known);
  return weight * quick + (1 - weight) * steady;
}

/** That of the last few days alone, where these are all far from that of the weeks before; `null`: they are not. */
function newLevel(values: readonly number[], usual: number): number | null {
  const steady = levelAt(ranked(values), values.length - 1, levelsHalved[1]);
  const run = runOf(values, steady, farFrom(steady, usual));
  const isNew = run >= change.days && run < values.length;
  return isNew ? levelAt(ranked(values.slice(-run)), run - 1, levelsHalved[0]) : null;
}

/** The counts without what their weekdays do. */
const levelled = ({ weekdays, logs }: Counts, factors: readonly number[]): number[] =>
  logs.map((log, i) => log - factors[weekdays[i]]);

/** Weight of the quick level, 0 to 1, by how far off each of the two was on the last days. */
function quickWeight(known: Ranked): number {
  const { ahead, every, of, power } = compared;
  const { values } = known;
  const errors = levelsHalved.map(() => 0);
  for (let i = values.length - 1; i >= ahead && i > values.length - of; i -= every) {
    levelsHalved.forEach((halved, j) => {
      errors[j] = errors[j] + Math.abs(values[i] - levelAt(known, i - ahead, halved));
    });
  }
  const [quick, steady] = errors;
  return quick > 0 || steady > 0 ? steady ** power / (quick ** power + steady ** power) : 0.5;
}

/** The level as of a day, and what each weekday is to it, in logs, by ISO weekday. */
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
  const { logs } = counts;
  if (logs.length === 0) return null;
  const all = median(logs);
  const first = factorsOf(
    ofWeekdays(
      counts,
      logs.map(() => all),
    ),
  );
  const running = runningMedians(levelled(counts, first));
  const weekdays = ofWeekdays(counts, running);
  const factors = factorsOf(weekdays);
  const values = levelled(counts, factors);
  const level = newLevel(values, usualError(values.map((value, i) => value - running[i])));
  if (level !== null) return { level, factors };
  const settled = settledFactors(weekdays, factors, running.at(-1) ?? 0);
  return { level: levelOf(levelled(counts, settled)), factors: settled };
}

/**
 * The level of the last days times what the weekday usually is to it; `null` without an ordinary day. Medians, so that
 * no slip and no outing is a level or a habit: a level (Brown 1956) with multiplicative weekday factors (Winters 1960),
 * each the weighted median of what the other leaves. The level lies between that of the last days and that of the last
 * weeks, as near to each as the site's own past says (Bates and Granger 1969).
 */
export function recentLevel(levels: RollingStats, day: number, origin: number): number | null {
  const own = levelAndFactors(levels, origin);
  return own === null ? null : Math.max(0, Math.exp(own.level + own.factors[weekday(day)]) - 1);
}
