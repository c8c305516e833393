import { readSiteAttendance } from '../../../db/attendance.ts';
import { listClosures } from '../../../db/closures.ts';
import { readRecordedDays } from '../../../db/coverage.ts';
import { readManualCounts } from '../../../db/manual-attendance.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import { addDays, toDay, toIso, weekday } from '../../../forecasting/calendar/day.ts';
import type { Site } from '../../../forecasting/domain/records.ts';
import type { Input } from '../../api/contract.ts';
import type { Coverage, CoverageDay, IsoDate, SiteCoverage } from '../../api/records.ts';
import { dayStatuses, schoolDays } from '../calendar/school-days.ts';
import { ServiceError } from '../context/errors.ts';
import { readOnce } from '../context/read-once.ts';
import type { Messages } from '../messages/messages.ts';
import { type ExpectedDays, expectedDays, offOf } from './expected-days.ts';

/** Records that end this many days ago are a file of the past: nothing after them is missing. */
const longAgo = 60;

interface Asked {
  readonly db: ReadonlyDatabase;
  readonly today: IsoDate;
  readonly texts: Messages;
}

type Recorded = ReadonlyMap<number, readonly number[]>;

/** What all sites share; `null` when nothing is recorded. */
function expectations({ db, today }: Asked, sites: readonly Site[], recorded: Recorded): ExpectedDays | null {
  const ends = [...recorded.values()].map((days) => [days[0] as number, days.at(-1) as number] as const);
  if (ends.length === 0) return null;
  const firstDay = Math.min(...ends.map(([first]) => first));
  const last = Math.max(...ends.map(([, day]) => day));
  const yesterday = toDay(today) - 1;
  const lastDay = yesterday > last && yesterday - last <= longAgo ? yesterday : last;
  const leisure = sites.filter(({ kind }) => kind === 'L').flatMap(({ id }) => recorded.get(id) ?? []);
  return {
    firstDay,
    lastDay,
    calendar: schoolDays(db, toIso(firstDay), toIso(lastDay)).calendar,
    leisureDays: new Set(leisure),
    off: offOf(listClosures(db, toIso(firstDay), toIso(lastDay)), toDay),
  };
}

const recordedDays = readOnce(readRecordedDays);

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
    const month = indexOf[day - firstDay] as number;
    counts[month] = (counts[month] as number) + 1;
  }
  return counts;
}

/** Sites × months: how many days should be recorded, and how many are. */
export function readCoverage(asked: Asked): Coverage {
  const sites = listSites(asked.db);
  const recorded = recordedDays(asked.db);
  const days = expectations(asked, sites, recorded);
  if (days === null) {
    return { months: [], sites: [], lastDay: null };
  }
  const months = monthsBetween(monthOf(days.firstDay), monthOf(days.lastDay));
  const places = new Map(months.map((month, i) => [month, i]));
  const indexOf = Int16Array.from({ length: days.lastDay - days.firstDay + 1 }, (_, i) => {
    return places.get(monthOf(days.firstDay + i)) as number;
  });
  const ofSite = (site: Site): SiteCoverage => {
    const own = recorded.get(site.id) ?? [];
    const known = new Set(own);
    const expected = expectedDays(site, own, days);
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
    sites: sites.map(ofSite).toSorted((a, b) => a.site.localeCompare(b.site, 'fr')),
    lastDay: toIso(days.lastDay),
  };
}

/** One site's month, day by day. */
export function coverageDays(
  asked: Asked,
  { siteId, month }: Input<'data.coverageDays'>,
): readonly CoverageDay[] {
  const { db } = asked;
  const sites = listSites(db);
  const site = sites.find(({ id }) => id === siteId);
  if (site === undefined) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
  }
  const [from, to] = [`${month}-01`, addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1)];
  const recorded = recordedDays(db);
  const days = expectations(asked, sites, recorded);
  const expected = new Set(days === null ? [] : expectedDays(site, recorded.get(siteId) ?? [], days));
  const counts = countsOf(db, siteId, toDay(from), toDay(to));
  const statuses = dayStatuses(asked, schoolDays(db, from, to), siteId, from, to);
  return [...statuses].flatMap(([date, status]): CoverageDay[] => {
    const day = toDay(date);
    const count = counts.get(day) ?? { served: null, staff: null, typed: false };
    if (weekday(day) > 5 && count.served === null) return [];
    const closed = status.closed ?? (status.strike ? ('strike' as const) : null);
    return [{ date, ...count, expected: expected.has(day), closed, label: status.label }];
  });
}

function countsOf(db: ReadonlyDatabase, siteId: number, from: number, to: number) {
  const { day, served, staff } = readSiteAttendance(db, siteId, from, to);
  const typed = new Set(readManualCounts(db, siteId, from, to).map((count) => count.day));
  const known = (count: number | undefined) => (count === undefined || Number.isNaN(count) ? null : count);
  return new Map(
    [...day].map((of, i) => [of, { served: known(served[i]), staff: known(staff[i]), typed: typed.has(of) }]),
  );
}
