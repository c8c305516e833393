import type { DayFacts, OrderedDay, OrderFacts } from '../domain/impact-records.ts';
import { shortageOf, surplusOf } from './impact.ts';

/** Orders against meals served, day by day: facts, whatever they are compared with. */
export function orderFacts(days: readonly OrderedDay[]): OrderFacts {
  const dates = [...Map.groupBy(days, ({ date }) => date)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, own]): DayFacts => {
      const sum = (of: (day: OrderedDay) => number) => own.reduce((total, day) => total + of(day), 0);
      return {
        date,
        served: sum(({ served }) => served),
        surplus: sum(({ order, served }) => surplusOf(order, served)),
        missing: sum(({ order, served }) => shortageOf(order, served)),
      };
    });
  const total = (of: (day: DayFacts) => number) => dates.reduce((sum, day) => sum + of(day), 0);
  return {
    siteDays: days.length,
    served: total(({ served }) => served),
    surplus: total(({ surplus }) => surplus),
    missing: total(({ missing }) => missing),
    shortDays: dates.filter(({ missing }) => missing > 0).length,
    dates,
  };
}
