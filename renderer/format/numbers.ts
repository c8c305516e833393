import type { Language } from '../../electron/api/records.ts';
import { numberFormat } from './intl.ts';

const LOCALES: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };
const NARROW_SPACE = '\u202f';
const MINUS = '\u2212';
/** What is rounded to 0 is 0, never −0. */
const noMinusOfZero = { signDisplay: 'negative' } as const;

export function localeOf(language: Language): string {
  return LOCALES[language];
}

/** Whole numbers by locale: 1 300 in French (with a narrow space), 1,300 in English. */
export function formatCount(n: number, language: Language): string {
  return numberFormat(LOCALES[language], { maximumFractionDigits: 0, ...noMinusOfZero })
    .format(n)
    .replace('-', MINUS);
}

/** A share of 0 to 1 as whole percent: 80 % in French (narrow space), 80% in English. */
export function formatPercent(share: number, language: Language): string {
  const format = numberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 });
  return format.format(share).replace('\u00a0', NARROW_SPACE);
}

/** A rate that is given in percent, with one decimal: 5,6 % in French, 5.6% in English. */
export function formatRate(percent: number, language: Language): string {
  const format = numberFormat(LOCALES[language], {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return format.format(percent / 100).replace('\u00a0', NARROW_SPACE);
}

/** One decimal where there is one: 0,8 in French, 0.8 in English. */
export function formatTenths(n: number, language: Language): string {
  return numberFormat(LOCALES[language], { maximumFractionDigits: 1, ...noMinusOfZero })
    .format(n)
    .replace('-', MINUS);
}

/** An amount with as many decimals as it has, three at most: 31,25 in French, 31.25 in English. */
export function formatAmount(n: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 3 }).format(n);
}

/** The size of a file: 3,2 Mo in French, 3.2 MB in English; small ones in kilobytes. */
export function formatBytes(bytes: number, language: Language): string {
  const unit = bytes < 1e6 ? 'kilobyte' : 'megabyte';
  const size = bytes < 1e6 ? Math.ceil(bytes / 1e3) : bytes / 1e6;
  const digits = size < 100 && unit === 'megabyte' ? 1 : 0;
  return numberFormat(LOCALES[language], { style: 'unit', unit, maximumFractionDigits: digits }).format(size);
}

/** Euros: unit costs in cents, totals whole. */
export function formatEuros(n: number, language: Language, decimals: 0 | 2): string {
  return numberFormat(LOCALES[language], {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
    .format(n)
    .replace('-', MINUS);
}

/** A difference carries its sign; none is 0. Under a head that says which way it goes (“avoided”) it is no difference. */
export function formatSigned(n: number, language: Language): string {
  return withSign(n, formatCount(Math.abs(n), language));
}

/** The same with one decimal where there is one. */
export function formatSignedTenths(n: number, language: Language): string {
  return withSign(n, formatTenths(Math.abs(n), language));
}

function withSign(n: number, size: string): string {
  // Signs of what is shown: −0.04 in tenths is no difference.
  if (size === '0') return size;
  return n > 0 ? `+${size}` : `${MINUS}${size}`;
}

/** A range of whole numbers: “32–58”. */
export function formatCounts(low: number, high: number, language: Language): string {
  return `${formatCount(low, language)}–${formatCount(high, language)}`;
}
