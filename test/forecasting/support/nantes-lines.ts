import { execFileSync } from 'node:child_process';
import { backtest } from '../../../forecasting/evaluation/backtest.ts';
import { nantesHistory } from './nantes.ts';

/** One site-day of Nantes 2016–17, forecast a week ahead, as plain numbers that pass between processes. */
export interface NantesLine {
  readonly siteId: number;
  readonly date: string;
  readonly actual: number;
  readonly staff: number;
  readonly q10: number;
  readonly q50: number;
  readonly q80: number;
  readonly q90: number;
  readonly quantiles: readonly number[];
}

/** A slip of the pen: five times the children of the site. */
const slip = 1251;

export function nantesLines(): readonly NantesLine[] {
  const printed = execFileSync(process.execPath, [import.meta.filename, '--print'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
  });
  return JSON.parse(printed);
}

function lines(): readonly NantesLine[] {
  const window = { from: '2016-09-01', to: '2017-07-07', lead: 7, serviceLevel: 0.8 };
  return backtest(nantesHistory(), window).lines.flatMap(
    ({ siteId, date, actual, staff, q10, q50, q80, q90, quantiles }) =>
      staff === null || actual === slip
        ? []
        : { siteId, date, actual, staff, q10, q50, q80, q90, quantiles: [...quantiles] },
  );
}

// Started as a process of its own by the test: Jest's sandbox makes numerics slower.
if (process.argv[2] === '--print') console.log(JSON.stringify(lines()));
