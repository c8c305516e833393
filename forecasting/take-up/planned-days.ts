import { toDay } from '../calendar/day.ts';
import type { MenuItem } from '../domain/records.ts';
import type { DishKind } from './offers.ts';

/** The days after the origin on which menus say that a dish will be served. */
export class PlannedDays {
  private readonly days = new Map<string, number[]>();

  constructor(menu: readonly MenuItem[], read: (text: string) => DishKind, origin: number) {
    for (const { date, siteId, dish } of menu) {
      const day = toDay(date);
      if (day <= origin) continue;
      const at = `${siteId ?? ''}|${read(dish).key}`;
      const own = this.days.get(at);
      if (own === undefined) this.days.set(at, [day]);
      else own.push(day);
    }
  }

  /** The last planned day of a dish at a site before a day; `null` where there is none. */
  before(siteId: number, key: string, day: number): number | null {
    const planned = [...(this.days.get(`${siteId}|${key}`) ?? []), ...(this.days.get(`|${key}`) ?? [])];
    return planned.reduce<number | null>(
      (last, d) => (d < day && (last === null || d > last) ? d : last),
      null,
    );
  }
}
