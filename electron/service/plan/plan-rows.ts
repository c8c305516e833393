import { orderQuantity } from '../../../forecasting/orders/service-level.ts';
import type { IsoDate, Site } from '../../../forecasting/records.ts';
import type { DayStatus, SiteForecast } from '../../../forecasting/types.ts';
import type { Deadline, Decision, Flag, PlanRow } from '../../api/records.ts';
import type { Figures } from '../orders/decision.ts';
import type { PlanModels } from './plan-models.ts';

/** One site on one day: whether it serves, and what is expected. */
export interface SiteDay {
  readonly site: Site;
  readonly date: IsoDate;
  readonly status: DayStatus;
  /** `null`: closed, or no forecast can be made. */
  readonly forecast: SiteForecast | null;
  /** Last day whose records were looked at. */
  readonly asOf: IsoDate;
  readonly deadline: Deadline | null;
}

/** A site of which nothing at all is known gets a zero from the last rule: that is no forecast. */
const isFounded = ({ model, mean }: SiteForecast) => model !== 'enrolment' || mean > 0;

/** What was expected of a site at the end of an origin; no forecast where it was off, or nothing was known of it. */
export function expectedAt(
  models: Pick<PlanModels, 'at'>,
  siteId: number,
  date: IsoDate,
  asOf: IsoDate,
): Pick<SiteDay, 'status' | 'forecast'> {
  const status = models.at(asOf).status(siteId, date);
  return { status, forecast: status.closed ? null : foundedAt(models, siteId, date, asOf) };
}

function foundedAt(models: Pick<PlanModels, 'at'>, siteId: number, date: IsoDate, asOf: IsoDate) {
  const forecast = models.at(asOf).forecast(siteId, date);
  return forecast && isFounded(forecast) ? forecast : null;
}

/**
 * A day known to be off by now needs no model of its order's time; one that is open by now is open, whatever could be
 * guessed then.
 */
export function siteDay(models: PlanModels, site: Site, date: IsoDate): SiteDay {
  const deadline = models.deadline(site.id, date);
  const known = models.knownFor(date);
  const now = models.at(known).status(site.id, date);
  if (now.closed) {
    return { site, date, status: now, forecast: null, asOf: known, deadline };
  }
  const asOf = models.originOf(site.id, date);
  const then = expectedAt(models, site.id, date, asOf);
  const { status, forecast } = then.status.closed
    ? { status: now, forecast: foundedAt(models, site.id, date, asOf) }
    : then;
  return { site, date, asOf, deadline, status, forecast };
}

/** All sites on one day, those of one model together, so that few models are wanted at a time. */
export function siteDays(models: PlanModels, sites: readonly Site[], date: IsoDate): readonly SiteDay[] {
  const byOrigin = Map.groupBy(sites, ({ id }) => models.originOf(id, date));
  const found = new Map(
    [...byOrigin.values()].flat().map((site) => [site.id, siteDay(models, site, date)] as const),
  );
  return sites.flatMap(({ id }) => found.get(id) ?? []);
}

function flagsOf(status: DayStatus, site: Site, order: number): readonly Flag[] {
  const over = site.capacity !== null && order > site.capacity;
  return over && !status.flags.includes('over-capacity') ? [...status.flags, 'over-capacity'] : status.flags;
}

/** What is expected of a site-day that has a forecast, and recommended at a service level. */
export function figuresOf({ asOf }: SiteDay, forecast: SiteForecast, serviceLevel: number): Figures {
  return {
    recommended: orderQuantity(forecast, serviceLevel),
    mean: forecast.mean,
    low: forecast.quantile(0.1),
    median: forecast.quantile(0.5),
    high: forecast.quantile(0.9),
    serviceLevel,
    model: forecast.model,
    asOf,
  };
}

/** The row of a site-day: what is expected, and what was decided. */
export function rowOf(
  { site, date, status, deadline }: SiteDay,
  figures: Figures,
  decision: Decision,
): PlanRow {
  const { mean, low, median, high, serviceLevel, model, asOf } = figures;
  const order = decision.quantity;
  return {
    siteId: site.id,
    site: site.name,
    siteKind: site.kind,
    capacity: site.capacity,
    date,
    mean,
    low,
    median,
    high,
    order,
    decision,
    serviceLevel,
    flags: flagsOf(status, site, order),
    model,
    deadline,
    asOf,
  };
}
