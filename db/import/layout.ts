import type { ImportKind } from './problem.ts';
import { type Columns, recogniseHeader } from './recognise.ts';
import { splitRecords } from './records.ts';
import { type Encoding, readText } from './source.ts';

/** Where a table begins in a file, and what its columns hold. */
export interface Layout {
  readonly kind: ImportKind;
  readonly separator: string;
  readonly headerLine: number;
  readonly header: readonly string[];
  readonly columns: Columns;
}

export interface Unrecognised {
  readonly kind: null;
  readonly separator: string | null;
  /** The cells of the first line that is not blank. */
  readonly header: readonly string[];
}

const separators = [';', ',', '\t', '|'] as const;
/** Banner lines (a title, an address) may come before the header. */
const searchedRecords = 30;
const headSize = 64_000;

/** Finds the header among a file's first lines. `kind`: what the user says the file is. */
export function findLayout(path: string, encoding: Encoding, kind: ImportKind | null): Layout | Unrecognised {
  const head = readHead(path, encoding);
  for (const separator of separators) {
    const found = findHeader(head, separator, kind);
    if (found !== null) {
      return found;
    }
  }
  const separator = widest(head);
  return { kind: null, separator, header: firstRecord(head, separator ?? ',') };
}

function findHeader(head: string, separator: string, kind: ImportKind | null): Layout | null {
  let found: Layout | null = null;
  let records = 0;
  splitRecords(head, separator, (cells, line) => {
    const recognition = cells.length > 1 ? recogniseHeader(cells, kind) : null;
    if (recognition !== null) {
      found = { ...recognition, separator, headerLine: line, header: cells };
    }
    return found === null && ++records < searchedRecords;
  });
  return found;
}

function readHead(path: string, encoding: Encoding): string {
  let head = '';
  readText(path, encoding, (text) => {
    head += text;
    return head.length < headSize;
  });
  return head.slice(0, headSize);
}

function widest(head: string): string | null {
  const widths = separators.map((separator) => ({ separator, cells: firstRecord(head, separator).length }));
  const best = widths.reduce((a, b) => (b.cells > a.cells ? b : a));
  return best.cells > 1 ? best.separator : null;
}

function firstRecord(head: string, separator: string): readonly string[] {
  let first: readonly string[] = [];
  splitRecords(head, separator, (cells) => {
    const blank = cells.every((cell) => cell.trim() === '');
    first = blank ? [] : cells;
    return blank;
  });
  return first;
}
