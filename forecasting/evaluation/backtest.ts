import { toIso } from '../calendar/day.ts';
import type { Evaluation, History } from '../domain/records.ts';
import type { BacktestLine, BacktestRequest, BacktestResult, Hooks } from '../domain/types.ts';
import { orderQuantity } from '../orders/service-level.ts';
import { evaluate } from './evaluate.ts';
import { RunningMeasures } from './measures.ts';
import { quantileGrid } from './quantile-grid.ts';
import type { ForecastCell } from './rolling.ts';
import { rollingByRule } from './rolling-by-rule.ts';

/** Forecasts each site-day of a window as it would have been at its origin, and measures the errors. */
export function backtest(history: History, request: BacktestRequest, hooks: Hooks = {}): BacktestResult {
  const lines: BacktestLine[] = [];
  const outings: BacktestLine[] = [];
  const origins = new Set<number>();
  const leftOut = rollingByRule(history, request, hooks, (cell) => {
    origins.add(cell.origin);
    (cell.outing ? outings : lines).push(backtestLine(cell, request.serviceLevel));
  });
  return { ...summary(lines, origins.size, leftOut), ...evaluate(history, lines, outings) };
}

/** One forecast beside what was served, in meals; `serviceLevel` 0 to 1 sizes the order. */
export function backtestLine(cell: ForecastCell, serviceLevel: number): BacktestLine {
  const { forecast } = cell;
  return {
    siteId: cell.siteId,
    date: toIso(cell.day),
    actual: cell.served,
    staff: cell.staff,
    sameWeekday1: cell.sameWeekday1,
    sameWeekday4: cell.sameWeekday4,
    mean: forecast.mean,
    q10: forecast.quantile(0.1),
    q50: forecast.quantile(0.5),
    q80: forecast.quantile(0.8),
    q90: forecast.quantile(0.9),
    quantiles: quantileGrid(forecast),
    order: orderQuantity(forecast, serviceLevel),
    origin: toIso(cell.origin),
  };
}

/** Every figure of the summary is of the same lines, read once. */
function summary(
  lines: readonly BacktestLine[],
  origins: number,
  leftOut: BacktestResult['leftOut'],
): Omit<BacktestResult, keyof Evaluation> {
  const [model, median, order] = [new RunningMeasures(), new RunningMeasures(), new RunningMeasures()];
  const [staff, last, lastFour] = [new RunningMeasures(), new RunningMeasures(), new RunningMeasures()];
  let inside = 0;
  for (const line of lines) {
    const { actual } = line;
    model.add(line.mean, actual);
    median.add(line.q50, actual);
    order.add(line.order, actual);
    staff.add(line.staff, actual);
    last.add(line.sameWeekday1, actual);
    lastFour.add(line.sameWeekday4, actual);
    if (actual >= line.q10 && actual <= line.q90) inside++;
  }
  return {
    origins,
    measures: {
      model: model.measures(),
      median: median.measures(),
      order: order.measures(),
      staff: staff.measures(),
      sameWeekday1: last.measures(),
      sameWeekday4: lastFour.measures(),
    },
    coverage80: lines.length > 0 ? (100 * inside) / lines.length : 0,
    leftOut,
    lines,
  };
}
