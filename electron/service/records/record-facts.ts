import { readAttendanceOf, readSiteAttendance } from '../../../db/attendance.ts';
import { listSiteDiners } from '../../../db/catalogue/site-diners.ts';
import { limitsReader } from '../../../db/count-slips.ts';
import { fold } from '../../../db/fold.ts';
import { readMenu } from '../../../db/menus.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listOrders } from '../../../db/orders.ts';
import { listSites } from '../../../db/sites.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import { isInUse } from '../../../forecasting/calendar/in-use.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import { firstPlausibleDay, lastPlausibleDay } from '../../../forecasting/domain/plausible-days.ts';
import type {
  AttendanceColumns,
  DayCount,
  EntryFinding,
  IsoDate,
  MealRecord,
  Site,
} from '../../../forecasting/domain/records.ts';
import {
  checkRecord,
  childrenOf,
  oddities,
  type RecordFacts,
} from '../../../forecasting/records/check-record.ts';
import { unusualCount } from '../../../forecasting/records/usual-range.ts';
import type { MealFinding } from '../../api/records.ts';
import { dayStatuses, type SchoolDays, schoolDays } from '../calendar/school-days.ts';
import { gramsOfPortions } from '../catalogue/portion-grams.ts';
import type { Context } from '../context/use-case.ts';
import { DishIndex } from '../dishes/dish-index.ts';
import { spelledDate } from '../messages/format.ts';
import { versionInTime } from '../orders/scores.ts';
import { DayMenus } from '../purchase-orders/day-menus.ts';

const everyDay = [toDay(firstPlausibleDay), toDay(lastPlausibleDay)] as const;

/**
 * What checks of the records of some days look at; read once for all of them. Of the counts only those of the days are,
 * and those of a site before it where one of its own is judged: all of them are tens of megabytes.
 */
export class RecordChecks {
  readonly #context: Context;
  readonly #served: ReadonlyMap<string, number>;
  readonly #pasts = new Map<number, Pick<AttendanceColumns, 'day' | 'served'>>();
  readonly #sites: ReadonlyMap<number, Site>;
  readonly #dishes: DishIndex;
  readonly #menus: DayMenus;
  readonly #period: readonly [from: IsoDate, to: IsoDate];
  #provided: ReadonlyMap<string, number> | null = null;
  #grams: ReturnType<typeof gramsOfPortions> | null = null;
  readonly #days: SchoolDays;
  readonly #limitsOf: ReturnType<typeof limitsReader>;

  constructor(context: Context, from: IsoDate, to: IsoDate) {
    const { db } = context;
    this.#context = context;
    this.#period = [from, to];
    this.#limitsOf = limitsReader(db);
    this.#served = servedOf(db, from, to);
    this.#sites = new Map(listSites(db).map((one) => [one.id, one]));
    this.#days = schoolDays(db, from, to);
    this.#dishes = new DishIndex(db);
    this.#menus = new DayMenus({ menu: readMenu(db, from, to) }, this.#dishes, from, to);
  }

  menuOf(siteId: number, date: IsoDate) {
    return this.#menus.of(siteId, date);
  }

  status(siteId: number, date: IsoDate): RecordFacts['closed'] {
    const site = this.#sites.get(siteId);
    if (site !== undefined && !isInUse(site, toDay(date))) return 'not-open';
    const status = dayStatuses(this.#context, this.#days, siteId, date, date).get(date);
    return status?.closed ?? (status?.strike ? 'strike' : null);
  }

  /** Children recorded that day. */
  served(siteId: number, date: IsoDate): number | null {
    return this.#served.get(`${siteId} ${toDay(date)}`) ?? null;
  }

  /** The counts of a site on all days, in order. */
  #pastOf(siteId: number): readonly DayCount[] {
    const past = this.#pasts.get(siteId) ?? readSiteAttendance(this.#context.db, siteId, ...everyDay);
    this.#pasts.set(siteId, past);
    const { day, served } = past;
    return [...day]
      .map((of, i) => ({ day: of, count: numberAt(served, i) }))
      .filter(({ count }) => !Number.isNaN(count));
  }

  /** Meals ordered or counted in the morning, whichever are more, with the adults of an ordinary day. */
  #providedTo(siteId: number, date: IsoDate): number | null {
    this.#provided ??= providedOf(this.#context.db, ...this.#period);
    return this.#provided.get(`${siteId} ${date}`) ?? null;
  }

  /** Grams of a portion of a dish at a site; `null`: not known. */
  gramsOf(siteId: number, dish: string): number | null {
    this.#grams ??= gramsOfPortions(this.#context, [...this.#sites.values()]);
    const { key, family } = this.#dishes.of(dish);
    return this.#grams(siteId, key, family);
  }

  /** `sure`: the children served of whom somebody said that the day is right as it is; `null`: nobody did. */
  findings(record: MealRecord, sure: number | null): readonly MealFinding[] {
    const { siteId, date, served, dishes } = record;
    const seats = this.#sites.get(siteId)?.capacity ?? null;
    const count = childrenOf(served);
    const menu = new Map(this.menuOf(siteId, date).map(({ dish, course }) => [fold(dish), course]));
    const facts: RecordFacts = {
      today: this.#context.today,
      closed: this.status(siteId, date),
      seats,
      unusual:
        count === null || count === 0
          ? null
          : unusualCount({ day: toDay(date), count }, this.#pastOf(siteId), this.#limitsOf(siteId)),
      provided: record.left === null || record.prepared !== null ? null : this.#providedTo(siteId, date),
      dishes: dishes.map(({ dish, thrown }) => ({
        course: menu.get(fold(dish)) ?? null,
        grams: thrown === null || thrown === 0 ? null : this.gramsOf(siteId, dish),
      })),
    };
    return checkRecord(record, facts)
      .filter(({ code }) => count === null || count !== sure || !oddities.has(code))
      .map((finding) => inWords(this.#context, finding));
  }
}

/** By `site date`; see `RecordChecks`. */
function providedOf(db: ReadonlyDatabase, from: IsoDate, to: IsoDate): ReadonlyMap<string, number> {
  const adults = new Map(listSiteDiners(db).map((own) => [own.siteId, own.adults]));
  const known = listOrders(db, from, to).flatMap((order): [string, number][] => {
    const { siteId, date, headCount } = order;
    const ordered = versionInTime(order)?.quantity;
    if (siteId === null || (ordered === undefined && headCount === null)) return [];
    const counted = Object.values(headCount?.counts ?? {}).reduce((sum, one) => sum + one, 0);
    return [[`${siteId} ${date}`, Math.max(ordered ?? 0, counted) + (adults.get(siteId) ?? 0)]];
  });
  return new Map(known);
}

/** Children served under `site day`, days since 1970-01-01. */
function servedOf(db: ReadonlyDatabase, from: IsoDate, to: IsoDate): ReadonlyMap<string, number> {
  const { site, day, served } = readAttendanceOf(db, toDay(from), toDay(to));
  const counts = [...served].map((count, i) => [`${numberAt(site, i)} ${numberAt(day, i)}`, count] as const);
  return new Map(counts.filter(([, count]) => !Number.isNaN(count)));
}

/** A finding with its words. */
export function inWords({ texts, language }: Context, finding: EntryFinding): MealFinding {
  const { values } = finding;
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      name === 'date' ? spelledDate(String(value), language) : String(value),
    ]),
  );
  const words = texts.mealRecords.findings[finding.code as keyof typeof texts.mealRecords.findings];
  const canBeTrue = oddities.has(finding.code);
  return { ...finding, message: words.message(shown), remedy: words.remedy, canBeTrue };
}
