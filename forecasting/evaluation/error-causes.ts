import { toDay } from '../calendar/day.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { ErrorCause, ForecastError } from '../domain/records.ts';
import type { BacktestLine } from '../domain/types.ts';
import type { ClosureIndex } from '../frame/frame.ts';

/** What a cause is looked up in, besides the lines themselves. */
export interface CauseEvidence {
  readonly calendar: SchoolCalendar;
  readonly closures: ClosureIndex;
  /** Days of a site with a served count, oldest first. */
  readonly recorded: (siteId: number) => ReadonlySet<number>;
}

/** Served ÷ forecast (or its inverse) from which a digit too many is likelier than chance. */
const slipRatio = 5;
/** Fewest meals of difference for a typing slip: 1 served for 5 expected is a bad day at a tiny site. */
const slipMeals = 20;
const strikeDays = 2;
/** The last service days of a school year, when classes go on outings. */
const yearEnd = 5;
/** Share of the sites that erred the same way, and fewest sites, for a whole-city cause. */
const cityShare = 0.75;
const citySites = 8;
/** Days before the origin whose records a forecast leans on. */
const neighbourDays = 14;
/** One class to two classes of children who eat. */
const classMeals = [12, 50] as const;
/** Days before and after that tell an outing from an illness: over a weekend, the Friday before a Monday. */
const besideDays = 3;

/** The largest errors with the likeliest cause of each; of equal errors the earlier, then the lower site, is first. */
export function biggestErrors(
  lines: readonly BacktestLine[],
  count: number,
  evidence: CauseEvidence,
): readonly ForecastError[] {
  const city = cityErrors(lines);
  const bySite = Map.groupBy(lines, ({ siteId }) => siteId);
  return lines
    .toSorted(
      (a, b) =>
        Math.abs(b.mean - b.actual) - Math.abs(a.mean - a.actual) ||
        a.date.localeCompare(b.date) ||
        a.siteId - b.siteId,
    )
    .slice(0, count)
    .map((line) => ({
      siteId: line.siteId,
      date: line.date,
      actual: line.actual,
      staff: line.staff,
      mean: line.mean,
      low: line.q10,
      high: line.q90,
      cause: causeOf(line, evidence, city.get(line.date), bySite.get(line.siteId) ?? []),
    }));
}

interface CityDay {
  readonly sites: number;
  /** Sites with a forecast above what they served. */
  readonly over: number;
}

function cityErrors(lines: readonly BacktestLine[]): ReadonlyMap<string, CityDay> {
  const days = Map.groupBy(lines, ({ date }) => date);
  return new Map(
    [...days].map(([date, own]) => [
      date,
      { sites: own.length, over: own.filter(({ mean, actual }) => mean > actual).length },
    ]),
  );
}

/** The first cause that fits, from the surest to the least sure; `own`: the lines of the site. */
function causeOf(
  line: BacktestLine,
  evidence: CauseEvidence,
  city: CityDay | undefined,
  own: readonly BacktestLine[],
): ErrorCause {
  const { calendar } = evidence;
  const day = toDay(line.date);
  if (isSlip(line)) return 'typing-slip';
  if (strikeNearby(evidence.closures, line.siteId, day)) return 'strike-nearby';
  if (calendar.sinceBreak(day) === 0) return 'first-day-back';
  if (isHolidayEdge(calendar, day)) return 'holiday-edge';
  if (city !== undefined && erredTogether(city, line.mean > line.actual)) return 'whole-city';
  if (neighboursMissing(line, evidence)) return 'missing-neighbours';
  return isClassAway(line, own) ? 'class-away' : 'unknown';
}

/**
 * As many are missing as a class or two have, for that day alone: the days beside it, as far as they were measured, are
 * as expected. A dip of several days is an illness or a change, not an outing.
 */
function isClassAway(line: BacktestLine, own: readonly BacktestLine[]): boolean {
  const away = line.mean - line.actual;
  if (away < classMeals[0] || away > classMeals[1] || line.actual >= line.q10) return false;
  const day = toDay(line.date);
  const beside = own.filter(({ date }) => date !== line.date && Math.abs(toDay(date) - day) <= besideDays);
  return beside.length > 0 && beside.every(({ actual, q10 }) => actual >= q10);
}

function isSlip({ actual, mean }: BacktestLine): boolean {
  const ratio = (Math.max(actual, mean) + 1) / (Math.min(actual, mean) + 1);
  return ratio >= slipRatio && Math.abs(actual - mean) >= slipMeals;
}

function strikeNearby(closures: ClosureIndex, siteId: number, day: number): boolean {
  for (let other = day - strikeDays; other <= day + strikeDays; other++) {
    if (closures.find(siteId, other).some(({ kind }) => kind === 'strike')) return true;
  }
  return false;
}

function isHolidayEdge(calendar: SchoolCalendar, day: number): boolean {
  return (
    calendar.toBreak(day) === 0 ||
    calendar.besidePublicHoliday(day, -1) ||
    calendar.besidePublicHoliday(day, 1) ||
    calendar.toSummer(day) < yearEnd
  );
}

function erredTogether({ sites, over }: CityDay, isOver: boolean): boolean {
  return sites >= citySites && (isOver ? over : sites - over) >= cityShare * sites;
}

/** Fewer than half of the service days just before the origin are recorded. */
function neighboursMissing(line: BacktestLine, { calendar, recorded }: CauseEvidence): boolean {
  const days = recorded(line.siteId);
  const origin = toDay(line.origin);
  let service = 0;
  let found = 0;
  for (let day = origin - neighbourDays + 1; day <= origin; day++) {
    if (calendar.offReason(day) !== null) continue;
    service++;
    if (days.has(day)) found++;
  }
  return service > 0 && found < service / 2;
}
