import { posix } from 'node:path';
import type { ZipFile } from 'yauzl';
import { type ArchiveEntry, readEntry } from './archive.ts';
import { textLimit } from './cell-text.ts';
import { isDateFormat } from './number-format.ts';
import { sharedLimit, tooLarge } from './workbook-budget.ts';
import { attribute, XmlReader, type XmlVisitor } from './xml.ts';

/** The parts of a workbook by their names, which no letter case tells apart. */
export class Parts {
  readonly #archive: ZipFile;
  readonly #entries: ReadonlyMap<string, ArchiveEntry>;
  readonly #onPiece: () => void;

  constructor(archive: ZipFile, entries: readonly ArchiveEntry[], onPiece: () => void) {
    this.#archive = archive;
    this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
    this.#onPiece = onPiece;
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Answers whether there is such a part. */
  async read(name: string, visitor: Partial<XmlVisitor>): Promise<boolean> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) {
      return false;
    }
    const reader = new XmlReader({
      open: (element, attributes) => visitor.open?.(element, attributes),
      close: (element) => visitor.close?.(element),
      text: (text) => visitor.text?.(text),
    });
    await readEntry(this.#archive, entry, (bytes) => {
      this.#onPiece();
      reader.add(bytes);
    });
    reader.end();
    return true;
  }
}

export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`… */
  readonly type: string;
  /** The name of a part. */
  readonly target: string;
}

/** What a part (the whole package: '') refers to. */
export async function readRelationships(parts: Parts, part: string): Promise<readonly Relationship[]> {
  const found: Relationship[] = [];
  const folder = posix.dirname(part);
  await parts.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
    open(name, attributes) {
      const target = attribute(attributes, 'Target');
      if (
        name === 'Relationship' &&
        target !== undefined &&
        attribute(attributes, 'TargetMode') !== 'External'
      ) {
        const type = attribute(attributes, 'Type') ?? '';
        found.push({
          id: attribute(attributes, 'Id') ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          target: posix.join('/', target.startsWith('/') ? '' : folder, target).slice(1),
        });
      }
    },
  });
  return found;
}

/** Which styles of cells show a date. */
export async function readDateStyles(parts: Parts, name: string): Promise<readonly boolean[]> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  await parts.read(name, {
    open(element, attributes) {
      if (element === 'numFmt') {
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      } else if (element === 'cellXfs') {
        inCells = true;
      } else if (element === 'xf' && inCells) {
        formats.push(Number(attribute(attributes, 'numFmtId') ?? 0));
      }
    },
    close(element) {
      inCells &&= element !== 'cellXfs';
    },
  });
  return formats.map((id) => isDateFormat(id, codes.get(id)));
}

/** The texts that cells refer to by number. */
export async function readSharedStrings(parts: Parts, name: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const text = new RichText();
  await parts.read(name, {
    open(element) {
      if (element === 'si') {
        text.clear();
      }
      text.open(element);
    },
    close(element) {
      text.close(element);
      if (element === 'si') {
        if (strings.push(text.value) > sharedLimit) {
          throw tooLarge();
        }
      }
    },
    text: (piece) => text.add(piece),
  });
  return strings;
}

/** The text of an element with several runs; how its signs are pronounced (`rPh`) is no part of it. */
export class RichText {
  #text = '';
  #inText = false;
  #phonetic = 0;

  clear(): void {
    this.#text = '';
  }

  open(element: string): void {
    if (element === 't') {
      this.#inText = true;
    } else if (element === 'rPh') {
      this.#phonetic++;
    }
  }

  close(element: string): void {
    if (element === 't') {
      this.#inText = false;
    } else if (element === 'rPh') {
      this.#phonetic--;
    }
  }

  add(piece: string): void {
    if (this.#inText && this.#phonetic === 0 && this.#text.length < textLimit) {
      this.#text += piece;
    }
  }

  /** Excel writes a control character as `_x000D_`. */
  get value(): string {
    return this.#text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
}
