import type { SchoolHoliday, SchoolZone } from '../domain/records.ts';
import { toDay } from './day.ts';
import { zonesOf } from './infer-zone.ts';
import { schoolYearOf } from './school-year.ts';

/** While the zone is unknown, only days that all of these have off are certain. */
const mainland: readonly SchoolZone[] = ['A', 'B', 'C'];

export interface ZoneOf {
  /** As chosen by the user; it wins over all else. */
  readonly chosen: SchoolZone | null;
  /** As the attendance suggests. */
  readonly inferred: SchoolZone | null;
}

/**
 * Imported holidays, and published ones for the school years of which nothing was imported. Without any zone
 * these are the days that the zones of the mainland share.
 */
export function joinHolidays(
  imported: readonly SchoolHoliday[],
  published: readonly SchoolHoliday[],
  { chosen, inferred }: ZoneOf,
): readonly SchoolHoliday[] {
  const ofChosen = imported.filter(({ zone }) => zone === chosen);
  const kept = ofChosen.length > 0 ? ofChosen : imported;
  if (kept.length === 0) return publishedIn(published, chosen ?? inferred);
  const known = zonesOf(published);
  return zonesOf(kept).flatMap((zone) => {
    const own = kept.filter((holiday) => holiday.zone === zone);
    const covered = new Set(own.map(schoolYearOfHoliday));
    const rest = publishedIn(published, chosen ?? (known.includes(zone) ? zone : inferred));
    // They follow one calendar, whatever its file calls the zone.
    return [
      ...own,
      ...rest.filter((holiday) => !covered.has(schoolYearOfHoliday(holiday))).map((h) => ({ ...h, zone })),
    ];
  });
}

const schoolYearOfHoliday = ({ firstDay }: SchoolHoliday) => schoolYearOf(toDay(firstDay));

function publishedIn(published: readonly SchoolHoliday[], zone: SchoolZone | null): readonly SchoolHoliday[] {
  const of = (wanted: SchoolZone): readonly SchoolHoliday[] =>
    published.filter((holiday) => holiday.zone === wanted);
  if (zone !== null) return of(zone);
  const name = mainland.join(', ');
  return mainland
    .map(of)
    .reduce(overlaps)
    .map((holiday) => ({ ...holiday, zone: name }));
}

/** What two lists have in common, under the names of the first. */
function overlaps(a: readonly SchoolHoliday[], b: readonly SchoolHoliday[]): readonly SchoolHoliday[] {
  return a.flatMap((one) =>
    b
      .filter((other) => other.firstDay <= one.lastDay && one.firstDay <= other.lastDay)
      .map((other) => ({
        ...one,
        firstDay: one.firstDay > other.firstDay ? one.firstDay : other.firstDay,
        lastDay: one.lastDay < other.lastDay ? one.lastDay : other.lastDay,
      })),
  );
}
