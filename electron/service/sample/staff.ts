import { addDays } from '../../../forecasting/calendar/day.ts';
import type { IsoDate } from '../../../forecasting/domain/records.ts';
import type { SampleCanteen } from './canteens.ts';
import type { SampleEvent } from './events.ts';
import type { SampleMenu } from './menus.ts';
import { normal, type Random } from './random.ts';
import type { SchoolDay } from './sample-calendar.ts';

interface StaffView {
  readonly random: Random;
  readonly canteen: SampleCanteen;
  readonly day: SchoolDay;
  readonly enrolled: number;
  readonly events: readonly SampleEvent[];
  readonly menu: SampleMenu | undefined;
  /** What was served so far, oldest first. */
  readonly past: readonly { readonly date: IsoDate; readonly served: number }[];
}

/** The days that the staff looks at: the same weekday of the last weeks. */
const lookBack = [7, 14, 21, 28];

/**
 * The figure of an experienced kitchen: the last same weekdays, what is written on the wall, and a margin that
 * leaves about one day in five short.
 */
export function staffForecast(view: StaffView): number {
  const { random, canteen, day, events } = view;
  const error = normal(random, 1.047, 0.018);
  const away = events
    .filter(({ unrecorded }) => !unrecorded)
    .reduce((sum, { absent }) => sum + (absent ?? 0), 0);
  const strike = events.some(({ kind, announced }) => kind === 'strike' && announced !== null) ? 0.95 : 1;
  const july = day.month === 7 ? 0.92 : 1;
  const christmas = view.menu?.christmas ? 1.07 : 1;
  const figure = usual(view) * error * strike * july * christmas - away;
  return roundUp(Math.max(0, figure), canteen.capacity);
}

function usual({ canteen, day, enrolled, past }: StaffView): number {
  // In the first weeks of a year last year’s days say little: the staff starts from the children enrolled.
  if (day.nth < 12) return enrolled * canteen.rate * 0.98;
  const dates = lookBack.map((days) => addDays(day.date, -days));
  const served = past.slice(-60).filter(({ date }) => dates.includes(date));
  if (served.length === 0) return enrolled * canteen.rate;
  return served.reduce((sum, row) => sum + row.served, 0) / served.length;
}

/** Large kitchens order in fives. */
function roundUp(figure: number, capacity: number): number {
  const step = capacity >= 150 ? 5 : 1;
  return Math.ceil(figure / step) * step;
}
