import type { Database } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import { saveTypedCounts } from '../../../db/typed-attendance.ts';
import { toDay, toIso } from '../../../forecasting/calendar/day.ts';
import type { Input, Output } from '../../api/contract.ts';
import type { IsoDate } from '../../api/records.ts';
import { ServiceError } from '../errors.ts';

/** Keeps served counts that someone typed in; a day that is still to come has none. */
export function saveAttendance(
  { db, today }: { readonly db: Database; readonly today: IsoDate },
  { siteId, days }: Input<'attendance.save'>,
): Output<'attendance.save'> {
  if (!listSites(db).some(({ id }) => id === siteId)) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
  }
  if (days.some(({ date, served }) => served !== null && date > today)) {
    throw new ServiceError('refused', (t) => t.errors.countAhead);
  }
  const before = saveTypedCounts(
    db,
    siteId,
    days.map(({ date, served }) => ({ day: toDay(date), served })),
  );
  return { before: before.map(({ day, served }) => ({ date: toIso(day), served })) };
}
