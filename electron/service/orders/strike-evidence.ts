import { toDay } from '../../../forecasting/calendar/day.ts';
import type { History, IsoDate } from '../../../forecasting/domain/records.ts';
import type { StrikeEvidence } from '../../api/records.ts';

const week = 7;
/** Same weekdays before a strike that say what was usual, and how far back they are looked for. */
const usualDays = 4;
const weeksBack = 12;
/** Within a tenth of the usual a day was as usual; below seven tenths it was far from it. */
const asUsualFrom = 0.9;
const farBelow = 0.7;

/**
 * What past strikes did at one site until a day, itself left out: meals served against the median of the same
 * weekdays before. Strikes without a record, or with no usual to compare with, are not counted.
 */
export function strikeEvidence(
  { closures, attendance }: Pick<History, 'closures' | 'attendance'>,
  siteId: number,
  until: IsoDate,
): StrikeEvidence {
  const end = toDay(until);
  const served = new Map<number, number>();
  for (const [i, day] of attendance.day.entries()) {
    const count = attendance.served[i] ?? Number.NaN;
    if (attendance.site[i] === siteId && day < end && !Number.isNaN(count)) served.set(day, count);
  }
  const struck = new Set(
    closures
      .filter((one) => one.kind === 'strike' && (one.siteId === null || one.siteId === siteId))
      .map(({ date }) => toDay(date)),
  );
  const shares = [...struck].flatMap((day) => {
    const count = served.get(day);
    const usual = usualBefore(day, served, struck);
    return count === undefined || usual === null ? [] : [count / usual];
  });
  const asUsual = shares.filter((share) => share >= asUsualFrom).length;
  const far = shares.filter((share) => share <= farBelow).length;
  return { days: shares.length, asUsual, fewer: shares.length - asUsual - far, far };
}

function usualBefore(
  strike: number,
  served: ReadonlyMap<number, number>,
  struck: ReadonlySet<number>,
): number | null {
  const counts: number[] = [];
  for (let back = 1; back <= weeksBack && counts.length < usualDays; back++) {
    const day = strike - back * week;
    const count = struck.has(day) ? 0 : (served.get(day) ?? 0);
    if (count > 0) counts.push(count);
  }
  if (counts.length < 2) return null;
  const sorted = counts.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}
