import { isDeepStrictEqual } from 'node:util';
import { addDays, toDay } from '../../../forecasting/calendar/day.ts';
import type { History } from '../../../forecasting/domain/records.ts';
import type { Distribution } from '../../../forecasting/domain/types.ts';
import { pinballLoss } from '../../../forecasting/evaluation/calibration.ts';
import { type ForecastCell, Rolling } from '../../../forecasting/evaluation/rolling.ts';
import { nantesFits, nantesHistory, replayNantes } from './nantes.ts';

/** How well strike days were forecast, in meals and percent of the meals served. */
export interface StrikeMeasures {
  readonly n: number;
  readonly wape: number;
  /** WAPE of the median: the mean of a day that is either usual or nearly shut is seldom what is served. */
  readonly medianWape: number;
  readonly bias: number;
  readonly pinball: number;
  readonly coverage80: number;
  readonly shortDays: number;
}

/**
 * The numbers that a strike rests on before any is on record were chosen on those up to August 2014
 * (`--print chosen`); what they are worth is measured on those after. Left out are two school years of few strikes.
 */
const periods = {
  chosen: [
    { from: '2012-09-04', to: '2013-07-05' },
    { from: '2013-09-03', to: '2014-07-04' },
  ],
  held: [
    { from: '2014-09-01', to: '2015-07-03' },
    { from: '2016-09-01', to: '2017-07-07' },
  ],
} as const;
const probabilities = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** The strike days of two school years, seven days ahead, with the strikes announced in time or never. */
export function nantesStrikes(announced: boolean, period: keyof typeof periods = 'held'): StrikeMeasures {
  const history = announcedHistory(announced);
  const strikes = new Set(
    history.closures.filter(({ kind }) => kind === 'strike').map(({ date }) => toDay(date)),
  );
  const days: { readonly served: number; readonly forecast: Distribution }[] = [];
  for (const year of periods[period]) {
    const visit = ({ day, served, forecast }: ForecastCell) => {
      if (strikes.has(day)) days.push({ served, forecast });
    };
    replayNantes({ ...year, lead: 7, everyDay: true }, visit, history);
  }
  return measuresOf(days);
}

/** Nantes' past with every closure announced in time, or never. */
function announcedHistory(announced: boolean): History {
  const read = nantesHistory();
  const closures = read.closures.map((c) => ({ ...c, announced: announced ? addDays(c.date, -10) : null }));
  return { ...read, closures };
}

/** Whether the first refit of a year is the same, to the digit, however the strikes before it were announced. */
function fitsAreAlike(): boolean {
  const [, { from, to }] = periods.held;
  const [first] = nantesFits({ from, to, lead: 7 });
  return [true, false].every((announced) => {
    const rolling = new Rolling(announcedHistory(announced), { from, to: from, lead: 7, everyDay: true });
    rolling.run({}, () => undefined);
    return first !== null && isDeepStrictEqual(rolling.fits, [first]);
  });
}

function measuresOf(
  days: readonly { readonly served: number; readonly forecast: Distribution }[],
): StrikeMeasures {
  const n = days.length;
  const mean = (of: (served: number, forecast: Distribution) => number) =>
    days.reduce((sum, { served, forecast }) => sum + of(served, forecast), 0) / n;
  const served = mean((count) => count);
  return {
    n,
    wape: (100 * mean((count, f) => Math.abs(f.mean - count))) / served,
    medianWape: (100 * mean((count, f) => Math.abs(f.quantile(0.5) - count))) / served,
    bias: (100 * mean((count, f) => f.mean - count)) / served,
    pinball: mean((count, f) =>
      probabilities.reduce((sum, p) => sum + pinballLoss(p, f.quantile(p), count) / probabilities.length, 0),
    ),
    coverage80: 100 * mean((count, f) => Number(count >= f.quantile(0.1) && count <= f.quantile(0.9))),
    shortDays: 100 * mean((count, f) => Number(count > f.quantile(0.8))),
  };
}

// Started as a process of its own by the test: Jest's sandbox makes numerics four times slower.
if (process.argv[2] === '--print') {
  const period = process.argv[3] === 'chosen' ? 'chosen' : 'held';
  console.log(
    JSON.stringify({
      known: nantesStrikes(true, period),
      unknown: nantesStrikes(false, period),
      fitsAreAlike: fitsAreAlike(),
    }),
  );
}
