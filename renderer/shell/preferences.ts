import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Settings, Theme } from '../../electron/api/records.ts';
import { languageOfSystem } from '../i18n/i18n.ts';

const THEME_KEY = 'bonne-mesure.theme';
const LANGUAGE_KEY = 'bonne-mesure.language';

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is blocked: the next start shows the system's choice for a moment.
  }
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

/** Keeps the page's language and theme as the settings say. `null` while they are not known. */
export function usePreferences(settings: Settings | null): void {
  const { i18n } = useTranslation();
  const language = settings ? (settings.language ?? languageOfSystem()) : null;
  useEffect(() => {
    if (!language) return;
    remember(LANGUAGE_KEY, language);
    void i18n.changeLanguage(language);
  }, [i18n, language]);
  useEffect(() => {
    document.documentElement.lang = i18n.language;
  }, [i18n.language]);
  useTheme(settings?.theme ?? null);
}

function useTheme(theme: Theme | null): void {
  useEffect(() => {
    if (!theme) return;
    remember(THEME_KEY, theme);
    const system = matchMedia('(prefers-color-scheme: dark)');
    const show = () => {
      const dark = theme === 'dark' || (theme === 'system' && system.matches);
      document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    };
    show();
    system.addEventListener('change', show);
    return () => system.removeEventListener('change', show);
  }, [theme]);
}
