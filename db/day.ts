import type { IsoDate } from '../forecasting/domain/records.ts';
import { DamagedDatabaseError } from './database.ts';

const msPerDay = 86_400_000;

/** Days since 1970-01-01 of a calendar date; NaN when there is no such day, as 31 February. */
export function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.getTime() / msPerDay : Number.NaN;
}

export function dayOfIso(iso: IsoDate): number {
  return dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/** Throws `DamagedDatabaseError` for a day that no calendar has: the app cannot have written it. */
export function isoOf(day: number): IsoDate {
  const date = new Date(day * msPerDay);
  if (Number.isNaN(date.getTime())) throw new DamagedDatabaseError('', new Error(`day ${day}`));
  return date.toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Year of September: 2016 stands for 2016-2017. A school year runs from August to July. */
export function schoolYearOfDay(day: number): number {
  const date = new Date(day * msPerDay);
  return date.getUTCMonth() >= 7 ? date.getUTCFullYear() : date.getUTCFullYear() - 1;
}
