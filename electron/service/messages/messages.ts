import type { Language } from '../../api/records.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** What happened and what was kept; what to do. */
export interface ErrorText {
  readonly message: string;
  readonly remedy: string;
}

/** Every text of the app's processes. French is written first; a key missing in English is a type error. */
export type Messages = typeof fr;

const languages: { readonly [L in Language]: Messages } = { fr, en };

export const messagesIn = (language: Language): Messages => languages[language];
