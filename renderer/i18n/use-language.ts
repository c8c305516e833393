import { useCallback, useContext, useSyncExternalStore } from 'react';
import { I18nContext } from 'react-i18next';
import type { Language } from '../../electron/api/records.ts';

/** The language the page speaks now. Each cell of the week asks: `useTranslation` would copy its instance for each. */
export function useLanguage(): Language {
  const { i18n } = useContext(I18nContext);
  const subscribe = useCallback(
    (listener: () => void) => {
      i18n.on('languageChanged', listener);
      return () => i18n.off('languageChanged', listener);
    },
    [i18n],
  );
  return useSyncExternalStore(subscribe, () => (i18n.language === 'en' ? 'en' : 'fr'));
}
