import { listOrders } from '../../../db/orders.ts';
import type { OrderRecord } from '../../../forecasting/domain/records.ts';
import type { SiteForecast } from '../../../forecasting/domain/types.ts';
import type { IsoDate, OrderVersion, PlanRow } from '../../api/records.ts';
import { readSettings } from '../context/settings.ts';
import type { Context } from '../context/use-case.ts';
import { approvedDecision, firstVersion, noDecision, openDecision } from './decision.ts';
import { figuresOf, planRowOf, type SiteDay } from './plan-rows.ts';
import { revisionOf } from './revision.ts';

type StoredDecision = Pick<OrderRecord, 'override' | 'versions' | 'sendings' | 'headCount' | 'sheetRevision'>;

/** What is ordered of a forecast, as a plan asks for it. */
export interface Orders {
  /** `null`: there is no forecast, and no order was frozen before that was so. */
  row(day: SiteDay, serviceLevel: number): PlanRow | null;
  /** What is said about a day. */
  said(day: SiteDay): StoredDecision;
}

/** Everything as recommended. */
export const recommendedOrders: Orders = {
  row(day, serviceLevel) {
    if (!day.forecast) return null;
    const figures = figuresOf(day.asOf, day.forecast, serviceLevel);
    return planRowOf(day, figures, openDecision(figures.recommended));
  },
  said: () => noDecision,
};

/** The orders behind a plan. One as of another day (`asOf`) knows nothing of what was decided since. */
export const ordersFor = (context: Context, from: IsoDate, to: IsoDate, asOf: IsoDate | undefined): Orders =>
  asOf === undefined ? new OrderBook(context, from, to) : recommendedOrders;

/** What was decided for the days of a period, as it is on record. */
export class OrderBook implements Orders {
  readonly #today: IsoDate;
  /** Orders are frozen at the level that is set, whatever level a plan tries out. */
  readonly #level: number;
  readonly #said: ReadonlyMap<string, OrderRecord>;

  constructor(context: Context, from: IsoDate, to: IsoDate) {
    this.#today = context.today;
    this.#level = readSettings(context.db).serviceLevel;
    this.#said = new Map(
      listOrders(context.db, from, to).map((order) => [`${order.siteId} ${order.date}`, order]),
    );
  }

  row(day: SiteDay, serviceLevel: number): PlanRow | null {
    const said = this.said(day);
    const inForce = said.versions.at(-1);
    if (inForce) {
      const decision = approvedDecision(said, day.deadline);
      const revision = day.date < this.#today ? null : revisionOf(inForce, day);
      return planRowOf(day, inForce, { ...decision, closed: day.status.closed, revision });
    }
    if (!day.forecast) return null;
    const figures = figuresOf(day.asOf, day.forecast, serviceLevel);
    return planRowOf(day, figures, openDecision(figures.recommended, said));
  }

  said(day: SiteDay): StoredDecision {
    return this.#said.get(`${day.site.id} ${day.date}`) ?? noDecision;
  }

  /** The first version of the order of a day, as it would be frozen with this forecast. */
  version(
    day: SiteDay,
    forecast: SiteForecast,
    signed: Pick<OrderVersion, 'by' | 'automatic' | 'at'>,
  ): OrderVersion {
    const figures = figuresOf(day.asOf, forecast, this.#level);
    return firstVersion(figures, forecast.contributions, this.said(day).override, signed);
  }
}
