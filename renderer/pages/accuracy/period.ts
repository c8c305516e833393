import type { IsoDate } from '../../../electron/api/records.ts';
import { addCalendarDays } from '../../format/dates.ts';

export interface TestPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export type PeriodId = `year-${number}` | 'weeks' | 'months';

export interface NamedPeriod extends TestPeriod {
  readonly id: PeriodId;
}

/** Days between the order and the day served, or what each site's order rule says. */
export type Lead = number | 'rules';

/** The first records are learnt from, not judged: four weeks show each weekday four times. */
const LEARNING_DAYS = 28;
const WEEKS_DAYS = 28;
const MONTHS_DAYS = 365;

/** The calendar year in which the school year of a day began. */
export function schoolYearOfDate(date: IsoDate): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '09-01' ? year : year - 1;
}

/** The school years that are recorded, the latest first, then the last weeks and months. */
export function periodsOf(firstDay: IsoDate | null, lastDay: IsoDate | null): readonly NamedPeriod[] {
  if (!firstDay || !lastDay) return [];
  const first = addCalendarDays(firstDay, LEARNING_DAYS);
  if (first > lastDay) return [];
  const clipped = (id: PeriodId, from: IsoDate, to: IsoDate): NamedPeriod => ({
    id,
    from: from < first ? first : from,
    to: to > lastDay ? lastDay : to,
  });
  const years: NamedPeriod[] = [];
  for (let year = schoolYearOfDate(lastDay); year >= schoolYearOfDate(first); year--) {
    years.push(clipped(`year-${year}`, `${year}-09-01`, `${year + 1}-08-31`));
  }
  return [
    ...years,
    clipped('weeks', addCalendarDays(lastDay, 1 - WEEKS_DAYS), lastDay),
    clipped('months', addCalendarDays(lastDay, 1 - MONTHS_DAYS), lastDay),
  ];
}
