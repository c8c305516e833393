import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../electron/api/records.ts';
import { en } from './en/catalogue.ts';
import { fr } from './fr/catalogue.ts';

/** Both catalogues travel with the page; nothing is fetched. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { fr: { translation: fr }, en: { translation: en } },
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (text: string, [, name]: readonly string[]) => {
      // A hole in a sentence is told to the tests that watch the console; « {{name}} » is told to nobody.
      console.error(`no value for ${name} in: ${text}`);
      return '';
    },
    initAsync: false,
  });
  return instance;
}
