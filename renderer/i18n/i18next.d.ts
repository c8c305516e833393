import 'i18next';
import type { TextCatalogue } from './fr.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: TextCatalogue };
  }
}
