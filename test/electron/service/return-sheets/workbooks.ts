import readWorkbook from 'read-excel-file/universal';
import { type Cell, type WorkbookSheet, xlsx } from '../../../support/xlsx.ts';

export type Rows = Cell[][];

/** The sheets of a workbook as somebody sees them: texts, numbers, dates as serials. */
export async function sheetsOf(body: string): Promise<{ name: string; rows: Rows }[]> {
  const sheets = await readWorkbook(new Blob([Buffer.from(body, 'base64')]));
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) =>
      row.map((cell): Cell => {
        if (cell instanceof Date) return { serial: cell.getTime() / 86_400_000 + 25_569 };
        return typeof cell === 'string' || typeof cell === 'number' ? cell : null;
      }),
    ),
  }));
}

export const workbook = (sheets: readonly WorkbookSheet[]): Buffer => xlsx(sheets);

/** Writes in the first row that begins with a word; `column` from 0. */
export function write(rows: Rows, word: string, column: number, cell: Cell): void {
  const row = rows.find(([first]) => first === word);
  if (row === undefined) throw new Error(`${word} is not on the sheet`);
  while (row.length <= column) row.push(null);
  row[column] = cell;
}
