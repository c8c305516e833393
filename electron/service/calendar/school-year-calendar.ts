import { readHolidays } from '../../../db/calendar.ts';
import { listManualHolidays } from '../../../db/manual-calendar.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import { publicHolidays } from '../../../forecasting/calendar/public-holidays.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import type { Input } from '../../api/contract.ts';
import type { IsoDate, SchoolYearCalendar } from '../../api/records.ts';
import type { Messages } from '../messages/messages.ts';
import { schoolHolidays } from './school-holidays.ts';

interface Asked {
  readonly db: ReadonlyDatabase;
  readonly texts: Messages;
  readonly today: IsoDate;
}

const nameOf = ({ firstDay, lastDay }: { readonly firstDay: IsoDate; readonly lastDay: IsoDate }) =>
  `${firstDay} ${lastDay}`;

/** The days off of one school year, August to July, as they are in force. */
export function schoolYearCalendar(
  { db, texts, today }: Asked,
  input: Input<'calendar.year'>,
): SchoolYearCalendar {
  const schoolYear = input.schoolYear ?? schoolYearOf(toDay(today));
  const isOfYear = (date: IsoDate) => schoolYearOf(toDay(date)) === schoolYear;
  const { zone, holidays, publicHolidays: region } = schoolHolidays(db);
  const imported = new Set(readHolidays(db).map(nameOf));
  const manual = new Set(listManualHolidays(db).map(nameOf));
  return {
    schoolYear,
    zone,
    region,
    holidays: holidays
      .filter(({ firstDay }) => isOfYear(firstDay))
      .map((holiday) => ({
        ...holiday,
        imported: imported.has(nameOf(holiday)),
        manual: manual.has(nameOf(holiday)),
        guessed: holiday.guessed ?? false,
      }))
      .toSorted((a, b) => a.firstDay.localeCompare(b.firstDay) || a.zone.localeCompare(b.zone)),
    publicHolidays: [schoolYear, schoolYear + 1]
      .flatMap((year) => publicHolidays(year, region))
      .filter(({ date }) => isOfYear(date))
      .map(({ date, name }) => ({ date, name: texts.publicHolidays[name] })),
  };
}
