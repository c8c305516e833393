import type { ImportKind } from './problem.ts';
import { type Columns, recogniseHeader } from './recognise.ts';
import { splitRecords } from './records.ts';
import { readText } from './source.ts';
import { findWideTable, type Wide } from './wide-table.ts';
import type { Encoding } from './written.ts';

/** Where a table begins in a file, and what its columns hold. */
export interface Layout {
  readonly kind: ImportKind;
  readonly separator: string;
  readonly headerLine: number;
  readonly header: readonly string[];
  readonly columns: Columns;
  /** The table has a column per site, dish or meal. */
  readonly wide?: Wide | undefined;
}

export interface Unrecognised {
  readonly kind: null;
  readonly separator: string | null;
  /** The first of the widest lines, as that of the titles mostly is. */
  readonly headerLine: number;
  readonly header: readonly string[];
}

export const separators = [';', ',', '\t', '|'] as const;
/** Banner lines (a title, an address) may come before the header. */
export const searchedRecords = 30;
const headSize = 64_000;

/** Finds the header among a file's first lines. `kind`: what the user says the file is. */
export function findLayout(path: string, encoding: Encoding, kind: ImportKind | null): Layout | Unrecognised {
  const head = readHead(path, encoding);
  const found = findTitled(head, kind);
  if (found !== null && !mayBeWide(found)) {
    return found;
  }
  return findWide(head, kind, found) ?? found ?? widest(head);
}

/** A header that says by itself what the columns hold. */
function findTitled(head: string, kind: ImportKind | null): Layout | null {
  for (const separator of separators) {
    const found = findHeader(head, separator, kind);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/** "Type" may be that of a closure or of a site; meals only planned may stand beside those served. */
function mayBeWide({ kind, columns }: Layout): boolean {
  return kind === 'closures' || (kind === 'attendance' && !columns.has('served'));
}

/** A header that names sites, dishes or meals is known by the rows below it. `titled`: what it was taken for else. */
function findWide(head: string, kind: ImportKind | null, titled: Layout | null): Layout | null {
  for (const separator of separators) {
    const records: { cells: readonly string[]; line: number }[] = [];
    splitRecords(head, separator, (cells, line) => records.push({ cells, line }) < 2 * searchedRecords);
    for (const [index, { cells: header, line }] of records.slice(0, searchedRecords).entries()) {
      const below = records.slice(index + 1).map(({ cells }) => cells);
      const found = header.length > 2 ? findWideTable(header, below, kind) : null;
      // Planned meals make a table attendance: only served lunches can be added to them.
      if (found !== null && (titled?.kind !== 'attendance' || found.wide.by === 'meal')) {
        return { ...found, separator, headerLine: line, header };
      }
    }
  }
  return null;
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

/** The text in which titles are looked for. */
export function readHead(path: string, encoding: Encoding): string {
  let head = '';
  readText(path, encoding, (text) => {
    head += text;
    return head.length < headSize;
  });
  return head.slice(0, headSize);
}

/** The separator that makes the most columns, and the first line that has all of them: its titles, most likely. */
function widest(head: string): Unrecognised {
  const first = separators
    .map((separator) => ({ separator, ...widestRecord(head, separator) }))
    .reduce((best, next) => (next.header.length > best.header.length ? next : best));
  return { kind: null, ...first, separator: first.header.length > 1 ? first.separator : null };
}

function widestRecord(head: string, separator: string): Pick<Unrecognised, 'header' | 'headerLine'> {
  let header: readonly string[] = [];
  let headerLine = 1;
  let records = 0;
  splitRecords(head, separator, (cells, line) => {
    const isBlank = cells.every((cell) => cell.trim() === '');
    if (!isBlank && cells.length > header.length) {
      header = cells;
      headerLine = line;
    }
    return ++records < searchedRecords;
  });
  return { header, headerLine };
}
