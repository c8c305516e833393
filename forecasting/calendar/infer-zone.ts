import type { SchoolHoliday, SchoolZone } from '../domain/records.ts';
import { toDay, weekday } from './day.ts';
import { schoolYearOf } from './school-year.ts';

/** How many sites served a meal on a day; days without service are absent. */
export interface ServedDay {
  readonly day: number;
  readonly sites: number;
}

/** School days everywhere; on Wednesdays it depends on the town. */
const schoolWeekdays: readonly number[] = [1, 2, 4, 5];
/** Share of the meals' site-days that may lie in the holidays of the zone found: slips of the pen. */
const mostConflicts = 0.02;
/** School days of all sites by which a zone must fit better than the next one. */
const clearBy = 3;

/**
 * The zone whose published holidays fit the days on which meals were served: fewest site-days served in its
 * holidays, fewest silent school days outside them. `null` when two zones fit about as well, when none does, or
 * when nothing was served in the years that are published. `served` is sorted by day.
 */
export function inferZone(
  served: readonly ServedDay[],
  published: readonly SchoolHoliday[],
): SchoolZone | null {
  const years = comparableYears(published);
  const counted = served.filter(({ day, sites }) => sites > 0 && years.has(schoolYearOf(day)));
  const usual = counted.map(({ sites }) => sites).sort((a, b) => a - b)[counted.length >> 1];
  if (usual === undefined) return null;
  const sitesOn = new Map(counted.map(({ day, sites }) => [day, sites]));
  const silent = silentDays(sitesOn, years);
  const fits = zonesOf(published).map((zone) => fitOf(zone, published, sitesOn, silent));
  const [best, next] = fits.sort((a, b) => misfit(a, usual) - misfit(b, usual));
  if (best === undefined) return null;
  const total = counted.reduce((sum, { sites }) => sum + sites, 0);
  const isClear = next === undefined || misfit(next, usual) - misfit(best, usual) >= clearBy * usual;
  return isClear && best.conflicts <= mostConflicts * total ? best.zone : null;
}

export const zonesOf = (holidays: readonly SchoolHoliday[]): readonly SchoolZone[] => [
  ...new Set(holidays.map(({ zone }) => zone)),
];

interface Fit {
  readonly zone: SchoolZone;
  /** Site-days served in its holidays. */
  readonly conflicts: number;
  /** School days without any meal that its holidays do not explain. */
  readonly unexplained: number;
}

const misfit = ({ conflicts, unexplained }: Fit, usual: number) => conflicts + unexplained * usual;

/** A year that only a few zones publish would be compared with nothing. */
function comparableYears(published: readonly SchoolHoliday[]): ReadonlySet<number> {
  const zonesIn = new Map<number, Set<SchoolZone>>();
  for (const { zone, firstDay } of published) {
    const year = schoolYearOf(toDay(firstDay));
    zonesIn.set(year, (zonesIn.get(year) ?? new Set()).add(zone));
  }
  const most = zonesOf(published).length;
  return new Set([...zonesIn].filter(([, zones]) => zones.size * 2 > most).map(([year]) => year));
}

/** School weekdays between the first and the last day served on which nobody served. */
function silentDays(sitesOn: ReadonlyMap<number, number>, years: ReadonlySet<number>): readonly number[] {
  const days = [...sitesOn.keys()];
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const silent: number[] = [];
  for (let day = first; day <= last; day++) {
    const isSchoolDay = schoolWeekdays.includes(weekday(day)) && years.has(schoolYearOf(day));
    if (isSchoolDay && !sitesOn.has(day)) silent.push(day);
  }
  return silent;
}

function fitOf(
  zone: SchoolZone,
  published: readonly SchoolHoliday[],
  sitesOn: ReadonlyMap<number, number>,
  silent: readonly number[],
): Fit {
  const off = new Set<number>();
  for (const holiday of published) {
    if (holiday.zone !== zone) continue;
    for (let day = toDay(holiday.firstDay); day <= toDay(holiday.lastDay); day++) off.add(day);
  }
  let conflicts = 0;
  for (const [day, sites] of sitesOn) conflicts += off.has(day) ? sites : 0;
  return { zone, conflicts, unexplained: silent.filter((day) => !off.has(day)).length };
}
