import { utc } from '@date-fns/utc';
// By their own files: the index of all functions costs each start from the sources 200 MB.
import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { enGB } from 'date-fns/locale/en-GB';
import { fr } from 'date-fns/locale/fr';
import { parseISO } from 'date-fns/parseISO';
import type { IsoDate, Language } from '../../api/records.ts';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;
const dateLocales = { fr, en: enGB };

/** A date by a pattern of date-fns, in UTC, so that no time zone moves it; French counts the first of a month, « 1er », where its `d` stands. */
export function dateInWords(date: IsoDate, language: Language, pattern: string): string {
  const day = date.slice(0, 10);
  const at = parseISO(day, { in: utc });
  if (!isValid(at)) return date;
  const counted = language === 'fr' && day.endsWith('-01');
  return format(at, counted ? pattern.replace(/\bd\b/, 'do') : pattern, { locale: dateLocales[language] });
}

/** « 14 février 2017 », “14 February 2017”. */
export const spelledDate = (date: IsoDate, language: Language): string =>
  dateInWords(date, language, 'd MMMM yyyy');

export function formatNumber(value: number, language: Language, decimals = 0): string {
  return value.toLocaleString(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** A purchase factor, with as many of three decimals as it has: « 0,35 », « 1,176 ». */
export const formatFactor = (factor: number, language: Language): string =>
  factor.toLocaleString(locales[language], { maximumFractionDigits: 3 });

/** A difference carries its sign, a true minus too: « +3 », « −25 »; none is 0. */
export function formatSigned(value: number, language: Language, decimals = 0): string {
  const size = formatNumber(Math.abs(value), language, decimals);
  // Signs of what is shown: −0.04 in tenths is no difference.
  if (size === formatNumber(0, language, decimals)) return size;
  return `${value < 0 ? '−' : '+'}${size}`;
}

/** The word for a count: French takes the singular up to 1.99, English for 1 only. */
export const plural = (count: number, language: Language, one: string, many: string): string =>
  (language === 'fr' ? Math.abs(count) < 2 : count === 1) ? one : many;

/** Minutes since midnight as a clock shows them: 20:05. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
