import type { Closure, IsoDate, Site } from '../../../forecasting/domain/records.ts';
import type { DayStatus, SiteForecast } from '../../../forecasting/domain/types.ts';
import { orderQuantity } from '../../../forecasting/orders/service-level.ts';
import type { Deadline, Decision, Flag, PlanRow } from '../../api/records.ts';
import type { Messages } from '../messages/messages.ts';
import type { Figures } from './decision.ts';
import { statusWith, supposed } from './events-since.ts';
import type { PlanModels } from './plan-models.ts';

/** One site on one day: whether it serves, and what is expected. */
export interface SiteDay {
  readonly site: Site;
  readonly date: IsoDate;
  /** As known now, whatever was known when the order left. */
  readonly status: DayStatus;
  /** What an order that can still change rests on. `null`: closed, or no forecast can be made. */
  readonly forecast: SiteForecast | null;
  /** By all that is known now. */
  readonly current: SiteForecast | null;
  /** Last day whose records `forecast` looks at, and `current`. */
  readonly asOf: IsoDate;
  readonly known: IsoDate;
  readonly deadline: Deadline | null;
  /** Meals on record. */
  readonly served: number | null;
  /** The site counts portions and no guests: its dishes are planned, without an order of meals. */
  readonly countsPortions: boolean;
}

/** Why an open day has no order. */
export const whyNoOrder = ({ countsPortions }: SiteDay, { refusals }: Messages): string =>
  countsPortions ? refusals.portionsAlone : refusals.noHistory;

/** A site of which nothing at all is known gets a zero from the last rule: that is no forecast. */
const isFounded = (forecast: SiteForecast) => forecast.model !== 'enrolment' || forecast.quantile(0.5) > 0;

/** A site that counts portions alone is no other site of the town: of its guests only an enrolment tells. */
const isGuessed = (models: Founding, { siteId, date, model }: SiteForecast, origin: IsoDate) =>
  model === 'enrolment' &&
  models.countsPortions(siteId) &&
  models.at(origin).status(siteId, date).children === undefined;

type Founding = Pick<PlanModels, 'at' | 'countsPortions'>;

/**
 * What was expected of a site at the end of an origin, had these events been known; `null` where it was off, or nothing
 * was known of it.
 */
export function expectedAt(
  models: Founding,
  siteId: number,
  date: IsoDate,
  asOf: IsoDate,
  events: readonly Closure[] = [],
): SiteForecast | null {
  const { closed } = statusWith(models.at(asOf).status(siteId, date), events);
  return closed ? null : foundedAt(models, siteId, date, asOf, events);
}

function foundedAt(
  models: Founding,
  siteId: number,
  date: IsoDate,
  asOf: IsoDate,
  events: readonly Closure[],
): SiteForecast | null {
  const forecast = models.at(asOf).forecast(siteId, date, supposed(events));
  return forecast && isFounded(forecast) && !isGuessed(models, forecast, asOf) ? forecast : null;
}

/**
 * A day known to be off by now needs no forecast; one that is open by now is open, whatever could be guessed when its
 * order left. Forecasts are made when they are looked at.
 */
export function siteDay(models: PlanModels, site: Site, date: IsoDate): SiteDay {
  const known = models.knownFor(date);
  const status = withDoubt(
    statusWith(models.at(known).status(site.id, date), models.since(site.id, date, known)),
    models.isKnownDay(date),
  );
  const asOf = status.closed ? known : models.originOf(site.id, date);
  const made = new Map<IsoDate, SiteForecast | null>();
  const forecastAt = (origin: IsoDate): SiteForecast | null => {
    if (status.closed) return null;
    const found = made.get(origin);
    if (found !== undefined) return found;
    const forecast = foundedAt(models, site.id, date, origin, models.since(site.id, date, origin));
    made.set(origin, forecast);
    return forecast;
  };
  return {
    site,
    date,
    status,
    asOf,
    known,
    deadline: models.deadline(site.id, date),
    served: models.served(site.id, date),
    get forecast() {
      return forecastAt(asOf);
    },
    get current() {
      return forecastAt(known);
    },
    get countsPortions() {
      return models.countsPortions(site.id);
    },
  };
}

/** An open day of which nobody knows whether it is one of holidays is flagged: its order waits for a yes. */
const withDoubt = (status: DayStatus, isKnown: boolean): DayStatus =>
  isKnown || status.closed ? status : { ...status, flags: [...status.flags, 'unknown-holidays'] };

/** All sites on one day, those of one model together, so that few models are wanted at a time. */
export function siteDays(models: PlanModels, sites: readonly Site[], date: IsoDate): readonly SiteDay[] {
  const days = sites.map((site) => siteDay(models, site, date));
  return [...Map.groupBy(days, ({ asOf }) => asOf).values()].flat();
}

/** What is ordered may be too many, whatever is expected. */
function flagsOf({ flags, children }: DayStatus, { capacity }: Site, order: number): readonly Flag[] {
  return [
    ...flags,
    ...(capacity !== null && order > capacity ? (['over-capacity'] as const) : []),
    ...(children !== undefined && order > children ? (['over-enrolment'] as const) : []),
  ];
}

/** What is expected of a site-day that has a forecast, and recommended at a service level. */
export function figuresOf(asOf: IsoDate, forecast: SiteForecast, serviceLevel: number): Figures {
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
export function planRowOf(
  { site, date, status, deadline, served }: SiteDay,
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
    served,
    decision,
    serviceLevel,
    flags: flagsOf(status, site, order),
    levelChange: status.levelChange ?? null,
    model,
    deadline,
    asOf,
  };
}

/** Whole percents that can be set: 0.50, 0.51 … 0.95. */
const levels = Array.from({ length: 46 }, (_, i) => (50 + i) / 100);

/** An approved order is the same at every level, and needs none. */
export function withLevels(row: PlanRow, { forecast, status }: SiteDay): PlanRow {
  if (row.decision.approved || !forecast) return row;
  const orders = levels.map((level) => orderQuantity(forecast, level));
  return { ...row, byLevel: { orders, enrolled: status.children ?? null } };
}
