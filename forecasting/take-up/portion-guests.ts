import { toDay } from '../calendar/day.ts';
import type { AttendanceColumns, History, IsoDate } from '../domain/records.ts';
import type { AttendanceModel, Hooks } from '../domain/types.ts';
import { attendanceModel } from '../models/attendance.ts';
import { countedDays, dinerIndex, dishReader, type Offer, offersOf, type TakeUpHistory } from './offers.ts';

interface Guests {
  readonly site: number;
  readonly day: number;
  readonly served: number;
  readonly staff: number;
}

const keyOf = (site: number, day: number) => `${site}|${day}`;

const takenOf = ({ rows }: Offer) =>
  rows.reduce((sum, { taken }) => sum + (Number.isNaN(taken) ? 0 : taken), 0);

/** Adds the guests of site-days with dishes and no count of guests: the most that took something on one course. */
export function withDinersOfDishes(
  attendance: AttendanceColumns,
  offers: readonly Offer[],
): AttendanceColumns {
  const diners = new Map<string, Guests>();
  const { site, day, served, staff } = attendance;
  for (let i = 0; i < site.length; i++) {
    const [s, d] = [site[i], day[i]];
    diners.set(keyOf(s, d), { site: s, day: d, served: served[i], staff: staff[i] });
  }
  for (const [at, same] of Map.groupBy(offers, ({ siteId, day: d }) => keyOf(siteId, d))) {
    const known = diners.get(at);
    if (known !== undefined && !Number.isNaN(known.served)) continue;
    const { siteId, day: d } = same[0];
    const most = same.reduce((max, offer) => Math.max(max, takenOf(offer)), 0);
    diners.set(at, { site: siteId, day: d, served: most, staff: known?.staff ?? Number.NaN });
  }
  return columnsOf([...diners.values()]);
}

function columnsOf(guests: readonly Guests[]): AttendanceColumns {
  const sorted = guests.toSorted((a, b) => a.site - b.site || a.day - b.day);
  return {
    site: Int32Array.from(sorted, (row) => row.site),
    day: Int32Array.from(sorted, (row) => row.day),
    served: Float64Array.from(sorted, (row) => row.served),
    staff: Float64Array.from(sorted, (row) => row.staff),
  };
}

/** Sites that count portions and no guests, and the attendance model of those who take something there. */
export interface PortionGuests {
  readonly siteIds: ReadonlySet<number>;
  readonly model: AttendanceModel;
}

/**
 * Sites that count portions and no guests, as if those who took something of the fullest course were the guests; of a
 * day without a choice, the most of one dish. Which days such a site serves is known by them, and where its dishes are
 * shares of a course's sum (`TakeUpModel.guestsUnknown` says no), how many take something. `null`: there is no such site.
 */
export function portionGuests(
  history: History & TakeUpHistory,
  origin: IsoDate,
  hooks: Hooks = {},
): PortionGuests | null {
  const last = toDay(origin);
  const counted = dinerIndex(history.attendance, last);
  const servings = history.servings.filter(({ siteId }) => !counted.has(siteId));
  if (servings.length === 0) return null;
  const own = { ...history, servings };
  const days = countedDays(own, dishReader(own), last);
  const most = days.map(({ siteId, day, dishes }): Guests => {
    const served = [...dishes.values()].reduce((max, dish) => Math.max(max, dish.served), 0);
    return { site: siteId, day, served, staff: Number.NaN };
  });
  const chosen = withDinersOfDishes(columnsOf([]), offersOf(own, last));
  const sums = new Map(
    [...chosen.day].map((day, i) => [keyOf(chosen.site[i], day), chosen.served[i]] as const),
  );
  const attendance = columnsOf(
    most.map((day) => ({ ...day, served: sums.get(keyOf(day.site, day.day)) ?? day.served })),
  );
  const serving = new Set(days.map(({ siteId }) => siteId));
  const sites = history.sites.filter(({ id }) => serving.has(id));
  if (sites.length === 0) return null;
  const model = attendanceModel({ ...history, sites, attendance }, origin, hooks);
  return { siteIds: new Set(sites.map(({ id }) => id)), model };
}
