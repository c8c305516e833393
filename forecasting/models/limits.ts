import { schoolYearOf } from '../calendar/school-year.ts';
import type { Sources } from '../features/inputs.ts';
import { chanceDeviation, type Limits } from '../numerics/sound-forecast.ts';

/** Days of service of a school year and a little: older counts do not say how many may come now. */
const recentDays = 160;

/** How many children may come to a site, `away` of them known not to. */
export interface Children {
  /** Those of whom each comes or not; `null` where neither enrolment nor a record tells. */
  readonly children: number | null;
  /** Most meals: the enrolled, or more where the last year's records say so; infinite without enrolment. */
  readonly most: number;
}

export function childrenAtMost(
  sources: Sources,
  site: number,
  day: number,
  origin: number,
  away: number,
): Children {
  const levels = sources.levels[site];
  const enrolled = sources.enrolment.at(levels.series.site.id, schoolYearOf(day), origin);
  const last = levels.last(origin);
  if (enrolled === null) {
    const most = last < 0 ? null : Math.max(0, levels.largest[last] - away);
    return { children: most, most: Number.POSITIVE_INFINITY };
  }
  let most = enrolled;
  for (let k = Math.max(0, last - recentDays + 1); k <= last; k++) {
    most = Math.max(most, levels.series.served[k]);
  }
  return { children: Math.max(0, most - away), most: Math.max(0, most - away) };
}

export const forecastLimits = ({ children, most }: Children, meals: number): Limits => ({
  most,
  chance: chanceDeviation(meals, children),
});
