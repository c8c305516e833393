import { listClosures } from '../../../db/closures.ts';
import { readRecordedDays } from '../../../db/coverage.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listServiceWeeks } from '../../../db/service-weeks.ts';
import { listSites } from '../../../db/sites.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import type { SchoolCalendar } from '../../../forecasting/calendar/school-calendar.ts';
import { indexClosures } from '../../../forecasting/frame/frame.ts';
import { type DayOfWeek, ServiceWeeks } from '../../../forecasting/frame/service-weeks.ts';
import type { IsoDate } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import { readOnce } from '../context/read-once.ts';

/** Days with a count on record, by site. */
export const daysOnRecord = readOnce(readRecordedDays);

/** What is known of a site's own days of service. */
export interface OwnWeek {
  /** Does it serve on a day that is no public holiday? */
  at(day: number): DayOfWeek;
  /** Is the week that holds on a day one that a person stated? */
  isStated(day: number): boolean;
  /** Weekdays (1 to 7) on which it serves in term, by its records. */
  readonly weekdays: readonly number[];
}

const [always, ever] = ['0001-01-01', '9999-12-31'];

/** The weeks of the sites, by id, as forecasts know them at the end of today. Throws 'not-found' of a site that is gone. */
export function siteWeeks(
  db: ReadonlyDatabase,
  calendar: SchoolCalendar,
  today: IsoDate,
): (siteId: number) => OwnWeek {
  const sites = listSites(db);
  const recorded = daysOnRecord(db);
  const series = sites.map((site) => ({ site, days: Int32Array.from(recorded.get(site.id) ?? []) }));
  const closures = indexClosures(listClosures(db, always, ever));
  const weeks = new ServiceWeeks({ series }, calendar, closures, listServiceWeeks(db), toDay(today));
  return (siteId) => {
    const index = sites.findIndex(({ id }) => id === siteId);
    if (index < 0) throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
    return {
      at: (day) => weeks.at(index, day),
      isStated: (day) => !weeks.isInUse(index, day) || weeks.statedAt(index, day) !== null,
      get weekdays() {
        const { term } = weeks.statedAt(index, toDay(today))?.week ?? weeks.learned(index);
        return [...term.weekdays, ...term.everyOtherWeek].sort();
      },
    };
  };
}
