import { sitesWithServings } from '../../../db/servings.ts';
import { addDays, toDay } from '../../../forecasting/calendar/day.ts';
import type { AttendanceColumns, Closure, Deadline, IsoDate } from '../../../forecasting/domain/records.ts';
import type { AttendanceModel } from '../../../forecasting/domain/types.ts';
import { schoolHolidays } from '../calendar/school-holidays.ts';
import type { Context } from '../context/use-case.ts';
import { Deadlines } from './deadlines.ts';
import { EventsSince } from './events-since.ts';
import { readOrderRules } from './order-rules.ts';
import { originOf } from './origin.ts';

/** The models behind one plan: each order is forecast with what is known now, once its deadline is past with that of then. */
export interface PlanModels {
  /** Last day whose records the forecast of a date may see: never the date itself. */
  knownFor(date: IsoDate): IsoDate;
  deadline(siteId: number, date: IsoDate): Deadline | null;
  /** The eve of the deadline where that is past, else what is known for the date. */
  originOf(siteId: number, date: IsoDate): IsoDate;
  at(origin: IsoDate): AttendanceModel;
  /** Events of a site-day that became known after an origin: by `until`, else by now. */
  since(siteId: number, date: IsoDate, origin: IsoDate, until?: IsoDate): readonly Closure[];
  /** Meals on record; `null`: none, or a plan as of another day, which knows none. */
  served(siteId: number, date: IsoDate): number | null;
  /** The site counts portions and no guests: its dishes are planned, without an order of meals. */
  countsPortions(siteId: number): boolean;
  /** Is it known of a day whether it is one of school? */
  isKnownDay(date: IsoDate): boolean;
}

const earlier = (a: IsoDate, b: IsoDate) => (a < b ? a : b);
const later = (a: IsoDate, b: IsoDate) => (a > b ? a : b);

/**
 * The models of a plan by the order rules of its sites. Without rules, and with `asOf` or in a week that is not
 * under way, there is one. In the week under way the days that lie ahead are forecast with today's knowledge (a
 * strike announced this morning counts); those that are past keep the forecast made on the eve of `from`.
 *
 * What was served on the day of a deadline is counted after its meal: no order may count on it (see `originFor`). A
 * rule changes nothing of what was known when it was saved.
 */
export function planModels(context: Context, from: IsoDate, asOf: IsoDate | undefined): PlanModels {
  const rules = readOrderRules(context.db);
  // A plan as of another day asks what rules would have made of it, whenever they were saved.
  const deadlines = new Deadlines(
    asOf === undefined ? rules : rules.map((rule) => ({ ...rule, savedAt: null })),
  );
  const eve = originOf(context, from, asOf);
  const { today } = context;
  const { isKnown: isKnownDay } = schoolHolidays(context.db);
  const knownFor = (date: IsoDate) => (asOf === undefined && eve < today && today < date ? today : eve);
  let events: EventsSince | undefined;
  let portionSites: ReadonlySet<number> | undefined;
  const served = new Map<IsoDate, ReadonlyMap<number, number>>();
  return {
    knownFor,
    deadline: (siteId, date) => deadlines.of(siteId, date),
    originOf(siteId, date) {
      const known = knownFor(date);
      const deadline = deadlines.of(siteId, date);
      if (deadline === null) return known;
      const savedOn = deadlines.ruleOf(siteId)?.savedAt?.slice(0, 10) ?? '';
      return earlier(known, later(addDays(deadline.date, -1), savedOn));
    },
    at: (origin) => context.models.model(context, origin),
    since(siteId, date, origin, until = today) {
      if (asOf !== undefined) return [];
      events ??= new EventsSince(context.models.history(context), today);
      return events.of(siteId, date, origin, earlier(until, date));
    },
    served(siteId, date) {
      if (asOf !== undefined) return null;
      const meals = served.get(date) ?? servedOn(context.models.history(context).attendance, date);
      served.set(date, meals);
      return meals.get(siteId) ?? null;
    },
    countsPortions(siteId) {
      portionSites ??= sitesOfPortions(context);
      return portionSites.has(siteId);
    },
    isKnownDay,
  };
}

/** Sites with counts of dishes and none of guests. */
function sitesOfPortions(context: Context): ReadonlySet<number> {
  const { site, served } = context.models.history(context).attendance;
  const counted = new Set(site.filter((_, i) => !Number.isNaN(served[i])));
  return new Set([...sitesWithServings(context.db)].filter((id) => !counted.has(id)));
}

/** Meals of each site on one day. */
function servedOn({ site, day, served }: AttendanceColumns, date: IsoDate): ReadonlyMap<number, number> {
  const on = toDay(date);
  const meals = new Map<number, number>();
  for (const [i, each] of day.entries()) {
    const count = served[i] ?? Number.NaN;
    if (each === on && !Number.isNaN(count)) meals.set(site[i] ?? 0, count);
  }
  return meals;
}

/** One model for all, and no deadlines. */
export const oneModel = (model: AttendanceModel): PlanModels => ({
  knownFor: () => model.origin,
  deadline: () => null,
  originOf: () => model.origin,
  at: () => model,
  since: () => [],
  served: () => null,
  countsPortions: () => false,
  isKnownDay: () => true,
});
