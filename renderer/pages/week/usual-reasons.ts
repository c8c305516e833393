import { useMemo } from 'react';
import { foldForSearch } from '../../format/fold.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { parseQuantity } from './decisions.ts';

const NAMES = ['outing', 'class', 'guests', 'party'] as const;

/** Why orders are mostly changed, in the language's words; each begins with a letter of its own. */
export function useUsualReasons(): readonly string[] {
  const { t } = useTranslation();
  return useMemo(() => NAMES.map((name) => t(`decide.usualReasons.${name}`)), [t]);
}

/** The reason that a letter stands for. */
export const reasonOfLetter = (letter: string, reasons: readonly string[]): string | null =>
  reasons.find((reason) => foldForSearch(reason).charAt(0) === foldForSearch(letter)) ?? null;

export interface TypedOrder {
  /** `null`: no whole number of meals. */
  readonly quantity: number | null;
  /** Empty: none was given. */
  readonly reason: string;
}

/** « 118 s », « 118 sortie au musée »: a number, and after it why, or the letter of a usual reason. */
export function typedOrder(text: string, reasons: readonly string[]): TypedOrder {
  const [, number = '', words = ''] = /^([\s\d]*)(.*)$/su.exec(text) ?? [];
  const said = words.trim();
  const usual = [...said].length === 1 ? reasonOfLetter(said, reasons) : null;
  return { quantity: parseQuantity(number), reason: usual ?? said };
}
