import { monthOfDay, toDay } from '../calendar/day.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { DayKind, Evaluation, GroupMeasures, SizeClass } from '../domain/records.ts';
import type { BacktestLine } from '../domain/types.ts';
import { intervalCoverage } from './calibration.ts';
import { measure } from './measures.ts';

const july = 7;
/** Service days after the summer in which a school year settles. */
const firstWeeks = 8;

/** Size classes from small to large, each with the mean meals below which a site belongs to it. */
const sizeClasses: readonly (readonly [SizeClass, number])[] = [
  ['under-50', 50],
  ['50-99', 100],
  ['100-199', 200],
  ['200-up', Number.POSITIVE_INFINITY],
];

export function sizeClassOf(meanMeals: number): SizeClass {
  const [size] = sizeClasses.find(([, below]) => meanMeals < below) ?? (['200-up'] as const);
  return size;
}

export function dayKindOf(calendar: SchoolCalendar, day: number): Exclude<DayKind, 'outing'> {
  if (calendar.sinceBreak(day) === 0) return 'first-day-back';
  if (calendar.toBreak(day) === 0) return 'last-day';
  if (calendar.besidePublicHoliday(day, -1) || calendar.besidePublicHoliday(day, 1)) {
    return 'beside-public-holiday';
  }
  if (monthOfDay(day) === july) return 'july';
  return calendar.sinceSummer(day) < firstWeeks ? 'first-weeks' : 'ordinary';
}

export function groupMeasures(lines: readonly BacktestLine[]): GroupMeasures {
  const of = (pick: (line: BacktestLine) => number | null) =>
    measure(lines.map((line) => [pick(line), line.actual] as const));
  return {
    model: of((line) => line.mean),
    order: of((line) => line.order),
    staff: of((line) => line.staff),
    sameWeekday4: of((line) => line.sameWeekday4),
    meanServed: meanServed(lines),
    coverage80: intervalCoverage(lines).find(({ interval }) => interval === 80)?.inside ?? 0,
  };
}

const meanServed = (lines: readonly BacktestLine[]) =>
  lines.length > 0 ? lines.reduce((sum, { actual }) => sum + actual, 0) / lines.length : 0;

type Breakdowns = Pick<Evaluation, 'bySite' | 'bySize' | 'byMonth' | 'byDayKind'>;

const dayKinds: readonly DayKind[] = [
  'ordinary',
  'first-day-back',
  'last-day',
  'beside-public-holiday',
  'first-weeks',
  'july',
  'outing',
];

/**
 * The measures of each group of site-days; every site-day is in one group of each kind, empty groups are left out.
 * Days of outings are a kind of day of their own, and in no other group.
 */
export function breakdowns(
  lines: readonly BacktestLine[],
  calendar: SchoolCalendar,
  outings: readonly BacktestLine[] = [],
): Breakdowns {
  const sites = Map.groupBy(lines, ({ siteId }) => siteId);
  const sizeOf = new Map([...sites].map(([siteId, own]) => [siteId, sizeClassOf(meanServed(own))]));
  const sizes = Map.groupBy(lines, ({ siteId }) => sizeOf.get(siteId));
  const months = Map.groupBy(lines, ({ date }) => date.slice(0, 7));
  const kinds: Map<DayKind, BacktestLine[]> = Map.groupBy(lines, ({ date }) =>
    dayKindOf(calendar, toDay(date)),
  );
  if (outings.length > 0) kinds.set('outing', [...outings]);
  return {
    bySite: [...sites].sort(([a], [b]) => a - b).map(([siteId, own]) => ({ siteId, ...groupMeasures(own) })),
    bySize: sizeClasses.flatMap(([size]) => {
      const own = sizes.get(size);
      return own === undefined ? [] : [{ size, ...groupMeasures(own) }];
    }),
    byMonth: [...months]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([month, own]) => ({ month, ...groupMeasures(own) })),
    byDayKind: dayKinds.flatMap((kind) => {
      const own = kinds.get(kind);
      return own === undefined ? [] : [{ kind, ...groupMeasures(own) }];
    }),
  };
}
