import { readSiteAttendance } from '../../../db/attendance.ts';
import { listClosures } from '../../../db/closures.ts';
import { readSiteCorrections } from '../../../db/count-corrections.ts';
import { readManualCounts } from '../../../db/manual-attendance.ts';
import { sitesByClass } from '../../../db/meal-records.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import { addDays, toDay, toIso, weekday } from '../../../forecasting/calendar/day.ts';
import { isInUse } from '../../../forecasting/calendar/in-use.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { Site } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { Coverage, CoverageDay, CoverageMonth, IsoDate, SiteCoverage } from '../../api/records.ts';
import { dayStatuses, type SchoolDayStatus, schoolDays } from '../calendar/school-days.ts';
import { daysOnRecord, siteWeeks } from '../calendar/site-weeks.ts';
import { ServiceError } from '../context/errors.ts';
import type { Messages } from '../messages/messages.ts';
import { ClassCounts } from './enter-classes.ts';
import { type ExpectedDays, expectedDays, offOf, servesOn } from './expected-days.ts';
import { missingEverywhere } from './missing-everywhere.ts';

/** Records that end this many days ago are a file of the past: nothing after them is missing. */
const longAgo = 60;

interface Asked {
  readonly db: ReadonlyDatabase;
  readonly today: IsoDate;
  readonly texts: Messages;
}

type Recorded = ReadonlyMap<number, readonly number[]>;

/** What all sites share; `null` without a site. */
function expectations({ db, today }: Asked, sites: readonly Site[], recorded: Recorded): ExpectedDays | null {
  if (sites.length === 0) return null;
  const yesterday = toDay(today) - 1;
  const ends = [...recorded.values()].map(
    (days) => [numberAt(days, 0), numberAt(days, days.length - 1)] as const,
  );
  // Where nothing is recorded yet, the school year under way is what can be typed.
  const start = Math.min(toDay(`${schoolYearOf(yesterday)}-09-01`), yesterday);
  const firstDay = ends.length === 0 ? start : Math.min(...ends.map(([first]) => first));
  const last = ends.length === 0 ? yesterday : Math.max(...ends.map(([, day]) => day));
  const lastDay = yesterday > last && yesterday - last <= longAgo ? yesterday : last;
  const { calendar, weekdays } = schoolDays(db, toIso(firstDay), toIso(lastDay));
  const leisure = sites.filter(({ kind }) => kind === 'L').flatMap(({ id }) => recorded.get(id) ?? []);
  return {
    firstDay,
    lastDay,
    calendar,
    weekdays,
    week: siteWeeks(db, calendar, today),
    leisureDays: new Set(leisure),
    off: offOf(listClosures(db, toIso(firstDay), toIso(lastDay)), toDay),
  };
}

const monthOf = (day: number) => toIso(day).slice(0, 7);

function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = addDays(`${month}-01`, 31).slice(0, 7)) {
    months.push(month);
  }
  return months;
}

/** How many of the days fall in each month; `indexOf` is the place of a day's month. */
function perMonth(days: readonly number[], months: number, indexOf: Int16Array, firstDay: number): number[] {
  const counts = new Array<number>(months).fill(0);
  for (const day of days) {
    const month = numberAt(indexOf, day - firstDay);
    counts[month] = numberAt(counts, month) + 1;
  }
  return counts;
}

/** Sites × months: how many days should be recorded, and how many are. */
export function readCoverage(asked: Asked): Coverage {
  const sites = listSites(asked.db);
  const recorded = daysOnRecord(asked.db);
  const days = expectations(asked, sites, recorded);
  if (days === null) {
    return { months: [], sites: [], lastDay: null, missingEverywhere: [] };
  }
  const months = monthsBetween(monthOf(days.firstDay), monthOf(days.lastDay));
  const places = new Map(months.map((month, i) => [month, i]));
  const indexOf = Int16Array.from({ length: days.lastDay - days.firstDay + 1 }, (_, i) => {
    return places.get(monthOf(days.firstDay + i)) as number;
  });
  const daysOf = sites.map((site) => {
    const own = recorded.get(site.id) ?? [];
    return { site, recorded: own, expected: expectedDays(site, own, days) };
  });
  const ofSite = ({ site, recorded: own, expected }: (typeof daysOf)[number]): SiteCoverage => {
    const known = new Set(own);
    const count = (of: readonly number[]) => perMonth(of, months.length, indexOf, days.firstDay);
    return {
      siteId: site.id,
      site: site.name,
      siteKind: site.kind,
      expected: count(expected),
      recorded: count(expected.filter((day) => known.has(day))),
    };
  };
  return {
    months,
    sites: daysOf.map(ofSite).toSorted((a, b) => a.site.localeCompare(b.site, 'fr')),
    lastDay: toIso(days.lastDay),
    missingEverywhere: missingEverywhere(daysOf),
  };
}

