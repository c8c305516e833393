import { readServedDays } from '../../../db/attendance.ts';
import { listClosures } from '../../../db/closures.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import {
  buildSchoolCalendar,
  type SchoolCalendar,
  type ServiceEvidence,
  zoneOf,
} from '../../../forecasting/calendar/school-calendar.ts';
import { usualWeekdays } from '../../../forecasting/frame/frame.ts';
import type { ClosedReason, ClosureKind, IsoDate } from '../../api/records.ts';
import { readOnce } from '../context/read-once.ts';
import type { Messages } from '../messages/messages.ts';
import { closedLabel } from './closed-label.ts';
import { schoolHolidays } from './school-holidays.ts';

/** Below this share of the busiest day's sites a day says nothing about the weekdays of service. */
const mostSites = 0.3;

/** On which days the sites served, as the school calendar wants it. */
export function evidenceOf(
  served: readonly { readonly day: number; readonly sites: number }[],
): ServiceEvidence {
  const firstDay = served[0]?.day ?? 0;
  const busiest = served.reduce((most, { sites }) => Math.max(most, sites), 1);
  const share = new Float64Array(served.length === 0 ? 0 : (served.at(-1)?.day ?? 0) - firstDay + 1).fill(-1);
  const perWeekday = new Float64Array(8);
  for (const { day, sites } of served) {
    share[day - firstDay] = sites / busiest;
    if (sites / busiest >= mostSites) {
      perWeekday[weekday(day)] = (perWeekday[weekday(day)] ?? 0) + 1;
    }
  }
  return { firstDay, share, weekdays: usualWeekdays(perWeekday) };
}

const readEvidence = readOnce((db) => evidenceOf(readServedDays(db)));

/** Days around a period that the calendar needs to tell a break from a long weekend. */
const margin = 21;

export interface SchoolDays {
  readonly calendar: SchoolCalendar;
  readonly weekdays: ReadonlySet<number>;
}

/** The city's days of service, as stated and as seen, over a period that holds all records too. */
export function schoolDays(db: ReadonlyDatabase, from: IsoDate, to: IsoDate): SchoolDays {
  const evidence = readEvidence(db);
  const { holidays, publicHolidays } = schoolHolidays(db);
  const zone = zoneOf(holidays, evidence);
  const any = evidence.share.length > 0;
  const calendar = buildSchoolCalendar(
    holidays.filter((holiday) => holiday.zone === zone),
    evidence,
    Math.min(toDay(from), any ? evidence.firstDay : Number.POSITIVE_INFINITY) - margin,
    Math.max(toDay(to), any ? evidence.firstDay + evidence.share.length : 0) + margin,
    publicHolidays,
  );
  return { calendar, weekdays: evidence.weekdays };
}

export interface SchoolDayStatus {
  readonly closed: ClosedReason | null;
  readonly label: string | null;
  readonly strike: boolean;
}

/** Why a day is off for a site that serves on it or not by its own week. */
function ownReason(calendar: SchoolCalendar, day: number, serves: boolean): ClosedReason | null {
  const period = calendar.period(day);
  if (serves) return period === null ? 'public-holiday' : null;
  if (weekday(day) >= 6) return 'weekend';
  if (period === null) return 'public-holiday';
  return period === 'holidays' ? 'school-holiday' : 'no-service';
}

/** Why a day is off for the town as a whole. */
function townReason(calendar: SchoolCalendar, day: number): ClosedReason | null {
  const off = calendar.offReason(day);
  return off === 'weekend' && weekday(day) <= 5 ? 'no-service' : off;
}

/** What each day of a period is to a site that serves as `serves` says, or (`null`) to all sites. */
export function dayStatuses(
  { db, texts }: { readonly db: ReadonlyDatabase; readonly texts: Messages },
  { calendar }: SchoolDays,
  siteId: number | null,
  from: IsoDate,
  to: IsoDate,
  serves?: (day: number) => boolean,
): ReadonlyMap<IsoDate, SchoolDayStatus> {
  const closures = listClosures(db, from, to).filter((one) => one.siteId === null || one.siteId === siteId);
  const noted = (date: IsoDate, kind: ClosureKind) =>
    closures.some((one) => one.date === date && one.kind === kind);
  const statuses = new Map<IsoDate, SchoolDayStatus>();
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const day = toDay(date);
    const off = serves === undefined ? townReason(calendar, day) : ownReason(calendar, day, serves(day));
    statuses.set(date, {
      closed: noted(date, 'closure') ? 'closure' : off,
      label: off === null ? null : closedLabel(calendar.label(day), texts),
      strike: noted(date, 'strike'),
    });
  }
  return statuses;
}
