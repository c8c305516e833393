import { listCatalogueSnapshots } from '../../../db/order-basis.ts';
import { listOrders } from '../../../db/orders.ts';
import { addDays } from '../../../forecasting/calendar/day.ts';
import type { Closure, IsoDate, OrderRecord, Site } from '../../../forecasting/domain/records.ts';
import type { AttendanceModel, Distribution } from '../../../forecasting/domain/types.ts';
import { dinersBehind } from '../../../forecasting/orders/diners.ts';
import { splitDiners } from '../../../forecasting/orders/site-diners.ts';
import type { Deadline, PlanRow } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import type { CatalogueSnapshot, CatalogueSnapshots } from '../orders/basis.ts';
import { momentOf } from '../orders/deadlines.ts';
import { dinersCounted } from '../orders/decision.ts';
import { supposed } from '../orders/events-since.ts';
import type { PlanModels } from '../orders/plan-models.ts';
import { expectedAt } from '../orders/plan-rows.ts';
import type { DayMenus } from './day-menus.ts';
import { DayModels } from './day-models.ts';
import type { DayTable } from './day-table.ts';
import { childrenExpected, dayDinersOf } from './diners.ts';
import type { KitchenIndex } from './kitchens.ts';

/** What tables are made of. */
export interface TablesRequest {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly serviceLevel: number;
  readonly models: PlanModels;
  readonly asOf: IsoDate | undefined;
  readonly counted: boolean;
}

export interface TablesSources {
  readonly sites: readonly Site[];
  readonly places: KitchenIndex;
  readonly menus: DayMenus;
  readonly catalogueSnapshot: CatalogueSnapshots;
  readonly rows: readonly PlanRow[];
}

/** What was decided about a head-count; `quantity` of `null`: nothing, the forecast holds. */
interface Decided {
  readonly quantity: number | null;
  readonly serviceLevel: number;
  readonly approved: boolean;
}

const keyOf = (siteId: number, date: IsoDate) => `${siteId} ${date}`;

/** The sites that serve on the days of a plan, as they stand and as they were known at a deadline. */
export class DayTables {
  readonly all: readonly DayTable[];
  readonly #request: TablesRequest;
  readonly #today: IsoDate;
  readonly #rows: ReadonlyMap<string, PlanRow>;
  /** Nothing that was decided counts in a plan as of another day. */
  readonly #said: ReadonlyMap<string, OrderRecord>;
  readonly #catalogueSnapshot: CatalogueSnapshots;
  readonly #earlier = new Map<string, DayTable | null>();
  readonly #models: DayModels<AttendanceModel>;

