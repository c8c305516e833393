import type { Measures } from '../domain/records.ts';

/** The measures of one forecast as they grow, one site-day after another; `null` forecasts are left out. */
export class RunningMeasures {
  private n = 0;
  private over = 0;
  private under = 0;
  private served = 0;
  private short = 0;

  add(forecast: number | null, actual: number): void {
    if (forecast === null) return;
    this.n++;
    this.served += actual;
    this.over += Math.max(0, forecast - actual);
    this.under += Math.max(0, actual - forecast);
    if (forecast < actual) this.short++;
  }

  measures(): Measures {
    const { n, over, under, served, short } = this;
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
}

/** The measures of a forecast against what was served; `null` forecasts are left out. */
export function measure(pairs: Iterable<readonly [forecast: number | null, served: number]>): Measures {
  const running = new RunningMeasures();
  for (const [forecast, actual] of pairs) running.add(forecast, actual);
  return running.measures();
}
