import { addDays } from '../../../forecasting/calendar/day.ts';
import type { IsoDate } from '../../../forecasting/domain/records.ts';
import type { AttendanceModel } from '../../../forecasting/domain/types.ts';
import type { PastDay, PastGap } from '../../api/records.ts';

const week = 7;

/** The same weekdays without a record between the first of the past days and a date, and why they were closed. */
export function pastGaps(
  model: AttendanceModel,
  siteId: number,
  past: readonly PastDay[],
  date: IsoDate,
): readonly PastGap[] {
  const recorded = new Set(past.map((day) => day.date));
  const gaps: PastGap[] = [];
  for (let on = past[0]?.date ?? date; on < date; on = addDays(on, week)) {
    if (!recorded.has(on)) gaps.push({ date: on, closed: model.status(siteId, on).closed });
  }
  return gaps;
}
