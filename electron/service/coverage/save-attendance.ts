import { listSites } from '../../../db/sites.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import type { Input, Output } from '../../api/contract.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { keepCounts } from './keep-counts.ts';

/** Keeps served counts that someone typed in; a day that is still to come has none. */
export function saveAttendance(
  { db, today }: Pick<Context, 'db' | 'today'>,
  { siteId, days }: Input<'attendance.save'>,
): Output<'attendance.save'> {
  if (!listSites(db).some(({ id }) => id === siteId)) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
  }
  if (days.some(({ date, served }) => served !== null && date > today)) {
    throw new ServiceError('refused', (t) => t.errors.countAhead);
  }
  const counts = days.map(({ date, served }) => ({ day: toDay(date), served }));
  keepCounts(db, siteId, counts, today);
  return null;
}
