import type { IsoDate, SiteYear } from '../../../electron/api/records.ts';
import { daysBetween } from '../../format/dates.ts';

interface Size {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

interface YearScale {
  x(date: IsoDate): number;
  y(meals: number): number;
  readonly ticks: readonly number[];
}

/** Steps that one reads at a glance: 1, 2 or 5 times a power of ten, four lines at most. */
function stepFor(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 4)));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => most / step <= 4) ?? 10 * power;
}

/** From nought to the most served or the seats, over the days of a school year. */
export function yearScale({ served, schoolYear }: SiteYear, seats: number | null, size: Size): YearScale {
  const most = Math.max(1, seats ?? 0, ...served.map((one) => one.served));
  const step = Math.max(1, stepFor(most));
  const top = Math.ceil(most / step) * step;
  const start = `${schoolYear}-09-01`;
  const days = daysBetween(start, `${schoolYear + 1}-08-31`);
  const height = size.height - size.top - size.bottom;
  return {
    x: (date) => size.left + (daysBetween(start, date) / days) * (size.width - size.left),
    y: (meals) => size.top + height * (1 - meals / top),
    ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, i) => i * step),
  };
}
