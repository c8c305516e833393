import type { Language } from '../../electron/api/records.ts';

const LANGUAGE_KEY = 'bonne-mesure.language';

/** French unless the system clearly prefers English. */
export function languageOfSystem(): Language {
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/** The language of the last start, so that the first paint already speaks it. */
export function languageAtStart(): Language {
  try {
    const stored = localStorage.getItem(LANGUAGE_KEY);
    if (stored === 'fr' || stored === 'en') return stored;
  } catch {
    // Storage is blocked.
  }
  return languageOfSystem();
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // Storage is blocked: the next start speaks the system's language for a moment.
  }
}
