import { addDays } from '../../../forecasting/calendar/day.ts';
import type { IsoDate, Site } from '../../../forecasting/domain/records.ts';
import type { Distribution, TakeUpModel } from '../../../forecasting/domain/types.ts';
import { noDiners } from '../../../forecasting/orders/portions.ts';
import type { PortionGuests } from '../../../forecasting/take-up/portion-guests.ts';
import type { Deadline } from '../../api/records.ts';
import type { Context } from '../context/use-case.ts';
import type { PlanModels } from '../orders/plan-models.ts';
import { expectedAt, type SiteDay, siteDay } from '../orders/plan-rows.ts';
import type { DayTable } from './day-table.ts';
import type { TablesRequest, TablesSources } from './day-tables.ts';
import { dayDinersOf } from './diners.ts';

/** What portions are told by. */
interface PortionModels {
  takeUp(date: IsoDate, origin: IsoDate): TakeUpModel;
  guests(origin: IsoDate): PortionGuests | null;
}

/**
 * The days of sites that count portions and no guests: how many come is not known, so no meals are ordered there; which
 * dishes are on the menu is known, and each has its portions.
 */
export class PortionTables {
  readonly all: readonly DayTable[];
  readonly #request: TablesRequest;
  readonly #today: IsoDate;
  readonly #told: PortionModels;
  readonly #models: PlanModels;

  constructor(
    context: Context,
    sites: readonly Site[],
    sources: TablesSources,
    request: TablesRequest,
    told: PortionModels,
  ) {
    const { models } = request;
    this.#request = request;
    this.#today = context.today;
    this.#told = told;
    this.#models = { ...models, at: (origin) => told.guests(origin)?.model ?? models.at(origin) };
    const ordered = new Set(sources.rows.map(({ siteId, date }) => `${siteId} ${date}`));
    const tables: DayTable[] = [];
    for (let date = request.from; date <= request.to; date = addDays(date, 1)) {
      const known = told.guests(models.knownFor(date))?.siteIds;
      const alone = sites.filter(({ id }) => known?.has(id) && !ordered.has(`${id} ${date}`));
      tables.push(
        ...alone.flatMap((site) => this.#tableOf(siteDay(this.#models, site, date), sources) ?? []),
      );
    }
    this.all = tables;
  }

  #tableOf(day: SiteDay, { places, menus, catalogueSnapshot }: TablesSources): DayTable | null {
    const { site, date, asOf, deadline } = day;
    const place = places.placeOf(site.id);
    const diners = places.dinersOf(site.id);
    const children = this.#children(site.id, date, asOf, () => day.forecast);
    if (day.status.closed || place === null || children === undefined) return null;
    const dayDiners = dayDinersOf(site.kind, diners, null);
    const correlation = children === null ? 0 : this.#models.at(asOf).correlation(site.id, date);
    return {
      site,
      place,
      service: { siteId: site.id, date, menu: menus.of(site.id, date), children, correlation, dayDiners },
      serviceLevel: this.#request.serviceLevel,
      catalogueSnapshot: catalogueSnapshot.now,
      asOf,
      children: null,
      byClass: { ...noDiners, A: dayDiners.adults },
      diners,
      deadline,
      counted: false,
    };
  }

  /** Those who take something, where dishes are shares of them; `null`: each dish by itself; `undefined`: nothing is known. */
  #children(
    siteId: number,
    date: IsoDate,
    origin: IsoDate,
    forecast: () => Distribution | null,
  ): Distribution | null | undefined {
    return this.#told.takeUp(date, origin).guestsUnknown(siteId) ? null : (forecast() ?? undefined);
  }

  /** A table as it was known at a deadline: from the records up to its eve. */
  knownAt(table: DayTable, { date: due }: Deadline): DayTable | null {
    const { site, service } = table;
    const { date } = service;
    const toCome = this.#request.asOf === undefined && date >= this.#today;
    const [latest, eve] = [toCome ? this.#today : table.asOf, addDays(due, -1)];
    const asOf = latest < eve ? latest : eve;
    if (asOf === table.asOf) return table;
    const events = this.#models.since(site.id, date, asOf, due);
    const children = this.#children(site.id, date, asOf, () =>
      expectedAt(this.#models, site.id, date, asOf, events),
    );
    return children === undefined ? null : { ...table, asOf, service: { ...service, children } };
  }
}
