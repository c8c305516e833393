import type { IsoDate } from '../records.ts';

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

export function addDays(iso: IsoDate, days: number): IsoDate {
  return toIso(toDay(iso) + days);
}

/** 1 to 12. */
export function monthOf(day: number): number {
  return new Date(day * msPerDay).getUTCMonth() + 1;
}

export function yearOf(day: number): number {
  return new Date(day * msPerDay).getUTCFullYear();
}
