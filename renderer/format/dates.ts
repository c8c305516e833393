import type { IsoDate, Language } from '../../electron/api/records.ts';
import { dateFormat } from './intl.ts';
import { localeOf } from './numbers.ts';

const DAY = 86_400_000;

/** Calendar dates are handled as UTC midnights, so that no time zone can move them. */
function toUtc(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = toUtc(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(toUtc(date).getTime() + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toUtc(to).getTime() - toUtc(from).getTime()) / DAY);
}

/** Monday = 1 … Sunday = 7. */
export function weekdayOf(date: IsoDate): number {
  return toUtc(date).getUTCDay() || 7;
}

export function mondayOf(date: IsoDate): IsoDate {
  return addDays(date, 1 - weekdayOf(date));
}

const FRIDAY = 5;

/** The next or the previous day of Monday to Friday. */
export function schoolDayFrom(date: IsoDate, step: 1 | -1): IsoDate {
  let day = addDays(date, step);
  while (weekdayOf(day) > FRIDAY) day = addDays(day, step);
  return day;
}

/** ISO 8601 week: the week of the year's first Thursday is week 1. */
export function isoWeek(date: IsoDate): number {
  const thursday = addDays(mondayOf(date), 3);
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
}

function format(date: IsoDate, language: Language, options: Intl.DateTimeFormatOptions): string {
  const text = dateFormat(localeOf(language), options).format(toUtc(date));
  // French counts the first of a month, « 1er », where the month is written or left out, not in « 01/12 ».
  const counted = language === 'fr' && options.month !== 'numeric';
  return counted ? text.replace(/(^|\s)1(?=\s|$)/, '$11er') : text;
}

/** « jeu. 17 », Thu 17 */
export function formatDayShort(date: IsoDate, language: Language): string {
  return format(date, language, { weekday: 'short', day: 'numeric' }).replace(',', '');
}

/** « jeudi 17 décembre », Thursday 17 December */
export function formatDay(date: IsoDate, language: Language): string {
  return format(date, language, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '');
}

/** « jeudi 17 décembre 2026 » */
export function formatDayFull(date: IsoDate, language: Language): string {
  return format(date, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(
    ',',
    '',
  );
}

/** `YYYY-MM` → « novembre 2026 » */
export function formatMonth(month: string, language: Language): string {
  return format(`${month}-01`, language, { month: 'long', year: 'numeric' });
}

/** `YYYY-MM` → « nov. » */
export function formatMonthShort(month: string, language: Language): string {
  return format(`${month}-01`, language, { month: 'short' });
}

/** « 17 déc. 2026 » */
export function formatDate(date: IsoDate, language: Language): string {
  return format(date, language, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** « jeu. 17 déc. », Thu 17 Dec */
export function formatDayMonthShort(date: IsoDate, language: Language): string {
  return format(date, language, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
}

/** « 17/12 » */
export function formatDayMonth(date: IsoDate, language: Language): string {
  return format(date, language, { day: 'numeric', month: 'numeric' });
}

/** « jeudi » */
export function formatWeekday(date: IsoDate, language: Language): string {
  return format(date, language, { weekday: 'long' });
}

/** « 14 – 18 décembre 2026 », « 30 novembre – 4 décembre 2026 » */
export function formatRange(from: IsoDate, to: IsoDate, language: Language): string {
  const last = format(to, language, { day: 'numeric', month: 'long', year: 'numeric' });
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const sameMonth = sameYear && from.slice(0, 7) === to.slice(0, 7);
  const first = format(from, language, {
    day: 'numeric',
    ...(sameMonth ? {} : { month: 'long' }),
    ...(sameYear ? {} : { year: 'numeric' }),
  });
  return `${first} – ${last}`;
}

/** « 12 h », « 9 h 30 » */
export function formatTime(time: string, language: Language): string {
  const [hours = '', minutes = ''] = time.split(':');
  if (language === 'en') return `${hours}:${minutes}`;
  const rest = minutes === '00' ? '' : `\u00a0${minutes}`;
  return `${Number(hours)}\u00a0h${rest}`;
}

/** Wall-clock time as stored, `YYYY-MM-DDTHH:MM` → « 17 déc. 2026, 10 h 42 ». */
export function formatMoment(at: string, language: Language): string {
  const [date = '', time = ''] = at.split('T');
  return `${formatDate(date, language)}, ${formatTime(time, language)}`;
}
