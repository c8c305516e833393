import { addDays, toDay } from '../../../forecasting/calendar/day.ts';
import { weekOfSchoolYear } from '../../../forecasting/calendar/school-year.ts';
import type { ClosureKind, IsoDate } from '../../../forecasting/domain/records.ts';
import { sampleCanteens } from './canteens.ts';
import { integer, pick, randomStream } from './random.ts';
import type { SampleCalendar, SchoolDay } from './sample-calendar.ts';

export interface SampleEvent {
  readonly date: IsoDate;
  readonly kind: ClosureKind;
  /** `null`: every canteen. */
  readonly canteen: string | null;
  readonly absent: number | null;
  readonly announced: IsoDate | null;
  /** Nobody wrote it down: it shows in the counts and in no file. */
  readonly unrecorded?: boolean;
}

const strikeMonths = [10, 12, 1, 3];

/** What makes a day unlike others: strikes, canteens that close, classes that are away. */
export function sampleEvents(seed: number, { years, days, today }: SampleCalendar): readonly SampleEvent[] {
  const past = days.filter(({ date }) => date < today);
  return [
    ...years.flatMap((year) => strikesOf(seed, year, past)),
    ...years.flatMap((year) => outingsOf(seed, year, past)),
    ...boilerFailure(past, years[1] ?? 0),
    ...comingEvents(days, today),
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Four strikes a year; most are announced, and some canteens do not open at all. */
function strikesOf(seed: number, year: number, past: readonly SchoolDay[]): readonly SampleEvent[] {
  const random = randomStream(seed, `strikes ${year}`);
  return strikeMonths.flatMap((month, i) => {
    const candidates = past.filter((day) => day.schoolYear === year && day.month === month && isMidWeek(day));
    const at = random();
    const closed = sampleCanteens.filter(() => random() < 0.15);
    const date = candidates[Math.floor(at * candidates.length)]?.date;
    if (date === undefined) return [];
    const announced = i === 3 ? null : addDays(date, -integer(random, 3, 8));
    const strike: SampleEvent = { date, kind: 'strike', canteen: null, absent: null, announced };
    return [strike, ...closed.map(({ name }) => closure(date, name))];
  });
}

function isMidWeek({ weekday }: SchoolDay): boolean {
  return weekday === 2 || weekday === 4;
}

function closure(date: IsoDate, canteen: string): SampleEvent {
  return { date, kind: 'closure', canteen, absent: null, announced: date };
}

/** From mid-May on each canteen has classes away on a few days; the secretary notes about half of them. */
function outingsOf(seed: number, year: number, past: readonly SchoolDay[]): readonly SampleEvent[] {
  return sampleCanteens.flatMap(({ name, capacity }) => {
    const random = randomStream(seed, `outings ${name} ${year}`);
    const candidates = past.filter(
      ({ schoolYear, date }) =>
        schoolYear === year && date >= `${year + 1}-05-18` && date < `${year + 1}-07-01`,
    );
    if (candidates.length < 15) return [];
    const count = capacity < 50 ? 1 : 3;
    const dates = new Set(Array.from({ length: count }, () => pick(random, candidates).date));
    return [...dates].map((date) => ({
      date,
      kind: 'outing' as const,
      canteen: name,
      absent: Math.min(integer(random, 19, 28), Math.round(capacity * 0.35)),
      announced: addDays(date, -14),
      unrecorded: random() < 0.5,
    }));
  });
}

/** One canteen shut for two days in January, from one day to the next. */
function boilerFailure(past: readonly SchoolDay[], year: number): readonly SampleEvent[] {
  const cold = past.filter((day) => day.schoolYear === year && day.month === 1).slice(5, 7);
  return cold.map(({ date }) => closure(date, 'Les Quatre Vents'));
}

/** A strike on the Thursday of the next school week and a class away on its Tuesday, both known already. */
function comingEvents(days: readonly SchoolDay[], today: IsoDate): readonly SampleEvent[] {
  const monday = weekOfSchoolYear(toDay(today)) + 7;
  const coming = days.filter(({ date }) => toDay(date) >= monday);
  const strike = coming.find(({ weekday }) => weekday === 4)?.date;
  const outing = coming.find(({ weekday }) => weekday === 2)?.date;
  const known = addDays(today, -3);
  return [
    ...(strike === undefined
      ? []
      : [{ date: strike, kind: 'strike' as const, canteen: null, absent: null, announced: known }]),
    ...(outing === undefined
      ? []
      : [{ date: outing, kind: 'outing' as const, canteen: 'Marie Tellier', absent: 26, announced: known }]),
  ];
}
