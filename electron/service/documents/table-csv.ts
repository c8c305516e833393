import Papa from 'papaparse';
import type { Language } from '../../api/records.ts';
import { safeCell } from './cell-safety.ts';
import type { TableCell, TableColumn, TableDocument, TableSection } from './table-document.ts';

/**
 * All sections under one line of titles, for a spreadsheet; below them, each after an empty line, those with columns
 * of their own: name, titles, rows and notes. There is no total line: it would be summed again.
 * A byte-order mark makes Excel read UTF-8; the separator and decimal mark are the ones Excel expects in the
 * language (`;` and a comma in French, `,` and a point in English).
 */
export function tableCsv(
  { columns, sections }: Pick<TableDocument, 'columns' | 'sections'>,
  language: Language,
): string {
  const rows = sections.filter((section) => !section.columns).flatMap((section) => section.rows);
  const own = sections.flatMap((section) => ownTable(section, language));
  return [...csvPieces(columns, rows, language), ...own].join('');
}

function ownTable({ name, columns, rows, notes }: TableSection, language: Language): readonly string[] {
  if (!columns) return [];
  const cells = rows.map((row) => row.map((cell, i) => cellText(cell, columns[i], language)));
  const titles = columns.map(({ title }) => title);
  const said = notes.map((note) => [note]);
  return [newline, csvLines([...[[name], titles].map(safeRow), ...cells, ...said.map(safeRow)], language)];
}

/** Rows written as text at once: enough to be quick, few enough to be forgotten again. */
const rowsAtOnce = 5_000;

/** The same of rows that come one by one, as many as there are, piece by piece. */
export function* csvPieces(
  columns: readonly TableColumn[],
  rows: Iterable<readonly TableCell[]>,
  language: Language,
): Generator<string> {
  const titles = columns.map(({ title }) => title);
  yield csvText(titles, [], language);
  let some: string[][] = [];
  for (const row of rows) {
    some.push(row.map((cell, i) => cellText(cell, columns[i], language)));
    if (some.length === rowsAtOnce) {
      yield csvLines(some, language);
      some = [];
    }
  }
  if (some.length > 0) yield csvLines(some, language);
}

const newline = '\r\n';
const delimiterOf = (language: Language) => (language === 'fr' ? ';' : ',');

/** Of cells that are safe already: a number is no formula, whatever sign and decimal mark it has. */
const csvLines = (rows: readonly (readonly string[])[], language: Language): string =>
  Papa.unparse(rows as string[][], { delimiter: delimiterOf(language), newline }) + newline;

const safeRow = (row: readonly string[]): string[] => row.map(safeCell);

export function csvText(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  language: Language,
): string {
  return `\ufeff${csvLines([titles, ...rows].map(safeRow), language)}`;
}

/** A table for other programs: points in numbers, no byte-order mark. */
export function plainCsv(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  delimiter = ',',
): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell)));
  return `${Papa.unparse({ fields: columns.map(safeCell), data: safe }, { delimiter, newline: '\n' })}\n`;
}

function cellText(cell: TableCell, column: TableColumn | undefined, language: Language): string {
  if (typeof cell !== 'number') return safeCell(cell ?? '');
  const power = 10 ** (column?.decimals ?? 0);
  const text = String(Math.round(cell * power) / power);
  return language === 'fr' ? text.replace('.', ',') : text;
}
