import type { History } from '../forecasting/domain/records.ts';
import { readAttendance } from './attendance.ts';
import { readClosures, readHolidays } from './calendar.ts';
import { readEnrolment } from './enrolment.ts';
import { listOpenDays } from './manual-calendar.ts';
import { readMenu } from './menus.ts';
import type { ReadonlyDatabase } from './open.ts';
import { listServiceWeeks } from './service-weeks.ts';
import { listSites } from './sites.ts';
import { listUsualDays } from './usual-days.ts';

/** Everything that a forecast may look at, in one consistent read. */
export function readHistory(db: ReadonlyDatabase): History {
  const read = db.transaction(() => ({
    sites: listSites(db),
    attendance: readAttendance(db),
    enrolment: readEnrolment(db),
    menu: readMenu(db),
    closures: readClosures(db),
    holidays: readHolidays(db),
    statedWeeks: listServiceWeeks(db),
    openDays: listOpenDays(db),
    usualDays: listUsualDays(db),
  }));
  return read();
}
