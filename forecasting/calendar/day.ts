import type { IsoDate } from '../domain/records.ts';

const msPerDay = 86_400_000;
const isoPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a calendar date. Throws on a date that does not exist. */
export function toDay(iso: IsoDate): number {
  const parts = isoPattern.exec(iso);
  if (parts === null) throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${iso}`);
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const day = dayNumber(year, month, date);
  const exists = dayOfMonth(day) === date && monthOfDay(day) === month && yearOf(day) === year;
  if (!exists) throw new RangeError(`No such day in the calendar: ${iso}`);
  return day;
}

export function toIso(day: number): IsoDate {
  const year = yearOf(day);
  // Few years are not written with four digits, and no day is a fraction.
  if (!(year >= 1000 && year <= 9999 && Number.isInteger(day))) {
    return new Date(day * msPerDay).toISOString().slice(0, 10);
  }
  return `${year}-${twoDigits(monthOfDay(day))}-${twoDigits(dayOfMonth(day))}`;
}

const twoDigits = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** The day number of a year, month (1 to 12) and day of the month. */
export function dayNumber(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / msPerDay;
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
  const m = marchMonth(dayOfMarchYear(day));
  return m < 10 ? m + 3 : m - 9;
}

/** 1 to 31. */
function dayOfMonth(day: number): number {
  const d = dayOfMarchYear(day);
  return d - Math.floor((153 * marchMonth(d) + 2) / 5) + 1;
}

export function yearOf(day: number): number {
  const era = Math.floor((day + daysToEra) / daysPerEra);
  return yearOfEra(day) + era * 400 + (monthOfDay(day) <= 2 ? 1 : 0);
}

// Civil calendar from day numbers by arithmetic alone (Howard Hinnant, "chrono-compatible low-level date
// algorithms"): years start in March, eras of 400 years repeat. Far faster than a Date for each row.
const daysToEra = 719_468;
const daysPerEra = 146_097;

/** 0 is March. */
const marchMonth = (dayOfYear: number): number => Math.floor((5 * dayOfYear + 2) / 153);

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
