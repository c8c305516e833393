import {
  addVersions,
  listOrders,
  type OrderKey,
  removeVersions,
  type StoredOrder,
} from '../../../db/orders.ts';
import type { SiteForecast } from '../../../forecasting/types.ts';
import type { IsoDate, OrderVersion, PlanRow } from '../../api/records.ts';
import { figuresOf, rowOf, type SiteDay } from '../plan/plan-rows.ts';
import { readSettings } from '../settings.ts';
import type { Context } from '../use-case.ts';
import { basisNow } from './basis.ts';
import { firstVersion, frozenDecision, isDue, momentOf, nothingSaid, openDecision } from './decision.ts';

type Said = Pick<StoredOrder, 'override' | 'versions' | 'rollCall' | 'sheetRevision'>;

/** What is ordered of a forecast, as a plan asks for it. */
export interface Orders {
  /** `null`: there is no forecast, and no order was frozen before that was so. */
  row(day: SiteDay, serviceLevel: number): PlanRow | null;
  /** What is said about a day. */
  said(day: SiteDay): Said;
  /** Writes down what reading decided. */
  close(): void;
}

/** Everything as recommended. */
export const recommendedOrders: Orders = {
  row(day, serviceLevel) {
    if (!day.forecast) return null;
    const figures = figuresOf(day, day.forecast, serviceLevel);
    return rowOf(day, figures, openDecision(figures.recommended));
  },
  said: () => nothingSaid,
  close: () => {},
};

/** The orders behind a plan. One as of another day (`asOf`) knows nothing of what was decided since. */
export const ordersFor = (context: Context, from: IsoDate, to: IsoDate, asOf: IsoDate | undefined): Orders =>
  asOf === undefined ? new OrderBook(context, from, to) : recommendedOrders;

type Written = OrderKey & { readonly order: OrderVersion };

/** What was decided for the days of a period. Reading it past a deadline freezes the order: `close` writes that down. */
export class OrderBook implements Orders {
  readonly #context: Context;
  /** Orders are frozen at the level that is set, whatever level a plan tries out. */
  readonly #level: number;
  readonly #said: ReadonlyMap<string, StoredOrder>;
  readonly #frozen: Written[] = [];
  readonly #opened: OrderKey[] = [];

  constructor(context: Context, from: IsoDate, to: IsoDate) {
    this.#context = context;
    this.#level = readSettings(context.db).serviceLevel;
    this.#said = new Map(
      listOrders(context.db, from, to).map((order) => [`${order.siteId} ${order.date}`, order]),
    );
  }

  row(day: SiteDay, serviceLevel: number): PlanRow | null {
    const said = this.said(day);
    const frozen = said.versions.length > 0 ? said : this.#freezeWhenDue(day, said);
    const inForce = frozen?.versions.at(-1);
    if (frozen && inForce) {
      const decision = frozenDecision(frozen, day.deadline);
      return rowOf(day, inForce, { ...decision, closed: day.status.closed });
    }
    if (!day.forecast) return null;
    const figures = figuresOf(day, day.forecast, serviceLevel);
    return rowOf(day, figures, openDecision(figures.recommended, said));
  }

  /** What is said about a day; an order that the clock froze by a deadline that has been moved since is open again. */
  said(day: SiteDay): Said {
    const said = this.#said.get(`${day.site.id} ${day.date}`) ?? nothingSaid;
    const [first, second] = said.versions;
    const ahead = day.date >= this.#context.today && !isDue(day.deadline, day.date, this.#context.now);
    if (!ahead || !first?.byClock || second) return said;
    this.#opened.push({ siteId: day.site.id, date: day.date });
    return { ...said, versions: [] };
  }

  /** The first version of the order of a day, as it would be frozen now. */
  version(
    day: SiteDay,
    forecast: SiteForecast,
    signed: Pick<OrderVersion, 'by' | 'byClock' | 'at'>,
  ): OrderVersion {
    const figures = figuresOf(day, forecast, this.#level);
    return firstVersion(figures, forecast.contributions, this.said(day).override, signed);
  }

  /** Writes down what the clock froze or opened while this was read. */
  close(): void {
    if (this.#frozen.length === 0 && this.#opened.length === 0) return;
    const { db, models } = this.#context;
    models.keeping(db, () => {
      removeVersions(
        db,
        this.#opened.map((key) => ({ ...key, version: 1 })),
        { byClock: true },
      );
      addVersions(db, this.#frozen, basisNow(db));
    });
  }

  #freezeWhenDue(day: SiteDay, said: Said): Said | null {
    const { now } = this.#context;
    const { deadline, forecast, site, date } = day;
    if (!forecast || !deadline || !isDue(deadline, date, now)) return null;
    const order = this.version(day, forecast, { by: null, byClock: true, at: momentOf(deadline) });
    this.#frozen.push({ siteId: site.id, date, order });
    return { ...said, versions: [order] };
  }
}
