import { fold } from './fold.ts';

/**
 * A sign in the place of a letter that a program could not write: U+FFFD, or "?" within a word ("Jaur?s", "?cole").
 * A question mark behind a word is one.
 */
const lost = /\ufffd|(?<=\p{L})\?{1,2}(?=\p{L})|(?<=^|[\s'’-])\?{1,2}(?=\p{L}{2})/u;

export const hasLostLetters = (text: string): boolean => lost.test(text);

/** Are two names equal but for the letters that either has lost? A letter may have become two signs. */
export function equalButForLost(one: string, other: string): boolean {
  return fits(one, other) || fits(other, one);
}

function fits(spoilt: string, whole: string): boolean {
  if (!hasLostLetters(spoilt)) {
    return false;
  }
  const parts = fold(spoilt)
    .split(/[?\ufffd]{1,2}/)
    .map((part) => part.replace(/[^A-Z0-9 ]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^ ]{1,2}')}$`).test(fold(whole));
}
