import { listKitchens } from '../../../db/catalogue/kitchens.ts';
import { listSiteDiners, saveSiteDiners } from '../../../db/catalogue/site-diners.ts';
import {
  daysOfBoth,
  enrolmentOfSite,
  mergeSites,
  namesOfSite,
  releaseName,
  removeSite,
  updateSite,
} from '../../../db/edit-sites.ts';
import { type SiteDates, saveSiteDates } from '../../../db/site-dates.ts';
import { addSiteName } from '../../../db/site-names.ts';
import { addEnrolment, SiteExistsError, summariseSites } from '../../../db/sites.ts';
import { listUsualDays, removeUsualDay, saveUsualDay } from '../../../db/usual-days.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import { schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import type { Site } from '../../../forecasting/domain/records.ts';
import { defaultDiners } from '../../../forecasting/orders/site-diners.ts';
import type { Input, Output } from '../../api/contract.ts';
import type { SiteDetails } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';
import { siteOf } from './site-of.ts';

type Asked = Pick<Context, 'db' | 'today' | 'language'>;

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
    kitchenId: listSiteDiners(db).find((one) => one.siteId === siteId)?.kitchenId ?? null,
    kitchens: listKitchens(db).map(({ id: kitchen, name }) => ({ id: kitchen, name })),
    usual: listUsualDays(db).find((one) => one.siteId === siteId)?.children ?? null,
  };
}

/** Corrects what is given, all or nothing. */
export function changeSite(context: Asked, change: Input<'sites.update'>): SiteDetails {
  const { db, today } = context;
  const { siteId, usual, enrolment } = change;
  const site = siteOf(db, siteId);
  const facts = { ...site, ...pick(change) };
  const dates = { openFrom: site.openFrom ?? null, closedFrom: site.closedFrom ?? null };
  const apply = db.transaction(() => {
    updateSite(db, siteId, facts);
    if (usual === null) removeUsualDay(db, siteId);
    else if (usual !== undefined) saveUsualDay(db, { siteId, children: usual, entered: today });
    if (enrolment !== undefined) addEnrolment(db, siteId, facts.name, { ...enrolment, enteredOn: today });
    keepDates(context, site, { ...dates, ...pickDates(change) });
    if (change.kitchenId !== undefined) cookIn(db, siteId, change.kitchenId);
    if (change.addName !== undefined && !addSiteName(db, siteId, change.addName)) {
      throw new ServiceError('refused', (t) => t.errors.nameOfOther(change.addName ?? ''));
    }
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

/** From when it is open and closed for good; what was recorded outside of these days stays on record. */
function keepDates({ db, language }: Asked, { id, name }: Site, dates: SiteDates): void {
  const { openFrom, closedFrom } = dates;
  if (openFrom !== null && closedFrom !== null && closedFrom <= openFrom) {
    const [closed, open] = [closedFrom, openFrom].map((date) => spelledDate(date, language));
    throw new ServiceError('refused', (t) => t.errors.closedBeforeOpen(name, closed ?? '', open ?? ''));
  }
  saveSiteDates(db, id, dates);
}

const pickDates = ({ openFrom, closedFrom }: Input<'sites.update'>) => ({
  ...(openFrom === undefined ? {} : { openFrom }),
  ...(closedFrom === undefined ? {} : { closedFrom }),
});

/** The kitchen that cooks for a site; `null`: it cooks for itself. */
function cookIn(db: Context['db'], siteId: number, kitchenId: number | null): void {
  if (kitchenId !== null && !listKitchens(db).some(({ id }) => id === kitchenId)) {
    throw new ServiceError('not-found', (t) => t.provision.kitchenNotFound(kitchenId ?? 0));
  }
  const diners = listSiteDiners(db).find((one) => one.siteId === siteId) ?? defaultDiners(siteId);
  if (diners.kitchenId !== kitchenId) saveSiteDiners(db, { ...diners, kitchenId });
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
