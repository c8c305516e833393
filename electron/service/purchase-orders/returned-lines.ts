import Papa from 'papaparse';
import { fold } from '../../../db/fold.ts';
import { inspectSource, readText } from '../../../db/import/source.ts';
import { plainCell } from '../documents/cell-safety.ts';

/** One line of a returned order: cells as written, with the line of the file. */
export interface ReturnedLine {
  readonly line: number;
  readonly ref: string;
  readonly quantity: string;
}

/** Titles of the two columns that matter, in both languages, folded. */
const refTitles = new Set(['REFERENCE', 'REF']);
const quantityTitles = new Set(['QUANTITE', 'QUANTITY']);
/** A supplier may write a letterhead above the table. */
const headLines = 30;

/** Tried in turn: a letterhead may hold more of another one than the table of its own. */
const separators = [';', ',', '\t', '|'];

/** The lines of one table; `null`: no line of it has both titles. Lines after them that are empty are left out. */
export function returnedLines(path: string): readonly ReturnedLine[] | null {
  const text = readWhole(path);
  for (const delimiter of separators) {
    const rows = Papa.parse<string[]>(text, { delimiter }).data;
    const head = rows.slice(0, headLines).findIndex((cells) => columnsOf(cells) !== null);
    const columns = columnsOf(rows[head] ?? []);
    if (columns !== null) return linesAfter(rows, head, columns);
  }
  return null;
}

interface Columns {
  readonly ref: number;
  readonly quantity: number;
}

function linesAfter(
  rows: readonly (readonly string[])[],
  head: number,
  columns: Columns,
): readonly ReturnedLine[] {
  return rows.slice(head + 1).flatMap((cells, i): readonly ReturnedLine[] => {
    const ref = plainCell(cells[columns.ref] ?? '').trim();
    const quantity = plainCell(cells[columns.quantity] ?? '').trim();
    return ref === '' && quantity === '' ? [] : [{ line: head + i + 2, ref, quantity }];
  });
}

function readWhole(path: string): string {
  const { encoding } = inspectSource(path, () => {});
  let text = '';
  readText(path, encoding, (piece) => {
    text += piece;
    return true;
  });
  return text.replace(/^\ufeff/, '');
}

function columnsOf(cells: readonly string[]): Columns | null {
  const titles = cells.map((cell) => fold(cell));
  const ref = titles.findIndex((title) => refTitles.has(title));
  const quantity = titles.findIndex((title) => quantityTitles.has(title));
  return ref < 0 || quantity < 0 ? null : { ref, quantity };
}

/** A number of 0 or more, with a decimal comma or point and blanks between thousands; `null`: it is none. */
export function readQuantity(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
