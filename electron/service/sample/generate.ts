import type { IsoDate } from '../../../forecasting/domain/records.ts';
import { sampleAttendance } from './attendance.ts';
import { sampleEnrolment } from './canteens.ts';
import { sampleEvents } from './events.ts';
import { sampleMenus } from './menus.ts';
import { sampleCalendar } from './sample-calendar.ts';
import {
  attendanceFile,
  canteensFile,
  closuresFile,
  enrolmentFile,
  holidaysFile,
  menusFile,
  type SampleFile,
  schoolsFile,
  servingsFile,
} from './sample-files.ts';
import { sampleServings } from './servings.ts';

export interface SampleRequest {
  readonly seed: number;
  readonly today: IsoDate;
}

/**
 * The files of six invented canteens up to the day before `today`, with menus and events beyond it, in formats that
 * the import reads like anybody's. The same request gives the same bytes on every machine and in every time zone.
 */
export function generateSample({ seed, today: now }: SampleRequest): readonly SampleFile[] {
  const calendar = sampleCalendar(now);
  const { years, days, holidays, today } = calendar;
  const enrolment = sampleEnrolment(seed, years);
  const menus = sampleMenus(seed, days);
  const menuOf = new Map(menus.map((menu) => [menu.date, menu]));
  const events = sampleEvents(seed, calendar);
  const attendance = sampleAttendance({ seed, calendar, enrolment, menus: menuOf, events });
  const recordedSince = `${(years.at(-1) ?? 0) - 1}-09-01`;
  const servings = sampleServings(seed, attendance, menuOf, recordedSince < today ? recordedSince : today);
  return [
    canteensFile(),
    schoolsFile(),
    enrolmentFile(enrolment),
    holidaysFile(holidays),
    menusFile(menus),
    closuresFile(events),
    attendanceFile(attendance),
    servingsFile(servings),
  ];
}
