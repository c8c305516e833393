import type { IsoDate, Language } from '../../api/records.ts';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

const dateFormats = new Map<Language, Intl.DateTimeFormat>();

/** « 14 février 2017 », “14 February 2017”. */
export function formatDate(date: IsoDate, language: Language): string {
  const format =
    dateFormats.get(language) ??
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  dateFormats.set(language, format);
  const at = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at)
    ? date
    : format.format(at).replace(/^1 (?=\p{L})/u, language === 'fr' ? '1er ' : '1 ');
}

export function formatNumber(value: number, language: Language, decimals = 0): string {
  return value.toLocaleString(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** The word for a count: French takes the singular up to 1.99, English for 1 only. */
export const plural = (count: number, language: Language, one: string, many: string): string =>
  (language === 'fr' ? Math.abs(count) < 2 : count === 1) ? one : many;

/** Minutes since midnight as a clock shows them: 20:05. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
