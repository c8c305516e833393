import { TextDecoder } from 'node:util';
import { Parser } from 'htmlparser2';
import { SourceRefused } from '../source-refused.ts';
import { tooLarge } from './workbook-budget.ts';

/** No program nests its tables deeper; the parser's time grows with the square of the depth. */
const depthLimit = 250;

export type Attributes = Readonly<Record<string, string>>;

/** Names come without the prefix of their namespace: programs choose it as they like. */
export interface XmlVisitor {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads a document of XML piece by piece, as it comes: entities of its own are never expanded, and what is not well
 * formed is read as far as it can be.
 */
export class XmlReader {
  readonly #parser: Parser;
  readonly #localNames = new Map<string, string>();
  #decoder: TextDecoder | null = null;
  #root: 'none' | 'open' | 'closed' = 'none';
  #depth = 0;

  constructor(visitor: XmlVisitor) {
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => {
          this.#depth++;
          if (this.#depth > depthLimit) {
            throw tooLarge();
          }
          this.#root = 'open';
          visitor.open(this.#local(name), attributes);
        },
        onclosetag: (name, isImplied) => {
          this.#depth--;
          if (this.#depth === 0 && !isImplied) {
            this.#root = 'closed';
          }
          visitor.close(this.#local(name));
        },
        ontext: (text) => visitor.text(text),
      },
      { xmlMode: true },
    );
  }

  add(bytes: Buffer): void {
    this.#decoder ??= decoderOf(bytes);
    this.#parser.write(this.#decoder.decode(bytes, { stream: true }));
  }

  /** A document that ends before its root does is cut off. */
  end(): void {
    this.#parser.end();
    if (this.#root !== 'closed') {
      throw new SourceRefused({ code: 'damaged-archive', params: {} });
    }
  }

  #local(name: string): string {
    let local = this.#localNames.get(name);
    if (local === undefined) {
      local = name.slice(name.indexOf(':') + 1);
      this.#localNames.set(name, local);
    }
    return local;
  }
}

/** The value of an attribute whose prefix may be any. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) {
    return plain;
  }
  for (const own in attributes) {
    if (own.endsWith(name) && own[own.length - name.length - 1] === ':') {
      return attributes[own];
    }
  }
  return undefined;
}

/** By the mark at its beginning, or as it says itself. */
function decoderOf(bytes: Buffer): TextDecoder {
  const start = bytes.subarray(0, 200).toString('latin1');
  if (/^(\xff\xfe|<\0)/.test(start)) {
    return new TextDecoder('utf-16le');
  }
  if (/^(\xfe\xff|\0<)/.test(start)) {
    return new TextDecoder('utf-16be');
  }
  const said = /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1];
  try {
    return new TextDecoder(said ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}
