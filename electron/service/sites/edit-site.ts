import {
  daysOfBoth,
  enrolmentOfSite,
  mergeSites,
  namesOfSite,
  releaseName,
  removeSite,
  updateSite,
} from '../../../db/edit-sites.ts';
import { addEnrolment, SiteExistsError, summariseSites } from '../../../db/sites.ts';
import { listUsualDays, removeUsualDay, saveUsualDay } from '../../../db/usual-days.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import type { Input, Output } from '../../api/contract.ts';
import type { SiteDetails } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { siteOf } from './site-of.ts';

type Asked = Pick<Context, 'db' | 'today'>;

/** School years whose enrolment can be entered, beside those on record. */
const yearsShown = 3;

export function siteDetails({ db, today }: Asked, { siteId }: Input<'sites.details'>): SiteDetails {
  const { id } = siteOf(db, siteId);
  const site = summariseSites(db).find((one) => one.id === id);
  if (site === undefined) throw new ServiceError('not-found', (t) => t.errors.siteNotFound(String(siteId)));
  const known = new Map(enrolmentOfSite(db, siteId).map((one) => [one.schoolYear, one]));
  const current = schoolYearOf(toDay(today));
  const years = new Set([...known.keys(), ...Array.from({ length: yearsShown }, (_, i) => current - i)]);
  const none = { children: null, schools: 0, file: null, enteredOn: null };
  return {
    ...site,
    names: namesOfSite(db, siteId),
    enrolment: [...years]
      .sort((a, b) => b - a)
      .map((schoolYear) => ({ ...(known.get(schoolYear) ?? none), schoolYear })),
    usual: listUsualDays(db).find((one) => one.siteId === siteId)?.children ?? null,
  };
}

/** Corrects what is given, all or nothing. */
export function changeSite(context: Asked, change: Input<'sites.update'>): SiteDetails {
  const { db, today } = context;
  const { siteId, usual, enrolment } = change;
  const site = siteOf(db, siteId);
  const facts = { ...site, ...pick(change) };
  const apply = db.transaction(() => {
    updateSite(db, siteId, facts);
    if (usual === null) removeUsualDay(db, siteId);
    else if (usual !== undefined) saveUsualDay(db, { siteId, children: usual, entered: today });
    if (enrolment !== undefined) addEnrolment(db, siteId, facts.name, { ...enrolment, enteredOn: today });
    if (change.releaseName !== undefined) releaseName(db, siteId, change.releaseName);
  });
  try {
    apply.immediate();
  } catch (error) {
    throw error instanceof SiteExistsError
      ? new ServiceError('refused', (t) => t.errors.siteInUse(facts.name))
      : error;
  }
  return siteDetails(context, { siteId });
}

const pick = ({ name, kind, sector, capacity }: Input<'sites.update'>) => ({
  ...(name === undefined ? {} : { name }),
  ...(kind === undefined ? {} : { kind }),
  ...(sector === undefined ? {} : { sector }),
  ...(capacity === undefined ? {} : { capacity }),
});

export function overlapOf({ db }: Asked, { siteId, into }: Input<'sites.overlap'>): Output<'sites.overlap'> {
  return daysOfBoth(db, siteOf(db, siteId).id, siteOf(db, into).id);
}

export function mergeTwoSites(context: Asked, { siteId, into }: Input<'sites.merge'>): SiteDetails {
  const { db } = context;
  const [from, to] = [siteOf(db, siteId), siteOf(db, into)];
  if (from.id === to.id) throw new ServiceError('refused', (t) => t.errors.mergeWithItself);
  mergeSites(db, from.id, to.id);
  return siteDetails(context, { siteId: to.id });
}

export function removeOneSite({ db }: Asked, { siteId }: Input<'sites.remove'>): null {
  removeSite(db, siteOf(db, siteId).id);
  return null;
}
