import type { TextEncoding } from '../../forecasting/domain/records.ts';
import type { ImportKind } from './problem.ts';
import { recogniseHeader } from './recognise.ts';
import { splitRecords } from './records.ts';
import { readText } from './source.ts';
import type { Layout, Place, Unrecognised } from './table-layout.ts';
import type { GridRow } from './understand/cells.ts';
import { chooseLayout } from './understand/choose.ts';

export const separators = [';', ',', '\t', '|'] as const;
/** Banner lines (a title, an address) may come before the header. */
export const searchedRecords = 30;
const headSize = 64_000;

/** Finds the header among a file's first lines. `kind`: what the user says the file is. */
export function findTableLayout(
  path: string,
  encoding: TextEncoding,
  kind: ImportKind | null,
  place: Place,
): Layout | Unrecognised {
  const head = readHead(path, encoding);
  return chooseLayout(findTitled(head, kind), gridsOf(head), kind, place) ?? widest(head);
}

/** The first lines as each separator cuts them, where it cuts any. */
function gridsOf(head: string): ReadonlyMap<string, readonly GridRow[]> {
  const grids = new Map<string, GridRow[]>();
  const isWhole = head.length < headSize;
  for (const separator of separators) {
    const rows: GridRow[] = [];
    splitRecords(head, separator, (cells, line) => {
      rows.push({ cells, line });
      return true;
    });
    // The last line of a long file is cut off.
    const whole = isWhole ? rows : rows.slice(0, -1);
    // A list without columns is one too: under a sign that cuts nothing.
    const isUncut = !head.includes(separator) && ![...grids.values()].some(isUncutGrid);
    if (isUncut || whole.some(({ cells }) => cells.length > 1)) {
      grids.set(separator, whole);
    }
  }
  return grids;
}

const isUncutGrid = (rows: readonly GridRow[]) => rows.every(({ cells }) => cells.length <= 1);

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
export function readHead(path: string, encoding: TextEncoding): string {
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
