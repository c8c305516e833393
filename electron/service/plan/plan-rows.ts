import { orderQuantity } from '../../../forecasting/orders/service-level.ts';
import type { IsoDate, Site } from '../../../forecasting/records.ts';
import type { AttendanceModel, DayStatus, SiteForecast } from '../../../forecasting/types.ts';
import type { Flag, PlanRow } from '../../api/records.ts';

/** One site on one day: whether it serves, and what is expected. */
export interface SiteDay {
  readonly site: Site;
  readonly date: IsoDate;
  readonly status: DayStatus;
  /** `null`: closed, or no forecast can be made. */
  readonly forecast: SiteForecast | null;
}

/** A site of which nothing at all is known gets a zero from the last rule: that is no forecast. */
const isFounded = ({ model, mean }: SiteForecast) => model !== 'enrolment' || mean > 0;

export function siteDay(model: AttendanceModel, site: Site, date: IsoDate): SiteDay {
  const status = model.status(site.id, date);
  const forecast = status.closed ? null : model.forecast(site.id, date);
  return { site, date, status, forecast: forecast && isFounded(forecast) ? forecast : null };
}

function flagsOf(status: DayStatus, site: Site, order: number): readonly Flag[] {
  const over = site.capacity !== null && order > site.capacity;
  return over && !status.flags.includes('over-capacity') ? [...status.flags, 'over-capacity'] : status.flags;
}

/** The row of a site-day that has a forecast. */
export function planRow({ site, status }: SiteDay, forecast: SiteForecast, serviceLevel: number): PlanRow {
  const order = orderQuantity(forecast, serviceLevel);
  return {
    siteId: site.id,
    site: site.name,
    siteKind: site.kind,
    capacity: site.capacity,
    date: forecast.date,
    mean: forecast.mean,
    low: forecast.quantile(0.1),
    median: forecast.quantile(0.5),
    high: forecast.quantile(0.9),
    order,
    serviceLevel,
    flags: flagsOf(status, site, order),
    model: forecast.model,
  };
}
