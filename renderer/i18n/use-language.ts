import type { Language } from '../../electron/api/records.ts';
import { useTranslation } from './use-translation.ts';

/** The language the page speaks now. */
export const useLanguage = (): Language => useTranslation().language;
