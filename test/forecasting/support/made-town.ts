import {
  dayNumber,
  monthOfDay,
  toDay,
  toIso,
  weekday,
  weekIndex,
} from '../../../forecasting/calendar/day.ts';
import { publicHolidays } from '../../../forecasting/calendar/public-holidays.ts';
import type { History, SchoolHoliday, Site, SiteKind } from '../../../forecasting/domain/records.ts';
import { columns } from './columns.ts';
import { random } from './synthetic.ts';

/** One day of the calendar as a made site sees it. */
export interface MadeDay {
  readonly day: number;
  readonly weekday: number;
  /** Whole weeks since the first day of the town. */
  readonly week: number;
  readonly inHolidays: boolean;
}

export interface MadeSite {
  readonly kind?: SiteKind;
  /** Meals on a usual day. */
  readonly meals: number;
  serves(day: MadeDay): boolean;
  /** Share of the usual meals on a weekday; absent: all alike. */
  readonly share?: (day: MadeDay) => number;
  /** Standard deviation of the logarithm of a count; absent: 0.06. */
  readonly noise?: (day: MadeDay) => number;
}

const schoolDays: readonly number[] = [1, 2, 4, 5];
/** A school of four days. */
export const fourDays = ({ weekday: w, inHolidays }: MadeDay) => !inHolidays && schoolDays.includes(w);

const holiday = (name: string, firstDay: string, lastDay: string): SchoolHoliday => ({
  zone: 'B',
  name,
  firstDay,
  lastDay,
});
/** The school years 2022-23 to 2024-25 of zone B. */
export const zoneB: readonly SchoolHoliday[] = [
  holiday('Toussaint', '2022-10-22', '2022-11-06'),
  holiday('Noël', '2022-12-17', '2023-01-02'),
  holiday('Hiver', '2023-02-11', '2023-02-26'),
  holiday('Printemps', '2023-04-15', '2023-05-01'),
  holiday('Été', '2023-07-08', '2023-09-03'),
  holiday('Toussaint', '2023-10-21', '2023-11-05'),
  holiday('Noël', '2023-12-23', '2024-01-07'),
  holiday('Hiver', '2024-02-24', '2024-03-10'),
  holiday('Printemps', '2024-04-20', '2024-05-05'),
  holiday('Été', '2024-07-06', '2024-09-01'),
  holiday('Toussaint', '2024-10-19', '2024-11-03'),
  holiday('Noël', '2024-12-21', '2025-01-05'),
  holiday('Hiver', '2025-02-08', '2025-02-23'),
  holiday('Printemps', '2025-04-05', '2025-04-21'),
  holiday('Été', '2025-07-05', '2025-08-31'),
];

/** A made day of a date. */
export function madeDay(day: number, firstDay: number): MadeDay {
  const date = toIso(day);
  return {
    day,
    weekday: weekday(day),
    week: weekIndex(day) - weekIndex(firstDay),
    inHolidays: zoneB.some((one) => one.firstDay <= date && date <= one.lastDay),
  };
}

/** Fictional sites whose days of service are given, over a period of the zone B of 2022 to 2025; seeded. */
export function madeTown(sites: readonly MadeSite[], from: string, to: string, seed = 1): History {
  const next = random(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const [first, last] = [toDay(from), toDay(to)];
  const off = new Set([2022, 2023, 2024, 2025].flatMap((y) => publicHolidays(y).map(({ date }) => date)));
  const records: { site: number; day: number; served: number; staff: number }[] = [];
  for (let day = first; day <= last; day++) {
    if (off.has(toIso(day))) continue;
    const made = madeDay(day, first);
    const town = 0.02 * normal() + (monthOfDay(day) === 7 ? -0.1 : 0);
    for (const [i, site] of sites.entries()) {
      const noise = (site.noise?.(made) ?? 0.06) * normal();
      if (!site.serves(made)) continue;
      const served = Math.max(1, Math.round(site.meals * (site.share?.(made) ?? 1) * Math.exp(town + noise)));
      records.push({ site: i + 1, day, served, staff: Number.NaN });
    }
  }
  return {
    sites: sites.map(
      ({ kind = 'E' }, i): Site => ({ id: i + 1, name: `Site ${i + 1}`, kind, sector: null, capacity: null }),
    ),
    attendance: columns(records),
    enrolment: sites.flatMap(({ meals }, i) =>
      [2022, 2023, 2024].map((schoolYear) => ({
        siteId: i + 1,
        schoolYear,
        children: Math.round(1.25 * meals),
      })),
    ),
    menu: [],
    closures: [],
    holidays: zoneB,
  };
}

/** 1 September of a year. */
export const september = (year: number) => dayNumber(year, 9, 1);
