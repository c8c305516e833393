const plain = /^[ -~]*$/;

/** Marks of writing direction and invisible joiners: they turn round what stands beside them, and nobody sees them. */
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2060-\u2069]/gu;

const hidden = /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Text as it is shown, printed and written: without the characters that nobody sees and that paper must not obey. */
export const withoutHidden = (text: string): string => (plain.test(text) ? text : text.replace(hidden, ''));

/** Text as it is stored: composed Unicode, no control or direction characters, single blanks, none at the ends. */
export function tidy(text: string): string {
  const composed = plain.test(text) ? text : text.normalize('NFC').replace(direction, '');
  return composed.replace(/[\s\p{Cc}\u{200B}\u{FEFF}]+/gu, ' ').trim();
}

/**
 * Text as it is compared: no case, accents or kinds of apostrophe. Punctuation stays, for
 * "STALINGRAD/FOYER MANU" and "STALINGRAD (Foyer Manu)" may be two places.
 */
export function fold(text: string): string {
  const tidied = tidy(text);
  if (plain.test(tidied)) {
    return tidied.toUpperCase();
  }
  return tidied
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘‛ʼ´`′＇]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .toUpperCase();
}

/**
 * A copy of its own. A cell is a slice of the piece of text it was read with, and keeps all of it in memory as long
 * as it is kept itself.
 */
export function detach(text: string): string {
  return Buffer.from(text).toString();
}
