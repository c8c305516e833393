import { Parser } from 'htmlparser2';

/** "&eacute;", "&#233;", "&#xE9;", "&amp;". */
const entity = /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{2,8}\d{0,2});/gi;
/** An entity that a piece of text ends in. */
const begun = /&[#\w]{0,9}$/;
/** Signs that cut cells and lines, or quote them, are none here. */
const signs: ReadonlyMap<string, string> = new Map([
  [';', ','],
  ['"', '”'],
]);

const known = new Map<string, string | null>();

/** What an entity stands for; `null`: no web page knows it. */
function meaningOf(written: string): string | null {
  const before = known.get(written);
  if (before !== undefined) {
    return before;
  }
  let text = '';
  const parser = new Parser({ ontext: (part) => (text += part) });
  parser.end(written);
  const meaning = text === written || text.includes('&#') ? null : /^\p{Cc}$/u.test(text) ? ' ' : text;
  // What is written so repeats; a file made to fill the memory has others.
  if (known.size < 1_000) {
    known.set(written, meaning);
  }
  return meaning;
}

export const decodeEntities = (text: string): string =>
  text.replace(entity, (written) => {
    const meaning = meaningOf(written) ?? written;
    return signs.get(meaning) ?? meaning;
  });

/** Where a piece of text may be cut without an entity in two parts. */
export const endOfEntities = (text: string): number => begun.exec(text)?.index ?? text.length;

/** Several letters of a file must be written so, and nothing that only looks like it. */
const enough = 3;
/** Pieces of a file that are looked at; more say nothing new. */
const searched = 64;

/** Collects whether a file writes its letters as a web page does. */
export class EntityEvidence {
  #letters = 0;
  #others = 0;
  #pieces = 0;

  add(bytes: Buffer): void {
    if (this.#others > 0 || this.#pieces > searched || !bytes.includes(0x26)) {
      return;
    }
    this.#pieces++;
    for (const [written] of bytes.toString('latin1').matchAll(/&[#\w]{1,10};/g)) {
      const meaning = written.replace(entity, '') === '' ? meaningOf(written) : null;
      this.#others += meaning === null ? 1 : 0;
      this.#letters += meaning !== null && /^[^\0-\x7f]/.test(meaning) ? 1 : 0;
    }
  }

  get isPlain(): boolean {
    return this.#others === 0 && this.#letters >= enough;
  }
}
