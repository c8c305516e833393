import { readSiteAttendance } from '../../../db/attendance.ts';
import { toDay, toIso } from '../../../forecasting/calendar/day.ts';
import type { SchoolCalendar } from '../../../forecasting/calendar/school-calendar.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { Input } from '../../api/contract.ts';
import type { SiteYear } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import { siteOf } from '../sites/site-of.ts';
import { schoolDays } from './school-days.ts';

/** Shorter ones are bridges: too narrow to be seen in a year. */
const shortest = 4;

/** Runs of days of holidays, public holidays among them, first and last day of each. */
function breaksIn(calendar: SchoolCalendar, first: number, last: number): SiteYear['breaks'] {
  const runs: { from: number; to: number }[] = [];
  for (let day = first; day <= last; day++) {
    const period = calendar.period(day);
    const run = runs.at(-1);
    if (run?.to === day - 1 && period !== 'term') run.to = day;
    else if (period === 'holidays') runs.push({ from: day, to: day });
  }
  const long = runs.filter(({ from, to }) => to - from + 1 >= shortest);
  return long.map(({ from, to }) => ({ from: toIso(from), to: toIso(to) }));
}

/** What was served at a site on each day of a school year (year of September), and its holidays. */
export function siteYear({ db }: Pick<Context, 'db'>, { siteId, schoolYear }: Input<'sites.year'>): SiteYear {
  siteOf(db, siteId);
  const [from, to] = [`${schoolYear}-09-01`, `${schoolYear + 1}-08-31`];
  const { day, served } = readSiteAttendance(db, siteId, toDay(from), toDay(to));
  const counts = [...day].flatMap((of, i) => {
    const count = numberAt(served, i);
    return Number.isNaN(count) ? [] : [{ date: toIso(of), served: count }];
  });
  const { calendar } = schoolDays(db, from, to);
  return { siteId, schoolYear, served: counts, breaks: breaksIn(calendar, toDay(from), toDay(to)) };
}
