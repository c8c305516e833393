import { toIso } from '../../../forecasting/calendar/day.ts';
import type { DishDemand } from '../../../forecasting/domain/types.ts';
import { pinballLoss } from '../../../forecasting/evaluation/calibration.ts';
import type { ForecastCell } from '../../../forecasting/evaluation/rolling.ts';
import { usualCorrelation } from '../../../forecasting/models/pooled-errors.ts';
import { SharedNormals } from '../../../forecasting/numerics/streams.ts';
import { DrawnDemand, poolDemand } from '../../../forecasting/take-up/demand.ts';
import { dinerDraws } from '../../../forecasting/take-up/diner-draws.ts';
import { nantesHistory, replayNantes } from './nantes.ts';

/** How well the meals of kitchen-like pools were forecast, a week ahead. */
export interface PoolMeasures {
  readonly sites: number;
  readonly n: number;
  readonly coverage80: number;
  /** Share of the days on which the order at the level 0.8 was too small. */
  readonly short: number;
  /** Meals over at that level, in percent of the meals served. */
  readonly over: number;
  /** Mean over the levels 0.1 to 0.9, in percent of the meals served. */
  readonly pinball: number;
}

/** The year on which the way was chosen, and those on which it is measured. */
export const poolYears = [
  { from: '2014-09-01', to: '2015-07-03' },
  { from: '2015-09-01', to: '2016-07-05' },
  { from: '2016-09-01', to: '2017-07-07' },
] as const;
const sizes = [3, 10, 30] as const;
const partitions = 2;
const levels = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** The sites in an order that has nothing to do with them. */
function shuffled(sites: readonly number[], seed: number): readonly number[] {
  const place = (site: number) => Math.abs(Math.sin((site + 1) * 12.9898 + seed * 78.233) * 43_758.5453) % 1;
  return sites.toSorted((a, b) => place(a) - place(b));
}

function* pools(sites: readonly number[], size: number): Generator<readonly number[]> {
  for (let seed = 0; seed < partitions; seed++) {
    const order = shuffled(sites, seed);
    for (let i = 0; i + size <= order.length; i += size) yield order.slice(i, i + size);
  }
}

interface PoolDay {
  readonly served: number;
  readonly demand: DishDemand;
}

/** The forecasts of one year, by day. */
function forecastsOf(from: string, to: string, lead: number): ReadonlyMap<number, readonly ForecastCell[]> {
  const cells: ForecastCell[] = [];
  replayNantes({ from, to, lead }, (cell) => cells.push(cell));
  return Map.groupBy(cells, ({ day }) => day);
}

/** One year, with the correlation that was learned, or with one for all. */
function nantesPools(days: ReadonlyMap<number, readonly ForecastCell[]>, fixed: number | null) {
  const found = new Map<number, PoolDay[]>(sizes.map((size) => [size, []]));
  const ids = nantesHistory().sites.map(({ id }) => id);
  for (const [day, cells] of days) {
    const demands = demandsOf(day, cells, fixed);
    for (const size of sizes) {
      for (const pool of pools(ids, size)) {
        const open = pool.flatMap((id) => demands.get(id) ?? []);
        if (open.length < Math.max(2, 0.8 * size)) continue;
        const served = open.reduce((sum, one) => sum + one.served, 0);
        found.get(size)?.push({ served, demand: poolDemand(open.map(({ demand }) => demand)) });
      }
    }
  }
  return sizes.map((size) => measure(size, found.get(size) ?? []));
}

/** As a plan by dish imagines the guests of a dish that all take. */
function demandsOf(day: number, cells: readonly ForecastCell[], fixed: number | null) {
  const shared = new SharedNormals();
  return new Map(
    cells.map(({ siteId, forecast, served, correlation }): [number, PoolDay] => {
      const draws = dinerDraws(siteId, toIso(day), forecast, fixed ?? correlation, shared);
      return [siteId, { served, demand: new DrawnDemand(forecast.mean, draws) }];
    }),
  );
}

function measure(sites: number, days: readonly PoolDay[]): PoolMeasures {
  const mean = (of: (day: PoolDay) => number) => days.reduce((sum, day) => sum + of(day), 0) / days.length;
  const meals = mean(({ served }) => served);
  return {
    sites,
    n: days.length,
    coverage80:
      100 *
      mean(({ served, demand }) => Number(served >= demand.quantile(0.1) && served <= demand.quantile(0.9))),
    short: 100 * mean(({ served, demand }) => Number(served > demand.quantile(0.8))),
    over: (100 * mean(({ served, demand }) => Math.max(0, demand.quantile(0.8) - served))) / meals,
    pinball:
      (100 *
        mean(({ served, demand }) =>
          levels.reduce((sum, p) => sum + pinballLoss(p, demand.quantile(p), served) / levels.length, 0),
        )) /
      meals,
  };
}

// Started as a process of its own by the test: Jest's sandbox makes numerics four times slower. `--all`: every year.
if (process.argv[2] === '--print' || process.argv[2] === '--all') {
  const years = process.argv[2] === '--all' ? poolYears : poolYears.slice(2);
  const measured = years.map(({ from, to }) => {
    const days = forecastsOf(from, to, 7);
    return { from, learned: nantesPools(days, null), usual: nantesPools(days, usualCorrelation) };
  });
  console.log(JSON.stringify(measured, null, process.argv[2] === '--all' ? 1 : 0));
}
