import type { Measures } from '../../../forecasting/domain/records.ts';
import type { BacktestLine } from '../../../forecasting/domain/types.ts';
import { backtest } from '../../../forecasting/evaluation/backtest.ts';
import { sizeClass } from '../../../forecasting/models/error-model.ts';
import { nantesHistory } from './nantes.ts';

export const windows = [
  { from: '2014-09-01', to: '2015-07-03', lead: 7 },
  { from: '2015-09-01', to: '2016-07-05', lead: 7 },
  { from: '2016-09-01', to: '2017-07-07', lead: 7 },
  { from: '2016-09-01', to: '2017-07-07', lead: 1 },
  { from: '2016-09-01', to: '2017-07-07', lead: 70 },
] as const;

/** What one window shows, small enough to pass between processes. */
export interface WindowResult {
  readonly from: string;
  readonly lead: number;
  readonly seconds: number;
  readonly measures: Readonly<Record<'model' | 'order' | 'staff' | 'sameWeekday4', Measures>>;
  readonly overAtStaffShortage: number | null;
  readonly coverage80: number;
  readonly coverageBySize: readonly number[];
}

export function nantesBacktests(): WindowResult[] {
  const history = nantesHistory();
  return windows.map((window) => {
    const start = performance.now();
    const result = backtest(history, { ...window, serviceLevel: 0.8 });
    return {
      from: window.from,
      lead: window.lead,
      seconds: (performance.now() - start) / 1000,
      measures: result.measures,
      overAtStaffShortage: result.staffShortage?.over ?? null,
      coverage80: result.coverage80,
      coverageBySize: coverageBySize(result.lines),
    };
  });
}

function coverageBySize(lines: readonly BacktestLine[]): number[] {
  const inside = new Map<number, number[]>();
  for (const line of lines) {
    const size = sizeClass(line.sameWeekday4 ?? line.mean);
    const list = inside.get(size) ?? [];
    list.push(line.actual >= line.q10 && line.actual <= line.q90 ? 100 : 0);
    inside.set(size, list);
  }
  return [...inside]
    .sort((a, b) => a[0] - b[0])
    .map(([, list]) => list.reduce((s, v) => s + v, 0) / list.length);
}

// Started as a process of its own by the test: Jest's sandbox makes numerics four times slower.
if (process.argv[2] === '--print') console.log(JSON.stringify(nantesBacktests()));
