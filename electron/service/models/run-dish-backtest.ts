import type { Course, Site } from '../../../forecasting/domain/records.ts';
import { type DishLine, dishBacktest, measureDishes } from '../../../forecasting/evaluation/dish-backtest.ts';
import type { Input, Output } from '../../api/contract.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { plainCsv } from '../documents/table-csv.ts';
import { spelledDate } from '../messages/format.ts';

const columns = 'date,site,siteKind,course,dish,taken,guests,mean,low,q50,q80,high,sameWeekday4,origin'.split(
  ',',
);

/** Two decimals are finer than any use of the numbers. */
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100);

/** One line per dish, site and day, for a spreadsheet or another program. */
function dishBacktestCsv(lines: readonly DishLine[], sites: readonly Site[]): string {
  const byId = new Map(sites.map((site) => [site.id, site]));
  const data = lines.map((line) => [
    line.date,
    byId.get(line.siteId)?.name ?? '',
    byId.get(line.siteId)?.kind ?? '',
    line.course,
    line.dish,
    line.taken,
    ...[line.diners, line.mean, line.low, line.q50, line.q80, line.high, line.sameWeekday4].map(rounded),
    line.origin,
  ]);
  return plainCsv(columns, data);
}

function byCourse(lines: readonly DishLine[]) {
  return [...Map.groupBy(lines, ({ course }) => course)].map(([course, own]: [Course, DishLine[]]) => {
    const { measures, coverage80 } = measureDishes(own);
    return { course, model: measures.model, sameWeekday4: measures.sameWeekday4, coverage80 };
  });
}

export function runDishBacktest(
  context: Context,
  { from, to, lead, csv }: Input<'backtest.dishes'>,
): Output<'backtest.dishes'> {
  const started = performance.now();
  const history = context.models.dishHistory(context);
  const { lines, ...result } = dishBacktest(
    history,
    { from, to, lead },
    { onProgress: (done) => context.progress('backtest', done), cancelled: context.cancelled },
  );
  if (lines.length === 0) {
    const [first, last] = [from, to].map((date) => spelledDate(date, context.language)) as [string, string];
    throw new ServiceError('refused', (t) => t.dishBacktest.nothing(first, last));
  }
  const report = {
    from,
    to,
    // A forecast never sees the day that it is for.
    lead: Math.max(1, lead),
    seconds: Math.round(performance.now() - started) / 1000,
    ...result,
    byCourse: byCourse(lines),
  };
  return { report, csv: csv ? dishBacktestCsv(lines, history.sites) : null };
}
