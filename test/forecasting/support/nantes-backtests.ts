import { toDay, weekday } from '../../../forecasting/calendar/day.ts';
import type { Measures } from '../../../forecasting/domain/records.ts';
import type { BacktestLine } from '../../../forecasting/domain/types.ts';
import { backtest, backtestLine } from '../../../forecasting/evaluation/backtest.ts';
import { measure } from '../../../forecasting/evaluation/measures.ts';
import { staffShortage } from '../../../forecasting/evaluation/staff-shortage.ts';
import { sizeClass } from '../../../forecasting/models/error-model.ts';
import { kept } from '../../support/kept.ts';
import { nantesHistory, replayNantes, stampOfFiles } from './nantes.ts';

export const windows = [
  { from: '2014-09-01', to: '2015-07-03', lead: 7 },
  { from: '2015-09-01', to: '2016-07-05', lead: 7 },
  { from: '2016-09-01', to: '2017-07-07', lead: 7 },
  { from: '2016-09-01', to: '2017-07-07', lead: 1 },
  { from: '2016-09-01', to: '2017-07-07', lead: 70 },
] as const;

/** The town's weekdays: a few sites serve on Wednesdays too, which the published figures leave out. */
const ordinary = new Set([1, 2, 4, 5]);

/** What one window shows, small enough to pass between processes. */
export interface WindowResult {
  readonly from: string;
  readonly lead: number;
  readonly seconds: number;
  readonly measures: Readonly<Record<'model' | 'median' | 'order' | 'staff' | 'sameWeekday4', Measures>>;
  readonly overAtStaffShortage: number | null;
  readonly coverage80: number;
  readonly coverageBySize: readonly number[];
}

const serviceLevel = 0.8;

type Window = (typeof windows)[number];

/** The backtest of one window, and how long it took. */
export function timedBacktest(window: Window) {
  const history = nantesHistory();
  const start = performance.now();
  const { lines } = backtest(history, { ...window, serviceLevel });
  return { lines, seconds: (performance.now() - start) / 1000 };
}

/** The same lines, kept for the sources, from refits that are kept too. */
export const nantesBacktest = (window: Window): ReturnType<typeof timedBacktest> =>
  kept(`nantes-backtest-${stampOfFiles()}-${window.from}-${window.to}-${window.lead}`, () => {
    const start = performance.now();
    const lines: BacktestLine[] = [];
    replayNantes(window, (cell) => {
      if (!cell.outing) lines.push(backtestLine(cell, serviceLevel));
    });
    return { lines, seconds: (performance.now() - start) / 1000 };
  });

export function nantesBacktests(run: typeof timedBacktest = nantesBacktest): WindowResult[] {
  return windows.map((window) => {
    const result = run(window);
    const { seconds } = result;
    const lines = result.lines.filter(({ date }) => ordinary.has(weekday(toDay(date))));
    const of = (figure: (line: BacktestLine) => number | null) =>
      measure(lines.map((line) => [figure(line), line.actual] as const));
    const measures = {
      model: of(({ mean }) => mean),
      median: of(({ q50 }) => q50),
      order: of(({ order }) => order),
      staff: of(({ staff }) => staff),
      sameWeekday4: of(({ sameWeekday4 }) => sameWeekday4),
    };
    const inside = lines.filter(isInside).length;
    return {
      from: window.from,
      lead: window.lead,
      seconds,
      measures,
      overAtStaffShortage: staffShortage(lines)?.over ?? null,
      coverage80: (100 * inside) / lines.length,
      coverageBySize: coverageBySize(lines),
    };
  });
}

const isInside = ({ actual, q10, q90 }: BacktestLine) => actual >= q10 && actual <= q90;

function coverageBySize(lines: readonly BacktestLine[]): number[] {
  const inside = new Map<number, number[]>();
  for (const line of lines) {
    const size = sizeClass(line.sameWeekday4 ?? line.mean);
    const list = inside.get(size) ?? [];
    list.push(isInside(line) ? 100 : 0);
    inside.set(size, list);
  }
  return [...inside]
    .sort((a, b) => a[0] - b[0])
    .map(([, list]) => list.reduce((s, v) => s + v, 0) / list.length);
}

// Started as a process of its own by the test: Jest's sandbox makes numerics four times slower.
if (process.argv[1] === import.meta.filename && process.argv[2] === '--print')
  console.log(JSON.stringify(nantesBacktests()));
