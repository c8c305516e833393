import type { i18n as I18n } from 'i18next';
import { type ReactNode, useCallback, useMemo, useSyncExternalStore } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Language } from '../../electron/api/records.ts';
import { TranslationContext } from './use-translation.ts';

/** Gives the page its words, and others when its language changes. */
export function TranslationProvider(props: { readonly i18n: I18n; readonly children: ReactNode }) {
  const { i18n, children } = props;
  const subscribe = useCallback(
    (listener: () => void) => {
      i18n.on('languageChanged', listener);
      return () => i18n.off('languageChanged', listener);
    },
    [i18n],
  );
  const language = useSyncExternalStore<Language>(subscribe, () => (i18n.language === 'en' ? 'en' : 'fr'));
  const translation = useMemo(() => ({ t: i18n.getFixedT(language), i18n, language }), [i18n, language]);
  return (
    <I18nextProvider i18n={i18n}>
      <TranslationContext value={translation}>{children}</TranslationContext>
    </I18nextProvider>
  );
}
