import type { DishFamily, IsoDate } from '../../../forecasting/domain/records.ts';
import type { Distribution } from '../../../forecasting/domain/types.ts';
import { rangeQuantiles } from '../../../forecasting/leaks/excess.ts';
import { courseLevel } from '../../../forecasting/orders/course-levels.ts';
import type { Input } from '../../api/contract.ts';
import { gramsOfPortions } from '../catalogue/portion-grams.ts';
import type { DishHindcast } from '../context/ports.ts';
import { readSettings } from '../context/settings.ts';
import type { Context } from '../context/use-case.ts';

/** Days between the last record that a replayed forecast sees and the day served. */
const lead = 7;

/** One dish at a site on one day, with what was forecast of it. Portions. */
export interface ReplayedServing {
  readonly siteId: number;
  readonly date: IsoDate;
  /** `Dish.key`. */
  readonly key: string;
  readonly family: DishFamily | null;
  readonly served: number;
  readonly prepared: number | null;
  readonly left: number | null;
  /** Demand of the day, as forecast a week before. */
  readonly demand: Pick<Distribution, 'quantile'>;
  /** The level of its course. */
  readonly level: number;
  /** Grams of one portion; `null`: not known, or counted in pieces. */
  readonly grams: number | null;
}

type Period = Pick<Input<'leaks.report'>, 'from' | 'to'>;

/**
 * The dishes counted in a period that did not run out, each with its forecast, which is made again with what was known
 * a week before.
 */
export function replayedServings(context: Context, { from, to }: Period): readonly ReplayedServing[] {
  const history = context.models.dishHistory(context);
  const { dishOf } = history;
  const counted = history.servings.filter(({ date }) => date >= from && date <= to);
  if (counted.length === 0 || dishOf === undefined) return [];
  const lines = context.models.pastDishes(context, { from, to, lead });
  const byKey = new Map(lines.map((line) => [lineKey(line), line]));
  const { serviceLevel, courseLevels } = readSettings(context.db);
  const portion = gramsOfPortions(context, history.sites);
  return counted.flatMap(({ siteId, date, dish, served, prepared, left }): ReplayedServing[] => {
    const { key, family } = dishOf(dish);
    const line = byKey.get(lineKey({ siteId, date, dish: key }));
    if (line === undefined) return [];
    return [
      {
        ...{ siteId, date, key, family, served, prepared, left },
        demand: rangeQuantiles({ low: line.low, median: line.q50, high: line.high }),
        level: courseLevel(line.course, serviceLevel, courseLevels),
        grams: portion(siteId, key, family),
      },
    ];
  });
}

const lineKey = ({ siteId, date, dish }: Pick<DishHindcast, 'siteId' | 'date' | 'dish'>) =>
  `${siteId} ${date} ${dish}`;
