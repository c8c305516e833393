import { readSiteAttendance } from '../../../db/attendance.ts';
import { readManualCounts, saveManualCounts } from '../../../db/manual-attendance.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { listSites } from '../../../db/sites.ts';
import { toDay, toIso } from '../../../forecasting/calendar/day.ts';
import type { Input, Output } from '../../api/contract.ts';
import type { IsoDate } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';

/** Keeps served counts that someone typed in; a day that is still to come has none. */
export function saveAttendance(
  { db, today, language }: Pick<Context, 'db' | 'today' | 'language'>,
  { siteId, days }: Input<'attendance.save'>,
): Output<'attendance.save'> {
  if (!listSites(db).some(({ id }) => id === siteId)) {
    throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
  }
  if (days.some(({ date, served }) => served !== null && date > today)) {
    throw new ServiceError('refused', (t) => t.errors.countAhead);
  }
  const counts = days.map(({ date, served }) => ({ day: toDay(date), served }));
  const ofFile = firstOfFile(
    db,
    siteId,
    counts.map(({ day }) => day),
  );
  if (ofFile !== null) {
    throw new ServiceError('refused', (t) => t.errors.countOfFile(spelledDate(ofFile, language)));
  }
  saveManualCounts(db, siteId, counts);
  return null;
}

/** The first of some days whose count a file gives: what a file says stays its own. */
function firstOfFile(db: ReadonlyDatabase, siteId: number, days: readonly number[]): IsoDate | null {
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const { day, served } = readSiteAttendance(db, siteId, from, to);
  const typed = new Set(readManualCounts(db, siteId, from, to).map((count) => count.day));
  const asked = new Set(days);
  const found = day.find((of, i) => asked.has(of) && !Number.isNaN(served[i]) && !typed.has(of));
  return found === undefined ? null : toIso(found);
}
