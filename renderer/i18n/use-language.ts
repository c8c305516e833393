import { useTranslation } from 'react-i18next';
import type { Language } from '../../electron/api/records.ts';

/** The language the page speaks now. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'fr';
}
