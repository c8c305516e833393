import writeWorkbook, { type CellObject, type Row } from 'write-excel-file/node';
import { withoutHidden } from '../../../db/fold.ts';
import { textCell, workbookFont } from './cell-safety.ts';
import type { TableCell, TableColumn, TableDocument, TableSection } from './table-document.ts';

/** What Excel allows in the name of a sheet, and how long it may be. */
const forbidden = /[[\]:*?/\\]/g;
const longestName = 31;
const tint = '#ECECEC';

/** A workbook with a sheet per section. Texts are typed as texts: Excel runs none of them. */
export async function tableXlsx(
  document: Pick<TableDocument, 'columns' | 'sections' | 'empty'>,
): Promise<Buffer> {
  const names = sheetNames(document.sections.map(({ name }) => name));
  const sheets = document.sections.map((section, i) => {
    const { columns = document.columns, rows } = section;
    return {
      sheet: names[i] as string,
      data: [titleRow(columns), ...rows.map((row) => dataRow(row, columns)), ...noteRows(section)],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    };
  });
  const blank = { sheet: '1', data: [[textCell(document.empty)]] };
  return await writeWorkbook(sheets.length > 0 ? sheets : [blank], workbookFont).toBuffer();
}

/** Neither at the beginning nor at the end of a name. */
const edges = /^[\s']+|[\s']+$/g;
/** Excel keeps this one for itself. */
const reserved = 'history';

/** Unique names without the characters that Excel refuses; it compares them without case. */
export function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set([reserved]);
  return names.map((name) => {
    const plain = withoutHidden(name).replace(forbidden, ' ').replace(/\s+/g, ' ').replace(edges, '') || '–';
    for (let n = 1; ; n++) {
      const end = n === 1 ? '' : ` (${n})`;
      const candidate = beginning(plain, longestName - end.length).replace(edges, '') + end;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** As much of a text as fits, counted as Excel does, and no half of a character. */
function beginning(text: string, length: number): string {
  const cut = text.slice(0, length);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}

const isNumber = ({ type }: TableColumn) => type === 'number' || type === 'figure' || type === 'money';

function titleRow(columns: readonly TableColumn[]): Row {
  return columns.map((column) =>
    textCell(column.title, {
      fontWeight: 'bold',
      backgroundColor: tint,
      wrap: true,
      alignVertical: 'top',
      align: isNumber(column) ? 'right' : 'left',
    }),
  );
}

function dataRow(row: readonly TableCell[], columns: readonly TableColumn[]): Row {
  return columns.map((column, i) => dataCell(row[i] ?? null, column));
}

function dataCell(cell: TableCell, column: TableColumn): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') {
    const power = 10 ** (column.decimals ?? 0);
    return {
      value: Math.round(cell * power) / power,
      type: Number,
      ...(column.type === 'money' ? { format: '0.00' } : {}),
      ...(column.type === 'figure' ? { fontWeight: 'bold' } : {}),
    };
  }
  if (column.type === 'date') {
    // A workbook's dates know no zone; the writer takes them in UTC.
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', align: 'left' };
  }
  return textCell(cell);
}

/** After an empty row: a reader of the table stops before them. */
function noteRows({ notes }: TableSection): readonly Row[] {
  return notes.length === 0 ? [] : [[], ...notes.map((note): Row => [textCell(note)])];
}
