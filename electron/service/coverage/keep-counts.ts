import { readSiteAttendance } from '../../../db/attendance.ts';
import { readSiteCorrections, removeCorrection, saveCorrection } from '../../../db/count-corrections.ts';
import { type ManualCount, readManualCounts, saveManualCounts } from '../../../db/manual-attendance.ts';
import type { Database } from '../../../db/open.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { IsoDate } from '../../../forecasting/domain/records.ts';

/**
 * Keeps counts of one site entered by hand; `null` takes one away. Where a file gives the day's count it stays, and
 * the entered one stands over it: importing the file again changes nothing.
 */
export function keepCounts(
  db: Database,
  siteId: number,
  counts: readonly ManualCount[],
  today: IsoDate,
): void {
  const days = counts.map(({ day }) => day);
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const { day, served } = readSiteAttendance(db, siteId, from, to, 'files');
  const manual = new Set(readManualCounts(db, siteId, from, to).map((count) => count.day));
  const ofFile = new Map(
    [...day].flatMap((of, i) => {
      const count = numberAt(served, i);
      return Number.isNaN(count) || manual.has(of) ? [] : [[of, count]];
    }),
  );
  const corrected = new Set(readSiteCorrections(db, siteId, from, to).day);
  const stands = (of: number) => ofFile.has(of) || corrected.has(of);
  saveManualCounts(
    db,
    siteId,
    counts.filter((count) => !stands(count.day)),
  );
  for (const count of counts.filter((one) => stands(one.day))) {
    if (count.served === null || count.served === ofFile.get(count.day))
      removeCorrection(db, siteId, count.day);
    else saveCorrection(db, siteId, count.day, count.served, today);
  }
}
