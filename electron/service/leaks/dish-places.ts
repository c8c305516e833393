import type { DishFamily } from '../../../forecasting/domain/records.ts';
import { type DishLine, dishBacktest } from '../../../forecasting/evaluation/dish-backtest.ts';
import { eurosPerKilogram } from '../../../forecasting/impact/factors.ts';
import { rangeQuantiles, surplusMoments } from '../../../forecasting/leaks/excess.ts';
import { courseLevel } from '../../../forecasting/orders/course-levels.ts';
import type { Input } from '../../api/contract.ts';
import { gramsOfPortions } from '../catalogue/portion-grams.ts';
import { readSettings } from '../context/settings.ts';
import type { Context } from '../context/use-case.ts';
import { type ChanceDay, type LeakPlace, noFacts } from './cells.ts';

/** Days between the last record that a replayed forecast sees and the day served. */
const lead = 7;
const gramsPerKilogram = 1000;

/** One dish at a site on one day. */
interface DishDay extends ChanceDay {
  readonly siteId: number;
  readonly family: DishFamily;
  /** Grams of one portion; `null`: not known, or counted in pieces. */
  readonly grams: number | null;
}

/**
 * What is left of dishes, by site and family of dishes, held against what the level of their course would leave under
 * the forecast of the day, which is made again with what was known a week before. Only portions whose weight is known
 * have a price.
 */
export function dishPlaces(context: Context, input: Input<'leaks.report'>): readonly LeakPlace[] {
  const days = dishDays(context, input);
  const cells = Map.groupBy(days, ({ siteId, family }) => `${siteId} ${family}`);
  return [...cells.values()].flatMap((own): LeakPlace[] => {
    const [first] = own;
    if (!first) return [];
    const { siteId, family } = first;
    // Two dishes of a family on one day are two occurrences: each had its own portions.
    const sorted = own.toSorted((a, b) => (a.date < b.date ? -1 : 1));
    const prepared = own.reduce((sum, { ordered }) => sum + ordered, 0);
    const left = own.reduce((sum, { surplus }) => sum + surplus, 0);
    const weighed = own.flatMap(({ grams }) => (grams === null ? [] : [grams]));
    if (weighed.length === 0) return [];
    const kilograms = weighed.reduce((sum, grams) => sum + grams, 0) / weighed.length / gramsPerKilogram;
    return [
      {
        key: { siteId, kind: 'dish', part: family },
        weekday: null,
        family,
        days: sorted,
        euros: eurosPerKilogram.value * kilograms,
        facts: { ...noFacts, refusedShare: prepared > 0 ? left / prepared : null },
      },
    ];
  });
}

function dishDays(context: Context, { from, to }: Input<'leaks.report'>): readonly DishDay[] {
  const history = context.models.dishHistory(context);
  const { dishOf } = history;
  const counted = history.servings.filter(
    ({ date, prepared, left }) => date >= from && date <= to && (prepared !== null || left !== null),
  );
  if (counted.length === 0 || dishOf === undefined) return [];
  const lines = new Map(
    dishBacktest(
      history,
      { from, to, lead },
      { onProgress: (done) => context.progress('backtest', done), cancelled: context.cancelled },
    ).lines.map((line) => [lineKey(line), line]),
  );
  const { serviceLevel, courseLevels } = readSettings(context.db);
  const portion = gramsOfPortions(context, history.sites);
  return counted.flatMap(({ siteId, date, dish, served, prepared, left }): DishDay[] => {
    const { key, family } = dishOf(dish);
    const line = lines.get(lineKey({ siteId, date, dish: key }));
    if (line === undefined || family === null || family === 'note') return [];
    const day = rangeQuantiles({ low: line.low, median: line.q50, high: line.high });
    const target = day.quantile(courseLevel(line.course, serviceLevel, courseLevels));
    const { mean, variance } = surplusMoments(day, target);
    const surplus = left ?? Math.max(0, (prepared ?? served) - served);
    return [
      {
        siteId,
        family,
        date,
        ordered: prepared ?? served + surplus,
        served,
        surplus,
        expected: mean,
        variance,
        grams: portion(siteId, key, family),
      },
    ];
  });
}

const lineKey = ({ siteId, date, dish }: Pick<DishLine, 'siteId' | 'date' | 'dish'>) =>
  `${siteId} ${date} ${dish}`;
