import { isAscii, isUtf8 } from 'node:buffer';
import type { TextEncoding } from '../../forecasting/domain/records.ts';
import { EntityEvidence } from './entities.ts';
import { openDecoder, repairTwice, sequenceLength } from './text-decoder.ts';

/** What the bytes of a file say about how its text is written. */
export interface FoundEncoding {
  readonly encoding: TextEncoding;
  /** Another encoding that is as likely, and gives another text. */
  readonly other: TextEncoding | null;
  /** Bytes that are no UTF-8, in a file that is else. */
  readonly strayBytes: number;
}

/** Letters that are looked at in full; more say nothing new. */
const enough = 20_000;
/** With a start for what is in use: a sign or two are no evidence of a computer of 1990. */
const candidates = [
  ['windows-1252', 4],
  ['ISO-8859-15', 1],
  ['macintosh', 0],
  ['cp850', 0],
  ['cp437', 0],
] as const;
/** A score so close to the best is as good. */
const margin = 0.1;

/** A letter that is no ASCII, between the two bytes beside it. */
interface Place {
  readonly before: number;
  readonly byte: number;
  readonly after: number;
  times: number;
}

/** Collects what the bytes of a file, piece by piece, say about its encoding. */
export class EncodingEvidence {
  readonly #places = new Map<number, Place>();
  #rest: Buffer = Buffer.alloc(0);
  #sequences = 0;
  #twice = 0;
  #stray = 0;
  readonly #entities = new EntityEvidence();

  add(bytes: Buffer): void {
    this.#entities.add(bytes);
    if (this.#rest.length === 0 && isAscii(bytes)) {
      return;
    }
    const joined = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes;
    const end = lineEnd(joined);
    this.#look(joined.subarray(0, end));
    this.#rest = Buffer.from(joined.subarray(end));
  }

  end(): FoundEncoding {
    this.#look(this.#rest);
    const strayBytes = this.#stray;
    if (strayBytes === 0) {
      const encoding = this.#twice > 0 ? 'UTF-8-twice' : this.#entities.isPlain ? 'UTF-8-entities' : 'UTF-8';
      return { encoding, other: null, strayBytes: 0 };
    }
    if (this.#sequences >= Math.max(2, strayBytes / 20)) {
      return { encoding: 'UTF-8-mixed', other: null, strayBytes };
    }
    return { ...likeliest([...this.#places.values()]), strayBytes: 0 };
  }

  #look(bytes: Buffer): void {
    const isValid = isUtf8(bytes);
    if (isValid && (this.#sequences > enough || isAscii(bytes))) {
      return;
    }
    if (isValid) {
      const text = bytes.toString('utf8');
      this.#twice += text === repairTwice(text) ? 0 : 1;
    }
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      const length = byte < 0x80 ? 1 : sequenceLength(bytes, at);
      if (length > 1) {
        this.#sequences++;
        at += length - 1;
      } else if (byte >= 0x80) {
        this.#stray++;
        this.#note(bytes[at - 1] ?? 0x20, byte, bytes[at + 1] ?? 0x20);
      }
    }
  }

  #note(before: number, byte: number, after: number): void {
    const key = (before << 16) | (byte << 8) | after;
    const known = this.#places.get(key);
    if (known !== undefined) {
      known.times++;
    } else if (this.#places.size < enough) {
      this.#places.set(key, { before, byte, after, times: 1 });
    }
  }
}

/** After the last line feed, so that no letter is cut; the end of a piece without one. */
function lineEnd(bytes: Buffer): number {
  const newline = bytes.lastIndexOf(0x0a);
  return newline < 0 ? Math.max(0, bytes.length - 4) : newline + 1;
}

function likeliest(places: readonly Place[]): Pick<FoundEncoding, 'encoding' | 'other'> {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const scored = candidates
    .map(([encoding, start]) => {
      const decoder = openDecoder(encoding);
      const letters = [...Array.from(bytes, (byte) => decoder.write(Buffer.from([byte])))];
      const text = places.map(({ byte }) => letters[byte]).join('');
      return { encoding, text, score: start + scoreOf(places, letters) };
    })
    .sort((a, b) => b.score - a.score);
  const [best, ...others] = scored;
  const { encoding = 'windows-1252', text = '', score = 0 } = best ?? {};
  // Where nothing is French, nothing is sure.
  const isClose = (other: number) => score <= 0 || other >= score * (1 - margin);
  const other = others.find((each) => each.text !== text && isClose(each.score));
  return { encoding, other: other?.encoding ?? null };
}

/** How often letters come in French, roughly: parts of a thousand accented letters. */
const frequencies: Readonly<Record<string, number>> = {
  é: 560,
  è: 110,
  à: 130,
  ê: 60,
  ç: 30,
  î: 15,
  ô: 20,
  û: 15,
  ù: 10,
  â: 20,
  ï: 5,
  œ: 10,
  ë: 3,
  ü: 2,
  ö: 2,
  ä: 1,
  æ: 1,
  ÿ: 1,
  ñ: 1,
};
const signs = new Set([...'’‘“”«»°–—…€²³½¼¾·•\u00a0²©®±×']);

/** Plausibility of the whole: letters of French where letters stand, in the case of those beside them. */
function scoreOf(places: readonly Place[], letters: readonly string[]): number {
  return places.reduce((sum, place) => sum + plausibility(place, letters) * Math.min(place.times, 20), 0);
}

function plausibility({ before, byte, after }: Place, letters: readonly string[]): number {
  const letter = letters[byte] ?? '';
  const [left = '', right = ''] = [letters[before], letters[after]];
  const inWord = isLetter(left) || isLetter(right);
  const isUpper = letter !== letter.toLowerCase();
  const frequency = frequencies[letter.toLowerCase()];
  if (frequency === undefined) {
    return signs.has(letter) ? (isLetter(left) && isLetter(right) && !/[’‘]/.test(letter) ? -8 : 0.5) : -10;
  }
  const weight = 1 + Math.log10(frequency);
  if (isUpper) {
    return isLower(left) ? -8 : weight * (isLower(right) || isCapital(right) ? 1 : 0.3);
  }
  return isCapital(left) && isCapital(right) ? -4 : weight * (inWord ? 1 : 0.5);
}

const isLetter = (text: string) => /^\p{L}$/u.test(text);
const isLower = (text: string) => /^\p{Ll}$/u.test(text);
const isCapital = (text: string) => /^\p{Lu}$/u.test(text);
