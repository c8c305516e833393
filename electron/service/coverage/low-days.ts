import { listAsUsual, saveAsUsual } from '../../../db/as-usual.ts';
import { readAttendanceBySite } from '../../../db/attendance.ts';
import { readClosures } from '../../../db/calendar.ts';
import { saveClosures } from '../../../db/closures.ts';
import { readEnrolment } from '../../../db/enrolment.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import { toDay, toIso } from '../../../forecasting/calendar/day.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { CountSlip, DayCount, History } from '../../../forecasting/domain/records.ts';
import { lowCounts } from '../../../forecasting/frame/count-slips.ts';
import type { Input } from '../../api/contract.ts';
import type { LowDay } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';

/** On a day on which so many sites, and so large a share of those that served, were low, something kept all away. */
const together = { sites: 5, share: 0.25 };

/**
 * Days on record far below what is usual around them, the last ones first: those of a strike, a closure or an outing on
 * record are explained, and so are those that a person said are as usual. They count as they stand.
 */
export function lowDays(context: Context): readonly LowDay[] {
  const { db } = context;
  const explained = new Set(readClosures(db).map(({ siteId, date }) => `${siteId} ${toDay(date)}`));
  const usual = new Set(listAsUsual(db).map(keyOf));
  const names = new Map(listSites(db).map(({ id, name }) => [id, name]));
  const enrolment = readEnrolment(db);
  const { found, servedSites } = lowOfAllSites(db);
  const lowSites = new Map([...Map.groupBy(found, ({ day }) => day)].map(([day, own]) => [day, own.length]));
  return found
    .filter(({ siteId, day }) => !explained.has(`${siteId} ${day}`) && !explained.has(`null ${day}`))
    .filter((low) => !usual.has(keyOf(low)))
    .toSorted((a, b) => b.day - a.day || a.siteId - b.siteId)
    .map(({ siteId, ...low }) => {
      const [same = 0, all = 0] = [lowSites.get(low.day), servedSites.get(low.day)];
      return {
        siteId,
        site: names.get(siteId) ?? '',
        date: toIso(low.day),
        served: low.count,
        low: Math.round(low.low),
        usual: Math.round(low.usual),
        high: Math.round(low.high),
        away: awayOn(enrolment, siteId, low),
        lowSites: same >= together.sites && same >= together.share * all ? same : null,
      };
    });
}

/** A count that changed since is looked at anew. */
const keyOf = ({ siteId, day, count }: DayCount & { readonly siteId: number }) => `${siteId} ${day} ${count}`;

/** What is low at each site, and how many sites served on each day. Read site by site: ten million days are too many. */
function lowOfAllSites(db: ReadonlyDatabase) {
  const found: (CountSlip & { readonly siteId: number })[] = [];
  const servedSites = new Map<number, number>();
  for (const { site, day, served } of readAttendanceBySite(db)) {
    const siteId = numberAt(site, 0);
    // A count that is not known is no count.
    const counts = Array.from(day, (of, i) => ({ day: of, count: numberAt(served, i) })).filter(
      ({ count }) => count > 0,
    );
    for (const { day } of counts) servedSites.set(day, (servedSites.get(day) ?? 0) + 1);
    for (const low of lowCounts(counts, undefined, 'low-each')) found.push({ siteId, ...low });
  }
  return { found, servedSites };
}

/**
 * The children who were away: of those enrolled the share of the usual meals that is missing (an outing takes away
 * `away · usual ÷ enrolled` meals); where nobody knows how many are enrolled, the missing meals.
 */
function awayOn(enrolment: History['enrolment'], siteId: number, { day, count, usual }: CountSlip): number {
  const year = schoolYearOf(day);
  const known = enrolment.find((one) => one.siteId === siteId && one.schoolYear === year)?.children ?? 0;
  const enrolled = Math.max(known, usual);
  return Math.max(1, Math.round(enrolled * (1 - count / usual)));
}

/** Says what kept the children away on days that are listed, or that nothing did; answers those that are left. */
export function explainLowDays(
  context: Context,
  { days, as }: Input<'counts.explainLow'>,
): readonly LowDay[] {
  const { db, language } = context;
  const listed = new Map(lowDays(context).map((day) => [`${day.siteId} ${day.date}`, day]));
  const chosen = days.map(({ siteId, date }) => {
    const found = listed.get(`${siteId} ${date}`);
    if (found) return found;
    throw new ServiceError('not-found', (t) => t.errors.dayNotLow(spelledDate(date, language)));
  });
  if (as === 'usual')
    saveAsUsual(
      db,
      chosen.map(({ siteId, date, served }) => ({ siteId, day: toDay(date), count: served })),
    );
  else
    saveClosures(
      db,
      chosen.map(({ siteId, date, away }) => ({
        date,
        siteId,
        kind: as,
        absent: as === 'outing' ? away : null,
        // Nobody knows when it was known: a forecast of then does not know of it.
        announced: null,
      })),
    );
  const done = new Set(chosen);
  return [...listed.values()].filter((day) => !done.has(day));
}
