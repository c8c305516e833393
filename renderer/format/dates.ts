import { utc } from '@date-fns/utc';
import {
  addBusinessDays,
  addDays as addDaysTo,
  differenceInCalendarDays,
  formatISO,
  format as formatWith,
  getISODay,
  getISOWeek,
  isValid,
  parseISO,
  startOfISOWeek,
} from 'date-fns';
import { enGB } from 'date-fns/locale/en-GB';
import { fr } from 'date-fns/locale/fr';
import type { IsoDate, Language } from '../../electron/api/records.ts';

const locales = { fr, en: enGB };

/** Calendar dates are handled in UTC, so that no time zone can move them. */
const parse = (date: IsoDate) => parseISO(date, { in: utc });

const isoOf = (date: Date): IsoDate => formatISO(date, { representation: 'date' });

export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parse(text));
}

export function addCalendarDays(date: IsoDate, days: number): IsoDate {
  return isoOf(addDaysTo(parse(date), days));
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return differenceInCalendarDays(parse(to), parse(from));
}

/** Monday = 1 … Sunday = 7. */
export function weekdayOf(date: IsoDate): number {
  return getISODay(parse(date));
}

export function mondayOf(date: IsoDate): IsoDate {
  return isoOf(startOfISOWeek(parse(date)));
}

/** The next or the previous day of Monday to Friday. */
export function schoolDayFrom(date: IsoDate, step: 1 | -1): IsoDate {
  return isoOf(addBusinessDays(parse(date), step));
}

/** ISO 8601 week: the week of the year's first Thursday is week 1. */
export function isoWeek(date: IsoDate): number {
  return getISOWeek(parse(date));
}

/** Says a date by a pattern of date-fns; French counts the first of a month, « 1er », where its `d` stands. */
function format(date: IsoDate, language: Language, pattern: string): string {
  const counted = language === 'fr' && date.endsWith('-01');
  return formatWith(parse(date), counted ? pattern.replace(/\bd\b/, 'do') : pattern, {
    locale: locales[language],
  });
}

/** « jeu. 17 », Thu 17 */
export function formatDayShort(date: IsoDate, language: Language): string {
  return format(date, language, 'EEE d');
}

/** « jeudi 17 décembre », Thursday 17 December */
export function formatDay(date: IsoDate, language: Language): string {
  return format(date, language, 'EEEE d MMMM');
}

/** « jeudi 17 décembre 2026 » */
export function formatDayFull(date: IsoDate, language: Language): string {
  return format(date, language, 'EEEE d MMMM yyyy');
}

/** `YYYY-MM` → « novembre 2026 » */
export function formatMonth(month: string, language: Language): string {
  return format(`${month}-01`, language, 'MMMM yyyy');
}

/** `YYYY-MM` → « nov. » */
export function formatMonthShort(month: string, language: Language): string {
  return format(`${month}-01`, language, 'MMM');
}

/** « 17 déc. 2026 » */
export function formatDate(date: IsoDate, language: Language): string {
  return format(date, language, 'd MMM yyyy');
}

/** « jeu. 17 déc. », Thu 17 Dec */
export function formatDayMonthShort(date: IsoDate, language: Language): string {
  return format(date, language, 'EEE d MMM');
}

/** « 17/12/2026 » */
export function formatDateNumeric(date: IsoDate, language: Language): string {
  return format(date, language, 'dd/MM/yyyy');
}

/** « jeu. 17 déc. 2026 », Thu 17 Dec 2026 */
export function formatDayDate(date: IsoDate, language: Language): string {
  return format(date, language, 'EEE d MMM yyyy');
}

/** « 17/12 » */
export function formatDayMonth(date: IsoDate, language: Language): string {
  return format(date, language, 'dd/MM');
}

/** « jeudi » */
export function formatWeekday(date: IsoDate, language: Language): string {
  return format(date, language, 'EEEE');
}

/** « 14 – 18 décembre 2026 », « 30 novembre – 4 décembre 2026 » */
export function formatRange(from: IsoDate, to: IsoDate, language: Language): string {
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  if (from === to) return format(to, language, 'd MMMM yyyy');
  const sameMonth = sameYear && from.slice(0, 7) === to.slice(0, 7);
  const first = `d${sameMonth ? '' : ' MMMM'}${sameYear ? '' : ' yyyy'}`;
  return `${format(from, language, first)} – ${format(to, language, 'd MMMM yyyy')}`;
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
