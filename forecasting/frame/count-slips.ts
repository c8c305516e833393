import { weekday } from '../calendar/day.ts';
import type { CountLimits, CountSlip, DayCount, Weekday } from '../domain/records.ts';

/** A count is compared with so many of the days before it, and as many after. */
const window = 8;
/** With fewer days of the same weekday all weekdays are compared with. */
const fewSameWeekday = 4;
/** A past of fewer days is short: only gross slips are told from a canteen that grows. */
const shortPast = 10;
/** Times the usual count: with a long past, and with a short one. */
const timesUsual = { long: 1.6, short: 3 };
/** Times the seats, or the children enrolled. */
const timesLimit = { seats: 1.2, enrolled: 1.3 };
/** Quantile of the normal distribution at 99.95 %. */
const upper = 3.29;
/** Near days at the same height that make it a new level, or guests for a week, and no slip. */
const sameHeight = { days: 2, share: 0.7 };

/**
 * Counts above all that chance and habit allow: above the 99.95 % quantile of what is usual around their day and
 * 1.6 times the usual count (3 times where the past is short), or over 1.2 times the seats or 1.3 times the enrolled
 * where other days keep to these. The days around are of the same weekday where there are enough; days before and
 * after are looked at apart, so that a level that moved for good is no slip, nor is a first day of many.
 *
 * `counts`: all counts of a site, one a day, in order of days; zeros are no service and are left out.
 * `asked`: the days to be judged; absent: all.
 */
export function countSlips(
  counts: readonly DayCount[],
  limits: CountLimits,
  asked?: ReadonlySet<number>,
): readonly CountSlip[] {
  const served = counts.filter(({ count }) => count > 0);
  return farAbove(served, mostOf(limits, medianOf(served)), asked, 'new-level');
}

/**
 * Counts as far below what is usual around their day as slips lie above it: the rule is one of ratios, so that the
 * counts are turned upside down around their median. `runs`: what days in a row at the same low height are: a new
 * level, or days of which each is low where the days after them are as those before (a school that is away for a week).
 *
 * `counts` and `asked` as in `countSlips`. Each with its usual range, `low` ≤ `usual` ≤ `high`.
 */
export function lowCounts(
  counts: readonly DayCount[],
  asked?: ReadonlySet<number>,
  runs: Runs = 'new-level',
): readonly CountSlip[] {
  const served = counts.filter(({ count }) => count > 0);
  const middle = medianOf(served);
  const turned = (count: number) => middle ** 2 / count;
  const mirrored = served.map(({ day, count }) => ({ day, count: turned(count) }));
  const own = new Map(served.map(({ day, count }) => [day, count]));
  return farAbove(mirrored, Number.POSITIVE_INFINITY, asked, runs).map(({ day, low, usual, high }) => ({
    day,
    count: own.get(day) ?? 0,
    low: turned(high),
    usual: turned(usual),
    high: turned(low),
  }));
}

type Runs = 'new-level' | 'low-each';

const medianOf = (counts: readonly DayCount[]) => median(counts.map(({ count }) => count));

function farAbove(
  served: readonly DayCount[],
  most: number,
  asked: ReadonlySet<number> | undefined,
  runs: Runs,
): readonly CountSlip[] {
  const byWeekday = Map.groupBy(served, ({ day }) => weekday(day));
  const middle = medianOf(served);
  return served.flatMap((own, i) => {
    // Below twice nothing, most counts: a quick way out for nearly all.
    if ((asked && !asked.has(own.day)) || (own.count < 1.2 * middle && own.count <= most)) return [];
    const around = aroundOf(own, i, served, byWeekday.get(weekday(own.day) as Weekday) ?? []);
    return judge(own, around, { days: served.length, most, runs });
  });
}

/** The most that limits allow; infinite where none is known, or where the usual count is over it already. */
function mostOf({ seats, enrolled }: CountLimits, usual: number): number {
  const bySeats = seats !== null && usual <= seats ? timesLimit.seats * seats : Number.POSITIVE_INFINITY;
  const byEnrolled =
    enrolled !== null && usual <= enrolled ? timesLimit.enrolled * enrolled : Number.POSITIVE_INFINITY;
  return Math.min(bySeats, byEnrolled);
}

interface Around {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** The two days of service before and the two after, of any weekday, and three each way of the same. */
  readonly near: ReadonlyMap<number, number>;
}

function aroundOf(
  own: DayCount,
  at: number,
  all: readonly DayCount[],
  sameWeekday: readonly DayCount[],
): Around {
  const place = sameWeekday.findIndex(({ day }) => day === own.day);
  const same = sidesOf(sameWeekday, place);
  const any = sidesOf(all, at);
  const near = [
    ...any.before.slice(-2),
    ...any.after.slice(0, 2),
    ...same.before.slice(-3),
    ...same.after.slice(0, 3),
  ];
  return {
    near: new Map(near.map(({ day, count }) => [day, count])),
    before: countsOf(same.before.length >= fewSameWeekday ? same.before : any.before),
    after: countsOf(same.after.length >= fewSameWeekday ? same.after : any.after),
  };
}

const countsOf = (days: readonly DayCount[]) => days.map(({ count }) => count);

const sidesOf = (counts: readonly DayCount[], at: number) => ({
  before: counts.slice(Math.max(0, at - window), at),
  after: counts.slice(at + 1, at + 1 + window),
});

function judge(
  own: DayCount,
  { before, after, near }: Around,
  { days, most, runs }: { readonly days: number; readonly most: number; readonly runs: Runs },
): readonly CountSlip[] {
  // Over a limit only days that are over it too are alike: a canteen that is nearly full is near its limits every day.
  const height =
    own.count > most ? Math.max(most, sameHeight.share * own.count) : sameHeight.share * own.count;
  const alike = [...near.values()].filter((count) => count >= height);
  const mayRun = runs === 'low-each' && after.length >= 3;
  if (alike.length >= sameHeight.days && !mayRun) return [];
  const around = [...before, ...after].toSorted((a, b) => a - b);
  const sides = [before, after].filter(({ length }) => length >= 3);
  const usual = sides.length > 0 ? Math.max(...sides.map(median)) : median(around);
  if (around.length < 3 || !(usual > 0))
    return own.count > most ? [{ ...own, low: 0, usual: most, high: most }] : [];
  const range = { usual, low: quantile(around, 0.1), high: quantile(around, 0.9) };
  const times = days < shortPast ? timesUsual.short : timesUsual.long;
  const high = usual * Math.exp(upper * spread(around, usual));
  const isSlip = (own.count > times * usual && own.count > high) || own.count > most;
  return isSlip ? [{ ...own, ...range }] : [];
}

/** Typical error of the logarithm of a count: by the middle half of the days around, never less than chance. */
function spread(around: readonly number[], usual: number): number {
  const errors = around.map((count) => Math.abs(Math.log(count / usual)));
  return Math.max(1.4826 * median(errors), 1 / Math.sqrt(usual));
}

const median = (values: readonly number[]) =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

const quantile = (sorted: readonly number[], p: number) => {
  const at = p * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  return below + (at % 1) * ((sorted[Math.ceil(at)] ?? below) - below);
};
