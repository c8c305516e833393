import Papa from 'papaparse';
import { backtest } from '../../forecasting/evaluation/backtest.ts';
import type { Site } from '../../forecasting/records.ts';
import type { BacktestLine } from '../../forecasting/types.ts';
import type { Input, Output } from '../api/contract.ts';
import { ServiceError } from './errors.ts';
import { formatDate } from './messages/format.ts';
import { readSettings } from './settings.ts';
import type { Context } from './use-case.ts';

const columns = 'date,site,siteKind,actual,staff,sameWeekday4,mean,q10,q50,q80,q90,order,origin'.split(',');

/** Two decimals are finer than any use of the numbers. */
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 100) / 100);

/** One line per site-day, for a spreadsheet or another program. */
export function backtestCsv(lines: readonly BacktestLine[], sites: readonly Site[]): string {
  const byId = new Map(sites.map((site) => [site.id, site]));
  const data = lines.map((line) => [
    line.date,
    byId.get(line.siteId)?.name ?? '',
    byId.get(line.siteId)?.kind ?? '',
    line.actual,
    line.staff,
    rounded(line.sameWeekday4),
    ...[line.mean, line.q10, line.q50, line.q80, line.q90].map(rounded),
    line.order,
    line.origin,
  ]);
  return `${Papa.unparse({ fields: columns, data }, { newline: '\n' })}\n`;
}

export function runBacktest(context: Context, input: Input<'backtest.run'>): Output<'backtest.run'> {
  const started = performance.now();
  const history = context.models.history(context);
  const { from, to, lead } = input;
  const serviceLevel = input.serviceLevel ?? readSettings(context.db).serviceLevel;
  const { lines, ...result } = backtest(
    history,
    { from, to, lead, serviceLevel },
    { onProgress: (done) => context.progress('backtest', done), cancelled: context.cancelled },
  );
  if (lines.length === 0) {
    const [first, last] = [from, to].map((date) => formatDate(date, context.language)) as [string, string];
    throw new ServiceError('refused', (t) => t.errors.nothingToReplay(first, last));
  }
  const seconds = Math.round(performance.now() - started) / 1000;
  const report = { from, to, lead, serviceLevel, seconds, ...result };
  return { report, csv: input.csv ? backtestCsv(lines, history.sites) : null };
}
