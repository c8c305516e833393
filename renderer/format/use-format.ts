import type { IsoDate, Language } from '../../electron/api/records.ts';
import { useLanguage } from '../i18n/use-language.ts';
import * as dates from './dates.ts';
import * as numbers from './numbers.ts';

const formatIn = (language: Language) => ({
  language,
  count: (n: number) => numbers.formatCount(n, language),
  countOrDash: (n: number | null) => (n === null ? '–' : numbers.formatCount(n, language)),
  percent: (share: number) => numbers.formatPercent(share, language),
  rate: (percent: number) => numbers.formatRate(percent, language),
  tenths: (n: number) => numbers.formatTenths(n, language),
  unitCost: (euros: number) => numbers.formatEuros(euros, language, 2),
  euros: (euros: number) => numbers.formatEuros(euros, language, 0),
  amount: (n: number) => numbers.formatAmount(n, language),
  bytes: (n: number) => numbers.formatBytes(n, language),
  signed: (n: number) => numbers.formatSigned(n, language),
  signedTenths: (n: number) => numbers.formatSignedTenths(n, language),
  counts: (low: number, high: number) => numbers.formatCounts(low, high, language),
  dayShort: (date: IsoDate) => dates.formatDayShort(date, language),
  day: (date: IsoDate) => dates.formatDay(date, language),
  dayFull: (date: IsoDate) => dates.formatDayFull(date, language),
  dateNumeric: (date: IsoDate) => dates.formatDateNumeric(date, language),
  dayDate: (date: IsoDate) => dates.formatDayDate(date, language),
  date: (date: IsoDate) => dates.formatDate(date, language),
  dayMonth: (date: IsoDate) => dates.formatDayMonth(date, language),
  dayMonthShort: (date: IsoDate) => dates.formatDayMonthShort(date, language),
  weekday: (date: IsoDate) => dates.formatWeekday(date, language),
  month: (month: string) => dates.formatMonth(month, language),
  monthShort: (month: string) => dates.formatMonthShort(month, language),
  range: (from: IsoDate, to: IsoDate) => dates.formatRange(from, to, language),
  time: (time: string) => dates.formatTime(time, language),
  list: (words: readonly string[]) => new Intl.ListFormat(numbers.localeOf(language)).format(words),
  moment: (at: string) => dates.formatMoment(at, language),
});

export type Format = ReturnType<typeof formatIn>;

/** One for each language, as each cell of a table asks for it. */
const formats: Readonly<Record<Language, Format>> = { fr: formatIn('fr'), en: formatIn('en') };

/** Numbers and dates in the page's language. */
export const useFormat = (): Format => formats[useLanguage()];
