import 'i18next';
import type { TextCatalogue } from './fr/catalogue.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: TextCatalogue };
  }
}
