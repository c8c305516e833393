import type { IsoDate, Language } from '../../api/records.ts';
import { dateInWords } from '../messages/format.ts';
import { sheetTexts } from './sheet-texts.ts';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** “jeudi 17 décembre 2026”, “Thursday 17 December 2026”. */
export const longDate = (date: IsoDate, language: Language): string =>
  dateInWords(date, language, 'EEEE d MMMM yyyy');

/** The same without the year: “lundi 14 décembre”. */
export const shortDate = (date: IsoDate, language: Language): string =>
  dateInWords(date, language, 'EEEE d MMMM');

/** “6 h 58” in French, “06:58” in English. */
export function clockTime(time: string, language: Language): string {
  if (language === 'en') return time;
  const [hours = '', minutes = ''] = time.split(':');
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
}

/** “Faite lundi 14 décembre à 9 h 12”, from `YYYY-MM-DDTHH:MM`. */
export function madeWhen({ madeAt }: { readonly madeAt: string }, language: Language): string {
  const [date = '', time = ''] = madeAt.split('T');
  return sheetTexts(language).made(shortDate(date, language), clockTime(time, language));
}

export function whole(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 0 }).format(value);
}

export function percent(share: number, language: Language): string {
  const value = Math.round(share * 1000) / 10;
  const figure = new Intl.NumberFormat(locales[language]).format(value);
  return language === 'fr' ? `${figure}\u202f%` : `${figure}%`;
}

/** The likely range: “129–145”, on a small site too. */
export function expectedRange(
  { low, high }: { readonly low: number; readonly high: number },
  language: Language,
): string {
  return `${whole(low, language)}–${whole(high, language)}`;
}
