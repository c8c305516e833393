import Papa from 'papaparse';
import type { Language } from '../../api/records.ts';
import { safeCell } from './cell-safety.ts';
import type { TableCell, TableColumn, TableDocument } from './table-document.ts';

/**
 * All sections under one line of titles, for a spreadsheet. There is no total line: it would be summed again.
 * A byte-order mark makes Excel read UTF-8; the separator and decimal mark are the ones Excel expects in the
 * language (`;` and a comma in French, `,` and a point in English).
 */
export function tableCsv(
  { columns, sections }: Pick<TableDocument, 'columns' | 'sections'>,
  language: Language,
): string {
  const rows = sections.flatMap((section) =>
    section.rows.map((row) => row.map((cell, i) => cellText(cell, columns[i], language))),
  );
  return csvText(
    columns.map(({ title }) => title),
    rows,
    language,
  );
}

export function csvText(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  language: Language,
): string {
  const body = Papa.unparse(
    { fields: titles.map(safeCell), data: rows.map((row) => row.map(safeCell)) },
    { delimiter: language === 'fr' ? ';' : ',', newline: '\r\n' },
  );
  return `\ufeff${body}\r\n`;
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
  if (typeof cell !== 'number') return cell ?? '';
  const power = 10 ** (column?.decimals ?? 0);
  const text = String(Math.round(cell * power) / power);
  return language === 'fr' ? text.replace('.', ',') : text;
}
