import type { AgeClass, ByAgeClass, Language, PortionUnit } from '../../../../electron/api/records.ts';
import { localeOf } from '../../../format/numbers.ts';

export const AGE_CLASSES: readonly AgeClass[] = ['M', 'E', 'C', 'A'];
export const UNITS: readonly PortionUnit[] = ['g', 'ml', 'piece'];

/** A number as people type it, with a comma or a point; `null` for nothing, `undefined` for what is no number. */
export function parseNumber(text: string): number | null | undefined {
  const typed = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-');
  if (typed === '') return null;
  return /^-?\d{1,9}([.,]\d{1,4})?$/.test(typed) ? Number(typed.replace(',', '.')) : undefined;
}

/** A number as it stands in a field: with the decimal sign of the language, without thousands. */
export function amountText(n: number | null, language: Language): string {
  if (n === null) return '';
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 3, useGrouping: false }).format(
    n,
  );
}

/** A share as a percentage without the noise of doubles: 0.15 is 15. */
export const percentOf = (share: number): number => Math.round(share * 1e6) / 1e4;

export function mapClasses<T>(make: (age: AgeClass) => T): ByAgeClass<T> {
  return { M: make('M'), E: make('E'), C: make('C'), A: make('A') };
}
