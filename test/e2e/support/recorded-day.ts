import { readAttendance } from '../../../db/attendance.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { readServings } from '../../../db/servings.ts';
import { listSites } from '../../../db/sites.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import { normaliseDish } from '../../../forecasting/dishes/dish.ts';
import { formatCount, formatPercent } from '../../../renderer/format/numbers.ts';
import { TODAY } from './served-app.ts';

/** Site by site: orders as they were approved, children that were served. */
export interface RecordedDay {
  readonly date: string;
  readonly sites: readonly string[];
  readonly ordered: readonly number[];
  readonly served: readonly number[];
}

export const FRIDAY = '2026-12-18';
/** The week's days with meals, and by site what was served more than ordered. */
export const week = [
  { date: TODAY, gaps: [-9, -3, 0, 2, -5, -12], surplus: 29, missing: 2 },
  { date: '2026-12-15', gaps: [-1, 4, -6, -2, 0, -8], surplus: 17, missing: 4 },
  { date: '2026-12-17', gaps: [3, -7, -4, -1, -10, -2], surplus: 24, missing: 3 },
  { date: FRIDAY, gaps: [-5, 0, 1, -9, -3, -6], surplus: 23, missing: 1 },
] as const;
/** What is then served less than ordered over the week, all sites: 93 too many less 10 missing. */
export const weekGap = -83;

export const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
export const count = (n: number) => formatCount(n, 'fr');

/**
 * The take-up of a dish by site as its page shows it, worked out from what the files say and from a day that was typed:
 * as many portions prepared as ordered, and `leftEach` left at every site.
 */
export function takeUpByHand(
  db: ReadonlyDatabase,
  key: string,
  monday: RecordedDay,
  leftEach: number,
): readonly (readonly string[])[] {
  const { sites, served: children, ordered } = monday;
  const { site, day, served } = readAttendance(db);
  const diners = new Map(Array.from(site, (id, i) => [`${id} ${day[i]}`, served[i] ?? 0]));
  const earlier = readServings(db).filter(
    (one) => one.date < monday.date && normaliseDish(one.dish).key === key,
  );
  const ids = new Map(listSites(db).map(({ id, name }) => [name, id]));
  return sites.map((name, i) => {
    const own = earlier.filter(({ siteId }) => siteId === ids.get(name));
    const [prepared, eaters] = [ordered[i] ?? 0, children[i] ?? 0];
    const taken = sum(own.map((one) => one.served)) + prepared - leftEach;
    const present = sum(own.map(({ siteId, date }) => diners.get(`${siteId} ${toDay(date)}`) ?? 0)) + eaters;
    const cooked = sum(own.map((one) => one.prepared ?? 0)) + prepared;
    const left = sum(own.map((one) => one.left ?? 0)) + leftEach;
    const soldOut = own.filter((one) => one.served >= (one.prepared ?? Number.POSITIVE_INFINITY)).length;
    return [
      name,
      count(own.length + 1),
      formatPercent(taken / present, 'fr'),
      formatPercent(left / cooked, 'fr'),
      soldOut === 0 ? '–' : soldOut === 1 ? '1 jour' : `${soldOut} jours`,
    ];
  });
}
