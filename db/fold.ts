const plain = /^[ -~]*$/;

/** Text as it is stored: composed Unicode, no control characters, single blanks, none at the ends. */
export function tidy(text: string): string {
  const composed = plain.test(text) ? text : text.normalize('NFC');
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
