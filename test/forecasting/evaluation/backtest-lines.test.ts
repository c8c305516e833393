import type { Measures } from '../../../forecasting/domain/records.ts';
import type { BacktestLine } from '../../../forecasting/domain/types.ts';
import { backtest } from '../../../forecasting/evaluation/backtest.ts';
import { syntheticCity } from '../support/synthetic.ts';

const city = syntheticCity({ sites: 4, firstYear: 2018, years: 2 });
const request = { from: '2019-11-04', to: '2019-11-29', lead: 7, serviceLevel: 0.8 } as const;

/** The measures of one column, straight from their definitions. */
function measuresOf(lines: readonly BacktestLine[], pick: (line: BacktestLine) => number | null): Measures {
  const known = lines.filter((line) => pick(line) !== null);
  const errors = known.map((line) => Number(pick(line)) - line.actual);
  const served = known.reduce((sum, { actual }) => sum + actual, 0);
  const sum = (of: (error: number) => number) => errors.reduce((all, error) => all + of(error), 0);
  const share = (meals: number) => (served > 0 ? (100 * meals) / served : 0);
  return {
    n: known.length,
    mae: sum(Math.abs) / known.length,
    wape: share(sum(Math.abs)),
    over: share(sum((error) => Math.max(0, error))),
    under: share(sum((error) => Math.max(0, -error))),
    shortDays: (100 * errors.filter((error) => error < 0).length) / known.length,
    bias: share(sum((error) => error)),
  };
}

test('each figure of a summary is that of its own lines, however often it is asked', () => {
  for (let i = 0; i < 4; i++) {
    const { lines, measures } = backtest(city, request);
    const columns = {
      model: (line: BacktestLine) => line.mean,
      median: (line: BacktestLine) => line.q50,
      order: (line: BacktestLine) => line.order,
      staff: (line: BacktestLine) => line.staff,
      sameWeekday1: (line: BacktestLine) => line.sameWeekday1,
      sameWeekday4: (line: BacktestLine) => line.sameWeekday4,
    };
    for (const [name, pick] of Object.entries(columns)) {
      const expected = measuresOf(lines, pick);
      const found = measures[name as keyof typeof measures];
      for (const key of Object.keys(expected) as (keyof Measures)[]) {
        expect(found[key]).toBeCloseTo(expected[key], 9);
      }
    }
  }
});
