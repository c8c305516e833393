import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Serving } from '../../../forecasting/domain/records.ts';
import { type DishHistory, dishBacktest } from '../../../forecasting/evaluation/dish-backtest.ts';
import { sharedFolder } from '../../support/shared.ts';

const folder = join(sharedFolder, 'data', 'restaurant_dishes');

export const hasRestaurant = existsSync(folder);
export const restaurantFolder = folder;

function table(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
}

/**
 * The public restaurant file (opimwue/ddop): 7 mains on 765 days. The two files join by row number. Closed days are
 * left out; of the other columns none is used: the weather of the day served is not known a week before, and the
 * weekday of one row is wrong.
 */
export function restaurantHistory(): DishHistory {
  const days = table('yaz_data.csv');
  const servings = table('yaz_target.csv').flatMap((counts, i): Serving[] =>
    days[i]?.is_closed === '1'
      ? []
      : Object.entries(counts).map(([dish, served]) => ({
          siteId: 1,
          date: days[i]?.date as string,
          dish,
          served: Number(served),
          prepared: null,
          left: null,
        })),
  );
  const none = new Int32Array(0);
  return {
    sites: [{ id: 1, name: 'Restaurant', kind: 'A', sector: null, capacity: null }],
    attendance: { site: none, day: none, served: new Float64Array(0), staff: new Float64Array(0) },
    enrolment: [],
    menu: [],
    closures: [],
    holidays: [],
    servings,
  };
}

export const restaurantWindows = {
  tuned: { from: '2014-10-01', to: '2015-03-31', lead: 7 },
  held: { from: '2015-04-01', to: '2015-11-07', lead: 7 },
} as const;

// Started as a process of its own by the test: Jest's sandbox makes numerics four times slower.
if (process.argv[2] === '--print') {
  const start = performance.now();
  const result = dishBacktest(
    restaurantHistory(),
    restaurantWindows[process.argv[3] === 'tuned' ? 'tuned' : 'held'],
  );
  console.log(
    JSON.stringify({ ...result, lines: result.lines, seconds: (performance.now() - start) / 1000 }),
  );
}
