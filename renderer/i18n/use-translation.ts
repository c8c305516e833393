import type { i18n as I18n, TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import type { Language } from '../../electron/api/records.ts';

export interface Translation {
  readonly t: TFunction;
  readonly i18n: I18n;
  /** The language the page speaks now. */
  readonly language: Language;
}

export const TranslationContext = createContext<Translation | null>(null);

/**
 * The words of the page. Each cell of the week asks: the library's own hook would copy its instance, and listen to it,
 * once for each.
 */
export function useTranslation(): Translation {
  const translation = useContext(TranslationContext);
  if (!translation) throw new Error('useTranslation is used outside of TranslationProvider');
  return translation;
}
