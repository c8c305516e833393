import { execFileSync } from 'node:child_process';
import { nantesBacktest, windows } from './nantes-backtests.ts';

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
  return nantesBacktest(windows[2]).lines.flatMap(
    ({ siteId, date, actual, staff, q10, q50, q80, q90, quantiles }) =>
      staff === null || actual === slip
        ? []
        : { siteId, date, actual, staff, q10, q50, q80, q90, quantiles: [...quantiles] },
  );
}

// Started as a process of its own by the test: Jest's sandbox makes numerics slower.
if (process.argv[2] === '--print') console.log(JSON.stringify(lines()));
