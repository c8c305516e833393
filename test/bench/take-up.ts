import { addDays } from '../../forecasting/calendar/day.ts';
import type { Distribution } from '../../forecasting/domain/types.ts';
import { offersOf } from '../../forecasting/take-up/offers.ts';
import { fitTakeUp } from '../../forecasting/take-up/take-up.ts';
import { schools } from '../forecasting/support/take-up-schools.ts';

const seconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};
const line = (name: string, value: string, bar = '') =>
  console.log(`  ${name.padEnd(46)} ${value.padStart(10)}  ${bar}`);

const diners: Distribution = { mean: 100, quantile: (p) => 100 + 10 * (2 * p - 1) };

/** Fit of the take-up and a week of portions, against reading the same records into offers. */
export function benchTakeUp(): void {
  console.log('take-up: a school year × 87 sites × 3 courses, 60 dishes');
  const city = schools({
    sites: 87,
    days: 140,
    dishes: 60,
    choice: 1,
    courses: ['main', 'starter', 'dessert'],
    seed: 4,
  });
  const day = Number.MAX_SAFE_INTEGER;
  const read = () => offersOf(city.history, day);
  read();
  const reading = seconds(read);
  let model = fitTakeUp(city.history, city.next);
  const fit = seconds(() => {
    model = fitTakeUp(city.history, city.next);
  });
  line('records into offers', `${reading.toFixed(2)} s`);
  line('fit', `${fit.toFixed(2)} s`, `×${(fit / reading).toFixed(1)}`);
  const week = () => {
    for (let d = 0; d < 5; d++) {
      for (let site = 1; site <= 87; site++) {
        for (let dish = 0; dish < 5; dish++) {
          const offered = {
            ...city.dishes[5 * d + dish],
            course: 'main',
          } as const;
          model.demand(site, addDays(city.next, d), [offered], diners)[0]?.quantile(0.8);
        }
      }
    }
  };
  const cold = seconds(week);
  const warm = seconds(week);
  line('portions of a week, 87 sites × 5 dishes', `${cold.toFixed(2)} s`, `×${(cold / reading).toFixed(1)}`);
  line('the same, warm', `${warm.toFixed(2)} s`, `×${(warm / reading).toFixed(1)}, bar 0.5 s`);
}
