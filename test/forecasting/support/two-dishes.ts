import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import type { Serving } from '../../../forecasting/domain/records.ts';
import type { TakeUpHistory } from '../../../forecasting/take-up/offers.ts';
import { columns } from './columns.ts';
import { random } from './synthetic.ts';

/** Two schools that offer two mains on each of some forty days, and the last of these days. */
export function restaurantLike(): { readonly history: TakeUpHistory; readonly day: number } {
  const next = random(21);
  const servings: Serving[] = [];
  const records: Parameters<typeof columns>[0][number][] = [];
  let date = '2024-01-08';
  for (let i = 0; i < 56; i++, date = addDays(date, 1)) {
    if (weekday(toDay(date)) > 5) continue;
    for (const siteId of [1, 2]) {
      const share = 0.4 + 0.2 * next();
      records.push({ site: siteId, day: toDay(date), served: 100, staff: Number.NaN });
      for (const [dish, of] of [
        ['Poulet rôti', share],
        ['Gratin de courgettes', 1 - share],
      ] as const) {
        servings.push({ siteId, date, dish, served: Math.round(100 * of), prepared: null, left: null });
      }
    }
  }
  const history: TakeUpHistory = { attendance: columns(records), menu: [], servings };
  return { history, day: toDay(date) };
}
