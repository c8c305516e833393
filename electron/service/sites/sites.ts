import { addSite, SiteExistsError, summariseSites } from '../../../db/sites.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import type { SiteDraft, SiteRecord } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';

/** Adds a canteen entered by hand; its enrolment is that of the current school year, its ordinary day an estimate. */
export function addManualSite(
  { db, today }: Context,
  { name, kind, capacity, enrolled, usual = null }: SiteDraft,
): SiteRecord {
  const schoolYear = schoolYearOf(toDay(today));
  try {
    const { id } = addSite(db, {
      name,
      kind,
      capacity,
      enrolled: enrolled === null ? null : { schoolYear, children: enrolled, enteredOn: today },
      ...(usual === null ? {} : { usual: { children: usual, entered: today } }),
    });
    return summariseSites(db).find((site) => site.id === id) as SiteRecord;
  } catch (error) {
    throw error instanceof SiteExistsError
      ? new ServiceError('refused', (t) => t.errors.siteExists(name))
      : error;
  }
}