/** One site's month, day by day. */
export function coverageDays(
  asked: Asked,
  { siteId, month }: Input<'data.coverageDays'>,
): readonly CoverageDay[] {
  const [site] = coverageMonth(asked, { siteId, month }).sites;
  return site?.days ?? [];
}

/** A month of one site, or of all, day by day. */
export function coverageMonth(asked: Asked, { siteId, month }: Input<'data.coverageMonth'>): CoverageMonth {
  const { db } = asked;
  const all = listSites(db);
  const sites = siteId === null ? all : all.filter(({ id }) => id === siteId);
  if (siteId !== null && sites.length === 0) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
  }
  const [from, to] = [`${month}-01`, addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1)];
  const recorded = daysOnRecord(db);
  const days = expectations(asked, all, recorded);
  const calendar = schoolDays(db, from, to);
  const classes = new ClassCounts(db, from, to);
  const byClass = sitesByClass(db);
  const closures = listClosures(db, from, to);
  const months = sites.map((site) => {
    const own = recorded.get(site.id) ?? [];
    const expected = new Set(days === null ? [] : expectedDays(site, own, days));
    const counts = countsOf(db, site.id, toDay(from), toDay(to));
    const serves = days === null ? undefined : servesOn(site, own, days);
    const statuses = dayStatuses(asked, calendar, site.id, from, to, serves);
    return { site, expected, counts, statuses };
  });
  const isUsed = (day: number) =>
    months.some(({ counts, expected }) => expected.has(day) || (counts.get(day)?.served ?? null) !== null);
  const dates = datesBetween(from, to).filter((date) => weekday(toDay(date)) <= 5 || isUsed(toDay(date)));
  return {
    dates,
    sites: months
      .map(({ site, expected, counts, statuses }) => ({
        siteId: site.id,
        site: site.name,
        siteKind: site.kind,
        countsByClass: byClass.has(site.id),
        days: dates.map((date): CoverageDay => {
          const status = statuses.get(date);
          const closed = !isInUse(site, toDay(date)) ? ('not-open' as const) : statusReason(status);
          const count = counts.get(toDay(date)) ?? noCount;
          return {
            date,
            ...count,
            expected: expected.has(toDay(date)),
            closed,
            label: status?.label ?? null,
            byClass: classes.of(site.id, date),
            marks: closures
              .filter((one) => one.date === date && (one.siteId === null || one.siteId === site.id))
              .map(({ kind, siteId: of }) => ({ kind, everywhere: of === null })),
          };
        }),
      }))
      .toSorted((a, b) => a.site.localeCompare(b.site, 'fr')),
  };
}

const statusReason = (status: SchoolDayStatus | undefined) =>
  status?.closed ?? (status?.strike ? ('strike' as const) : null);

function datesBetween(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const dates: IsoDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

const noCount = { served: null, staff: null, typed: false, file: null };

function countsOf(db: ReadonlyDatabase, siteId: number, from: number, to: number) {
  const { day, served, staff } = readSiteAttendance(db, siteId, from, to);
  const manual = new Set(readManualCounts(db, siteId, from, to).map((count) => count.day));
  const corrected = new Set(readSiteCorrections(db, siteId, from, to).day);
  const ofFiles = corrected.size === 0 ? noFiles : filesOf(db, siteId, from, to);
  const known = (count: number | undefined) => (count === undefined || Number.isNaN(count) ? null : count);
  return new Map(
    [...day].map((of, i) => [
      of,
      {
        served: known(served[i]),
        staff: known(staff[i]),
        typed: manual.has(of) || corrected.has(of),
        file: corrected.has(of) ? known(ofFiles.get(of)) : null,
      },
    ]),
  );
}

const noFiles: ReadonlyMap<number, number> = new Map();

/** Counts as files give them, whatever was put over them. */
function filesOf(
  db: ReadonlyDatabase,
  siteId: number,
  from: number,
  to: number,
): ReadonlyMap<number, number> {
  const { day, served } = readSiteAttendance(db, siteId, from, to, 'files');
  return new Map([...day].map((of, i) => [of, numberAt(served, i)]));
}
