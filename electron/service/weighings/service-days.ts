import { listKitchens } from '../../../db/catalogue/kitchens.ts';
import { listSiteDiners } from '../../../db/catalogue/site-diners.ts';
import type { StoredCampaign } from '../../../db/weighings.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import { wasteSources } from '../../../forecasting/domain/waste-records.ts';
import type { Input } from '../../api/contract.ts';
import type { IsoDate, ProposedCampaign } from '../../api/records.ts';
import { dayStatuses, schoolDays } from '../calendar/school-days.ts';
import type { Context } from '../context/use-case.ts';
import { siteOf } from '../sites/site-of.ts';

type Period = Pick<StoredCampaign, 'siteId' | 'from' | 'to' | 'days'>;

/** The days of a campaign: days of service, and those that were weighed all the same. */
export function serviceDays(
  context: Context,
  campaigns: readonly Period[],
): (campaign: Period) => readonly IsoDate[] {
  const starts = campaigns.map(({ from }) => from).toSorted();
  const ends = campaigns.map(({ to }) => to).toSorted();
  const days = schoolDays(context.db, starts[0] ?? context.today, ends.at(-1) ?? context.today);
  return ({ siteId, from, to, days: weighed }) => {
    const open = [...dayStatuses(context, days, siteId, from, to)].flatMap(([date, { closed }]) =>
      closed === null ? [date] : [],
    );
    return [...new Set([...open, ...weighed.map(({ date }) => date)])].sort();
  };
}

/** Days that represent a site, and how far ahead they are looked for: over the summer, too. */
const usualDays = 5;
const furthest = 100;
/** Five days of service of a week of four span eight days, of nine with a public holiday. */
const longestSpan = 9;

/** The next five days of service from today, and what the site weighs: who is delivered to cooks nothing. */
export function proposedCampaign(context: Context, { siteId }: Input<'weighings.propose'>): ProposedCampaign {
  siteOf(context.db, siteId);
  const { today } = context;
  const last = addDays(today, furthest);
  const open = [...dayStatuses(context, schoolDays(context.db, today, last), siteId, today, last)].flatMap(
    ([date, { closed }]) => (closed === null ? [date] : []),
  );
  // Days on both sides of holidays are no ordinary week.
  const start = open.findIndex((date, i) => (open[i + usualDays - 1] ?? last) <= addDays(date, longestSpan));
  const days = open.slice(Math.max(0, start), Math.max(0, start) + usualDays);
  const diners = listSiteDiners(context.db);
  const own = diners.find((one) => one.siteId === siteId)?.kitchenId ?? null;
  const kitchen = listKitchens(context.db).find(({ id }) => id === own);
  const delivered = kitchen !== undefined && diners.filter(({ kitchenId }) => kitchenId === own).length > 1;
  return {
    from: days[0] ?? today,
    to: days.at(-1) ?? addDays(today, usualDays - 1),
    sources: delivered ? wasteSources.filter((source) => source !== 'preparation') : wasteSources,
    kitchen: delivered ? kitchen.name : null,
  };
}
