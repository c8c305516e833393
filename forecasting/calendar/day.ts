import type { IsoDate } from '../domain/records.ts';

const msPerDay = 86_400_000;
const isoPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a calendar date. Throws on a date that does not exist. */
export function toDay(iso: IsoDate): number {
  const parts = isoPattern.exec(iso);
  if (parts === null) throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${iso}`);
  const day = dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (toIso(day) !== iso) throw new RangeError(`No such day in the calendar: ${iso}`);
  return day;
}

export function toIso(day: number): IsoDate {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** The day number of a year, month (1 to 12) and day of the month. */
export function dayNumber(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / msPerDay;
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Weeks since that of 1970-01-01, from Monday to Sunday. */
export function weekIndex(day: number): number {
  return Math.floor((day + 3) / 7);
}

export function addDays(iso: IsoDate, days: number): IsoDate {
  return toIso(toDay(iso) + days);
}

/** 1 to 12. */
export function monthOfDay(day: number): number {
  const m = Math.floor((5 * dayOfMarchYear(day) + 2) / 153);
  return m < 10 ? m + 3 : m - 9;
}

export function yearOf(day: number): number {
  const era = Math.floor((day + daysToEra) / daysPerEra);
  return yearOfEra(day) + era * 400 + (monthOfDay(day) <= 2 ? 1 : 0);
}

// Civil calendar from day numbers by arithmetic alone (Howard Hinnant, "chrono-compatible low-level date
// algorithms"): years start in March, eras of 400 years repeat. Far faster than a Date for each row.
const daysToEra = 719_468;
const daysPerEra = 146_097;

function dayOfEra(day: number): number {
  const z = day + daysToEra;
  return z - Math.floor(z / daysPerEra) * daysPerEra;
}

function yearOfEra(day: number): number {
  const d = dayOfEra(day);
  return Math.floor((d - Math.floor(d / 1460) + Math.floor(d / 36_524) - Math.floor(d / 146_096)) / 365);
}

function dayOfMarchYear(day: number): number {
  const y = yearOfEra(day);
  return dayOfEra(day) - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
}
