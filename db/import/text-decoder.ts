import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import type { TextEncoding } from '../../forecasting/domain/records.ts';
import { decodeEntities, endOfEntities } from './entities.ts';

/** Turns bytes that come piece by piece into text. */
export interface PieceDecoder {
  write(bytes: Buffer): string;
  end(): string;
}

export function openDecoder(encoding: TextEncoding): PieceDecoder {
  switch (encoding) {
    case 'UTF-8-mixed':
      return withoutMark(new MixedDecoder());
    case 'UTF-8-twice':
      return withoutMark(new TwiceDecoder());
    case 'UTF-8-entities':
      return withoutMark(new EntityDecoder());
    case 'cp850':
    case 'cp437': {
      // The web, whose encodings the platform knows, never had those of DOS.
      const decoder = iconv.getDecoder(encoding);
      return { write: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? '' };
    }
    default: {
      const decoder = new TextDecoder(encoding);
      return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
    }
  }
}

/** The mark before a text is no part of it. */
function withoutMark(decoder: PieceDecoder): PieceDecoder {
  let isStart = true;
  return {
    write(bytes) {
      const text = decoder.write(bytes);
      const own = isStart ? text.replace(/^\ufeff/, '') : text;
      isStart &&= text === '';
      return own;
    },
    end: () => decoder.end(),
  };
}

/** The length of the UTF-8 character of several bytes at this place; 0: there is none; -1: the bytes end before it does. */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const length =
    first >= 0xc2 && first < 0xe0
      ? 2
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xf0 && first < 0xf5
          ? 4
          : 0;
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next];
    if (byte === undefined) {
      return -1;
    }
    if (byte < 0x80 || byte > 0xbf) {
      return 0;
    }
  }
  return length;
}

const windows = new TextDecoder('windows-1252');

/** UTF-8 in which some bytes are of Windows: files of two programs that were joined, a name typed elsewhere. */
class MixedDecoder implements PieceDecoder {
  #rest: Buffer = Buffer.alloc(0);

  write(bytes: Buffer): string {
    return this.#decode(this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes, false);
  }

  end(): string {
    return this.#decode(this.#rest, true);
  }

  #decode(bytes: Buffer, last: boolean): string {
    let text = '';
    let start = 0;
    let at = 0;
    while (at < bytes.length) {
      const byte = bytes[at] as number;
      const length = byte < 0x80 ? 1 : sequenceLength(bytes, at);
      if (length === -1 && !last) {
        break;
      }
      if (length <= 0) {
        text += bytes.toString('utf8', start, at) + windows.decode(bytes.subarray(at, at + 1));
        start = at + 1;
      }
      at += Math.max(1, length);
    }
    text += bytes.toString('utf8', start, at);
    this.#rest = Buffer.from(bytes.subarray(at));
    return text;
  }
}

/** What the bytes 0x80 to 0xBF are as text of Windows: "Ã©" is "é" whose two bytes were taken for two letters. */
const windowsHigh = windows.decode(Uint8Array.from({ length: 64 }, (_, index) => 0x80 + index));
const byteOf = new Map([...windowsHigh].map((letter, index) => [letter, 0x80 + index]));
for (let byte = 0xc0; byte <= 0xff; byte++) {
  byteOf.set(String.fromCharCode(byte), byte);
}
const continuation = `[${windowsHigh.replace(/[\]\\^-]/g, '\\$&')}\u0080-\u00bf]`;
const twice = new RegExp(
  `[\u00c2-\u00df]${continuation}|[\u00e0-\u00ef]${continuation}{2}|[\u00f0-\u00f4]${continuation}{3}`,
  'g',
);
const cut = new RegExp(`[\u00c2-\u00f4]${continuation}{0,2}$`);

/** Text of which each letter was encoded twice, as it was meant; what was encoded once stays. */
export function repairTwice(text: string): string {
  return text.replace(twice, (letters) => {
    const bytes = [...letters].map((letter) => byteOf.get(letter) ?? letter.charCodeAt(0));
    const repaired = Buffer.from(bytes).toString('utf8');
    return repaired.includes('\ufffd') ? letters : repaired;
  });
}

class EntityDecoder implements PieceDecoder {
  readonly #decoder = new TextDecoder();
  #rest = '';

  write(bytes: Buffer): string {
    const text = this.#rest + this.#decoder.decode(bytes, { stream: true });
    const end = endOfEntities(text);
    this.#rest = text.slice(end);
    return decodeEntities(text.slice(0, end));
  }

  end(): string {
    return decodeEntities(this.#rest + this.#decoder.decode());
  }
}

class TwiceDecoder implements PieceDecoder {
  readonly #decoder = new TextDecoder();
  #rest = '';

  write(bytes: Buffer): string {
    const text = this.#rest + this.#decoder.decode(bytes, { stream: true });
    const end = cut.exec(text)?.index ?? text.length;
    this.#rest = text.slice(end);
    return repairTwice(text.slice(0, end));
  }

  end(): string {
    return repairTwice(this.#rest + this.#decoder.decode());
  }
}