  constructor(context: Context, sources: TablesSources, request: TablesRequest) {
    const { db } = context;
    const { sites, places, menus, catalogueSnapshot, rows } = sources;
    const { from, to, asOf } = request;
    const decided = asOf === undefined;
    this.#request = request;
    this.#models = new DayModels((origin) => request.models.at(origin));
    this.#today = context.today;
    this.#rows = new Map(rows.map((row) => [keyOf(row.siteId, row.date), row]));
    const said = decided ? listOrders(db, from, to) : [];
    this.#said = new Map(said.map((order) => [keyOf(order.siteId ?? 0, order.date), order]));
    this.#catalogueSnapshot = catalogueSnapshot;
    const bases = decided ? listCatalogueSnapshots(db, from, to) : [];
    const kept = new Map(
      bases.map(({ siteId, date, content, since }) => [
        keyOf(siteId, date),
        catalogueSnapshot.of(content, since),
      ]),
    );
    const byId = new Map(sites.map((site) => [site.id, site]));
    this.all = rows.flatMap((row): readonly DayTable[] => {
      const [site, place] = [byId.get(row.siteId), places.placeOf(row.siteId)];
      if (site === undefined || place === null || row.decision.closed !== null) return [];
      return [this.#tableOf(row, { site, place, diners: places.dinersOf(site.id) }, menus, kept)];
    });
  }

  #tableOf(
    row: PlanRow,
    { site, place, diners }: Pick<DayTable, 'site' | 'place' | 'diners'>,
    menus: DayMenus,
    kept: ReadonlyMap<string, CatalogueSnapshot>,
  ): DayTable {
    const { siteId, date, decision } = row;
    const { models, counted } = this.#request;
    const headCount = counted ? decision.headCount : null;
    const dayDiners = dayDinersOf(site.kind, diners, headCount);
    const model = models.at(row.asOf);
    const forecast = model.forecast(siteId, date, supposed(this.#events(row)));
    const correlation = model.correlation(siteId, date);
    const children = counted ? decision.mealsToCook : row.order;
    const byClass = splitDiners(children, dayDiners.shares);
    const expected = childrenExpected(row, forecast, dinersCounted(headCount) !== null);
    return {
      site,
      place,
      service: { siteId, date, menu: menus.of(siteId, date), children: expected, correlation, dayDiners },
      serviceLevel: row.serviceLevel,
      catalogueSnapshot: kept.get(keyOf(siteId, date)) ?? this.#catalogueSnapshot.now,
      asOf: row.asOf,
      children,
      byClass: { ...byClass, A: byClass.A + dayDiners.adults },
      diners,
      deadline: row.deadline,
      counted: headCount !== null,
    };
  }

  /** Events that the model behind a row does not know, and its order does. */
  #events({ siteId, date, asOf, decision }: PlanRow): readonly Closure[] {
    return this.#request.models.since(siteId, date, asOf, decision.approved?.at.slice(0, 10));
  }

  /**
   * A table as it was known at a deadline: forecast from the records up to its eve (see `originFor`), with what was
   * decided until then. The table itself where nothing differs; `null` where nothing was expected.
   */
  knownAt(table: DayTable, deadline: Deadline): DayTable | null {
    const row = this.#rows.get(keyOf(table.site.id, table.service.date)) as PlanRow;
    const [now, then] = [decidedNow(row), this.#decidedBy(row, momentOf(deadline))];
    const [latest, eve] = [this.#latest(table, then), addDays(deadline.date, -1)];
    const asOf = latest < eve ? latest : eve;
    const events = this.#request.models.since(row.siteId, row.date, asOf, deadline.date);
    const same =
      now.quantity === then.quantity &&
      now.serviceLevel === then.serviceLevel &&
      this.#events(row).length === events.length;
    if (asOf === table.asOf && same && !table.counted) return table;
    const key = [table.site.id, row.date, asOf, deadline.date, ...Object.values(then)].join(' ');
    const made = this.#earlier.get(key);
    if (made !== undefined) return made;
    const earlier = this.#earlierTable(table, asOf, then, events);
    this.#earlier.set(key, earlier);
    return earlier;
  }

  /**
   * The last day that an order could know of. A frozen one, and one of a day that is past, know what the plan knows of
   * them; of a day to come all that there is.
   */
  #latest({ asOf, service }: DayTable, { approved }: Decided): IsoDate {
    const toCome = this.#request.asOf === undefined && service.date >= this.#today;
    return toCome && !approved ? this.#today : asOf;
  }

  #earlierTable(
    table: DayTable,
    asOf: IsoDate,
    { quantity, serviceLevel, approved }: Decided,
    events: readonly Closure[],
  ): DayTable | null {
    const { service, site, catalogueSnapshot } = table;
    const at = (origin: IsoDate) => this.#models.of(service.date, origin);
    const { countsPortions } = this.#request.models;
    const forecast = expectedAt({ at, countsPortions }, site.id, service.date, asOf, events);
    const known = forecast ?? (quantity === null ? null : exactly(quantity));
    if (known === null) return null;
    return {
      ...table,
      asOf,
      serviceLevel,
      catalogueSnapshot: approved ? catalogueSnapshot : this.#catalogueSnapshot.now,
      service: { ...service, children: dinersBehind(known, serviceLevel, quantity) },
    };
  }

  /** What was decided until a moment. */
  #decidedBy({ siteId, date }: PlanRow, until: string): Decided {
    const { override = null, versions = [] } = this.#said.get(keyOf(siteId, date)) ?? {};
    const version = versions.findLast(({ at }) => at <= until);
    if (version) return { quantity: version.quantity, serviceLevel: version.serviceLevel, approved: true };
    const quantity = override !== null && override.at <= until ? override.quantity : null;
    return { quantity, serviceLevel: this.#request.serviceLevel, approved: false };
  }
}

function decidedNow({ decision, serviceLevel }: PlanRow): Decided {
  const { approved, source, quantity } = decision;
  const decided = approved !== null || source === 'override';
  return { quantity: decided ? quantity : null, serviceLevel, approved: approved !== null };
}

const exactly = (diners: number): Distribution => ({ mean: diners, quantile: () => diners });
