import { toDay } from '../calendar/day.ts';
import { enrolmentKnownFrom } from '../calendar/school-year.ts';
import type { Enrolment } from '../domain/records.ts';

/** Children enrolled per site and school year. */
export interface EnrolmentIndex {
  /** Children of a school year as known at an origin; the latest earlier year where it is not known yet. */
  at(siteId: number, schoolYear: number, origin: number): number | null;
}

interface Known {
  readonly children: number;
  /** The first day at whose end it was known. */
  readonly from: number;
}

/** From the day on which it was entered; 1 September for a year that was entered after the fact. */
function knownFrom({ schoolYear, entered }: Enrolment): number {
  const usual = enrolmentKnownFrom(schoolYear);
  return entered ? Math.min(usual, toDay(entered)) : usual;
}

export function indexEnrolment(enrolment: readonly Enrolment[]): EnrolmentIndex {
  const bySite = new Map<number, Map<number, Known>>();
  for (const e of enrolment) {
    const years = bySite.get(e.siteId) ?? new Map<number, Known>();
    years.set(e.schoolYear, { children: e.children, from: knownFrom(e) });
    bySite.set(e.siteId, years);
  }
  return {
    at(siteId, schoolYear, origin) {
      const years = bySite.get(siteId);
      if (years === undefined) return null;
      for (let year = schoolYear; year > schoolYear - 4; year--) {
        const known = years.get(year);
        if (known !== undefined && known.children > 0 && known.from <= origin) return known.children;
      }
      return null;
    },
  };
}
