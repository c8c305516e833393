import { listServiceWeeks, removeServiceWeek, saveServiceWeek } from '../../../db/service-weeks.ts';
import { toDay } from '../../../forecasting/calendar/day.ts';
import type { WeekPattern } from '../../../forecasting/domain/records.ts';
import { buildSources } from '../../../forecasting/models/sources.ts';
import type { Input } from '../../api/contract.ts';
import type { SiteServiceWeek } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';
import { siteOf } from '../sites/site-of.ts';

type Asked = Pick<Context, 'db' | 'models' | 'today' | 'language' | 'progress' | 'cancelled'>;

/** The days of service of a site: those in force today, what its records say, and every statement. */
export function serviceWeekOf(context: Asked, { siteId }: Input<'sites.serviceWeek'>): SiteServiceWeek {
  siteOf(context.db, siteId);
  const today = toDay(context.today);
  const { frame, weeks } = buildSources(context.models.history(context), today, today);
  const site = frame.indexOf.get(siteId) as number;
  const learned = weeks.learned(site);
  const inForce = weeks.statedAt(site, today);
  return {
    siteId,
    week: inForce?.week ?? learned,
    source: inForce !== null ? 'stated' : weeks.hasPast(site) ? 'records' : 'town',
    since: inForce?.from ?? null,
    learned,
    stated: listServiceWeeks(context.db).flatMap(({ siteId: of, ...stated }) =>
      of === siteId ? [stated] : [],
    ),
  };
}

/** Each weekday once, in order; what is served every week is not served every other one too. */
function tidied({ weekdays, everyOtherWeek }: WeekPattern): WeekPattern {
  const every = [...new Set(weekdays)].sort();
  return {
    weekdays: every,
    everyOtherWeek: [...new Set(everyOtherWeek)].filter((w) => !every.includes(w)).sort(),
  };
}

const isEmpty = ({ weekdays, everyOtherWeek }: WeekPattern) => weekdays.length + everyOtherWeek.length === 0;

export function stateServiceWeek(
  context: Asked,
  { siteId, from, week }: Input<'sites.saveServiceWeek'>,
): SiteServiceWeek {
  const site = siteOf(context.db, siteId);
  if (isEmpty(week.term) && isEmpty(week.holidays)) {
    throw new ServiceError('refused', (t) => t.calendar.noWeekday(site.name));
  }
  if (from < context.today) {
    const [date, today] = [from, context.today].map((day) => spelledDate(day, context.language));
    throw new ServiceError('refused', (t) => t.calendar.weekInPast(date ?? '', today ?? ''));
  }
  const tidy = { term: tidied(week.term), holidays: tidied(week.holidays) };
  saveServiceWeek(context.db, { siteId, from, week: tidy });
  return serviceWeekOf(context, { siteId });
}

export function forgetServiceWeek(
  context: Asked,
  { siteId, from }: Input<'sites.removeServiceWeek'>,
): SiteServiceWeek {
  const site = siteOf(context.db, siteId);
  if (!removeServiceWeek(context.db, siteId, from)) {
    const date = spelledDate(from, context.language);
    throw new ServiceError('not-found', (t) => t.calendar.noStatement(site.name, date));
  }
  return serviceWeekOf(context, { siteId });
}
