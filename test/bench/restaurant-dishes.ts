import { dishBacktest } from '../../forecasting/evaluation/dish-backtest.ts';
import { hasRestaurant, restaurantHistory, restaurantWindows } from '../forecasting/support/restaurant.ts';

/** Served days of a window, and how many windows. */
const days = 80;
const windows = 4;

/** One restaurant's dishes a week ahead, in four windows of 80 served days before the held one, which is spent. */
export function benchRestaurantDishes(): void {
  if (!hasRestaurant) {
    console.log('restaurant dishes: their file is absent');
    return;
  }
  console.log(
    'restaurant dishes, lead 7: WAPE of the median, of the mean of 8 same weekdays; range of 80 % holds',
  );
  const history = restaurantHistory();
  const served = [...new Set(history.servings.map(({ date }) => date))].sort();
  const last = served.filter((date) => date < restaurantWindows.held.from).slice(-days * windows);
  let [errors, eaten] = [0, 0];
  for (let w = 0; w < windows; w++) {
    const own = last.slice(days * w, days * (w + 1));
    const [from = '', to = ''] = [own[0], own.at(-1)];
    const { measures, coverage80, lines } = dishBacktest(history, { from, to, lead: 7 });
    errors += lines.reduce((sum, { q50, taken }) => sum + Math.abs(q50 - taken), 0);
    eaten += lines.reduce((sum, { taken }) => sum + taken, 0);
    console.log(
      `  ${from} to ${to}  ${measures.median.wape.toFixed(3)}  ${measures.sameWeekday8.wape.toFixed(3)}  ${coverage80.toFixed(1)}`,
    );
  }
  console.log(`  all                       ${((100 * errors) / eaten).toFixed(3)}`);
}
