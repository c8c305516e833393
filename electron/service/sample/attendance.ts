import type { IsoDate } from '../../../forecasting/domain/records.ts';
import { enrolledAt, type SampleCanteen, type SampleEnrolment, sampleCanteens } from './canteens.ts';
import type { SampleEvent } from './events.ts';
import type { SampleMenu } from './menus.ts';
import { binomial, normal, type Random, randomStream } from './random.ts';
import type { SampleCalendar, SchoolDay } from './sample-calendar.ts';
import { staffForecast } from './staff.ts';

export interface SampleAttendance {
  readonly date: IsoDate;
  readonly canteen: SampleCanteen;
  readonly served: number;
  readonly staff: number;
}

export interface SampleWorld {
  readonly seed: number;
  readonly calendar: SampleCalendar;
  readonly enrolment: readonly SampleEnrolment[];
  readonly menus: ReadonlyMap<IsoDate, SampleMenu>;
  readonly events: readonly SampleEvent[];
}

/** Meals served and the staff's own figure, from the first day to the day before today. */
export function sampleAttendance(world: SampleWorld): readonly SampleAttendance[] {
  const past = world.calendar.days.filter(({ date }) => date < world.calendar.today);
  const shared = sharedFactors(world, past);
  return sampleCanteens.flatMap((canteen) => canteenAttendance(canteen, world, past, shared));
}

/** What a day does to every canteen alike, as a factor: the sizes seen in the public figures of Nantes. */
function sharedFactors(world: SampleWorld, days: readonly SchoolDay[]): ReadonlyMap<IsoDate, number> {
  const random = randomStream(world.seed, 'days');
  return new Map(
    days.map((day) => {
      const noise = normal(random, 1, 0.008);
      const spread = random();
      return [day.date, noise * calendarFactor(day, spread) * menuFactor(world.menus.get(day.date))];
    }),
  );
}

const weekdayFactor: Readonly<Record<number, number>> = { 1: 0.966, 2: 1.0, 4: 1.0, 5: 1.036 };

/** `spread` says how strongly this one day feels it, 0 to 1. */
function calendarFactor(day: SchoolDay, spread: number): number {
  let factor = weekdayFactor[day.weekday] ?? 1;
  if (day.lastBeforeHolidays) factor *= 1 - 0.045 * spread;
  else if (day.firstAfterHolidays && day.nth > 0) factor *= 1 - 0.02 * spread;
  else if (day.besidePublicHoliday) factor *= 1 - 0.03 * spread;
  if (day.nth < 8) factor *= 0.96;
  if (day.month === 7) factor *= 0.835;
  if (day.month === 1 || day.month === 2) factor *= 0.985;
  return factor;
}

/** In primary schools the menu scarcely moves attendance, the Christmas meal aside. */
function menuFactor(menu: SampleMenu | undefined): number {
  if (menu === undefined) return 1;
  if (menu.christmas) return 1.086;
  const main = menu.courses.find(({ course }) => course === 'main')?.dishes[0]?.liked ?? 0.86;
  return 1 + (main - 0.86) * 0.08;
}

function canteenAttendance(
  canteen: SampleCanteen,
  world: SampleWorld,
  days: readonly SchoolDay[],
  shared: ReadonlyMap<IsoDate, number>,
): readonly SampleAttendance[] {
  const random = randomStream(world.seed, `attendance ${canteen.name}`);
  const nextLevel = levels(random);
  const ownWeekday = [1, 2, 4, 5].map((weekday) => [weekday, normal(random, 1, 0.012)] as const);
  const own = new Map(ownWeekday);
  const rows: SampleAttendance[] = [];
  for (const day of days) {
    const today = world.events.filter(
      ({ date, canteen: at }) => date === day.date && (at === null || at === canteen.name),
    );
    const enrolled = enrolledAt(world.enrolment, canteen.name, day.schoolYear);
    const level =
      normal(random, 1, 0.018) * nextLevel(day) * (own.get(day.weekday) ?? 1) * (shared.get(day.date) ?? 1);
    const strike = today.some(({ kind }) => kind === 'strike') ? strikeFactor(random) : 1;
    const present = enrolled - today.reduce((sum, { absent }) => sum + (absent ?? 0), 0);
    const share = Math.min(0.97, Math.max(0.02, canteen.rate * level * strike));
    const served = binomial(random, present, share);
    const staff = staffForecast({
      random,
      canteen,
      day,
      enrolled,
      events: today,
      menu: world.menus.get(day.date),
      past: rows,
    });
    if (!today.some(({ kind }) => kind === 'closure')) rows.push({ date: day.date, canteen, served, staff });
  }
  return rows;
}

/** Habits drift from week to week, and begin anew each September. */
function levels(random: Random): (day: SchoolDay) => number {
  let level = 1;
  return (day) => {
    if (day.nth === 0) level = normal(random, 1, 0.025);
    if (day.weekday === 1) level = 1 + (level - 1) * 0.98 + normal(random, 0, 0.006);
    return level;
  };
}

/** Most strikes take one child in twenty away, a few take one in three. */
function strikeFactor(random: Random): number {
  return random() < 0.15 ? 0.7 : 1 - 0.07 * random();
}
