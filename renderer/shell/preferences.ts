import { useEffect } from 'react';
import type { Settings, Theme } from '../../electron/api/records.ts';
import { languageOfSystem, rememberLanguage } from '../i18n/language-at-start.ts';
import { useTranslation } from '../i18n/use-translation.ts';

const THEME_KEY = 'bonne-mesure.theme';

function rememberTheme(theme: Theme): void {
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage is blocked: the next start shows the system's theme for a moment.
  }
}

/** Keeps the page's language and theme as the settings say. `null` while they are not known. */
export function usePreferences(settings: Settings | null): void {
  const { i18n } = useTranslation();
  const language = settings ? (settings.language ?? languageOfSystem()) : null;
  useEffect(() => {
    if (!language) return;
    rememberLanguage(language);
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
    rememberTheme(theme);
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
