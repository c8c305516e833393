import type { Measures } from '../records.ts';

/** The measures of a forecast against what was served; `null` forecasts are left out. */
export function measure(pairs: Iterable<readonly [forecast: number | null, served: number]>): Measures {
  let n = 0;
  let over = 0;
  let under = 0;
  let served = 0;
  let short = 0;
  for (const [forecast, actual] of pairs) {
    if (forecast === null) continue;
    n++;
    served += actual;
    over += Math.max(0, forecast - actual);
    under += Math.max(0, actual - forecast);
    if (forecast < actual) short++;
  }
  const share = (meals: number) => (served > 0 ? (100 * meals) / served : 0);
  return {
    n,
    mae: n > 0 ? (over + under) / n : 0,
    wape: share(over + under),
    over: share(over),
    under: share(under),
    shortDays: n > 0 ? (100 * short) / n : 0,
    bias: share(over - under),
  };
}
