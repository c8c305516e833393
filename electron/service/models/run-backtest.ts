import { toDay } from '../../../forecasting/calendar/day.ts';
import type { Site } from '../../../forecasting/domain/records.ts';
import type { BacktestLine } from '../../../forecasting/domain/types.ts';
import { backtest } from '../../../forecasting/evaluation/backtest.ts';
import { libraryOfRecords } from '../../../forecasting/models/library-at.ts';
import { originFor } from '../../../forecasting/orders/order-rule.ts';
import type { BacktestReport, SiteName } from '../../api/backtests.ts';
import type { Input, Output } from '../../api/contract.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { plainCsv } from '../documents/table-csv.ts';
import { spelledDate } from '../messages/format.ts';
import { readOrderRules, ruleBySite } from '../orders/order-rules.ts';
import { serviceLevelOf } from '../orders/service-level.ts';

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
  return plainCsv(columns, data);
}

export function runBacktest(context: Context, input: Input<'backtest.run'>): Output<'backtest.run'> {
  const started = performance.now();
  const history = context.models.history(context);
  const { from, to, lead } = input;
  const serviceLevel = serviceLevelOf(context, input);
  const { lines, ...result } = backtest(
    history,
    { from, to, lead, serviceLevel, ...(input.rules ? { originOf: originByRule(context) } : {}) },
    { onProgress: (done) => context.progress('backtest', done), cancelled: context.cancelled },
  );
  if (lines.length === 0) {
    const [first, last] = [from, to].map((date) => spelledDate(date, context.language)) as [string, string];
    throw new ServiceError('refused', (t) => t.errors.nothingToReplay(first, last));
  }
  const seconds = Math.round(performance.now() - started) / 1000;
  const named = nameSites(history.sites);
  const report: BacktestReport = {
    from,
    to,
    // A forecast never sees the day that it is for.
    lead: Math.max(1, lead),
    rules: input.rules ?? false,
    serviceLevel,
    seconds,
    library: libraryOfRecords(history, toDay(from) - Math.max(1, lead))?.name ?? null,
    ...result,
    bySite: result.bySite.map(named),
    biggest: result.biggest.map(named),
  };
  return { report, csv: input.csv ? backtestCsv(lines, history.sites) : null };
}

function nameSites(sites: readonly Site[]) {
  const byId = new Map(sites.map((site) => [site.id, site]));
  return <T extends { readonly siteId: number }>(figure: T): T & SiteName => {
    const { name: site, kind: siteKind } = byId.get(figure.siteId) as Site;
    return { ...figure, site, siteKind };
  };
}

/** The origin that each site's order rule gives, by the rules saved. */
function originByRule({ db }: Context): (siteId: number, date: string) => string | null {
  const ruleOf = ruleBySite(readOrderRules(db));
  return (siteId, date) => {
    const rule = ruleOf(siteId)?.rule;
    return rule ? originFor(rule, date) : null;
  };
}
