import { toDay } from '../calendar/day.ts';
import type { OpenDay } from '../domain/records.ts';

/** Days opened by hand, for one site or for all. */
export class OpenDays {
  private readonly keys: ReadonlySet<string>;

  constructor(days: readonly OpenDay[]) {
    this.keys = new Set(days.map(({ date, siteId }) => `${siteId ?? 'all'} ${toDay(date)}`));
  }

  /** For which sites a day was opened, as far as one site is concerned: itself, all, or (`null`) none. */
  of(siteId: number, day: number): 'site' | 'all' | null {
    if (this.keys.has(`${siteId} ${day}`)) return 'site';
    return this.keys.has(`all ${day}`) ? 'all' : null;
  }
}
