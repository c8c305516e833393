import { enrolmentKnownFrom } from '../calendar/school-year.ts';
import type { Enrolment } from '../records.ts';

/** Children enrolled per site and school year. */
export interface EnrolmentIndex {
  /** Children of a school year as known at an origin; the latest earlier year where it is not known yet. */
  at(siteId: number, schoolYear: number, origin: number): number | null;
}

export function indexEnrolment(enrolment: readonly Enrolment[]): EnrolmentIndex {
  const bySite = new Map<number, Map<number, number>>();
  for (const e of enrolment) {
    const years = bySite.get(e.siteId) ?? new Map<number, number>();
    years.set(e.schoolYear, e.children);
    bySite.set(e.siteId, years);
  }
  return {
    at(siteId, schoolYear, origin) {
      const years = bySite.get(siteId);
      if (years === undefined) return null;
      for (let year = schoolYear; year > schoolYear - 4; year--) {
        const children = years.get(year);
        if (children !== undefined && children > 0 && enrolmentKnownFrom(year) <= origin) return children;
      }
      return null;
    },
  };
}
