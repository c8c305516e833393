import { join } from 'node:path';
import { readBytes } from '../../../db/files/reading.ts';
import { withTemporary } from '../../../db/files/temporary.ts';
import type { Language, Sheet, SheetFormat } from '../../api/records.ts';
import { printPdf } from './print-pdf.ts';
import { tableCsv } from './table-csv.ts';
import type { TableDocument } from './table-document.ts';
import { tableHtml } from './table-html.ts';
import { tableXlsx } from './table-xlsx.ts';

const mimes: Readonly<Record<SheetFormat, string>> = {
  html: 'text/html',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** One document in the formats that it may be asked for: a page to look at and print, and a table. */
export interface SheetSource {
  html(): string;
  csv(): string;
  table(): TableDocument;
}

/** A file in the format asked for. */
export async function makeFile(fileName: string, format: SheetFormat, source: SheetSource): Promise<Sheet> {
  return { fileName, mime: mimes[format], body: await bodyOf(format, source) };
}

async function bodyOf(format: SheetFormat, source: SheetSource): Promise<string> {
  switch (format) {
    case 'html':
      return source.html();
    case 'csv':
      return source.csv();
    case 'xlsx':
      return (await tableXlsx(source.table())).toString('base64');
    case 'pdf':
      return pdfBody(source.html());
  }
}

const pdfBody = (document: string): Promise<string> =>
  withTemporary('sheet', async (folder) => {
    const file = join(folder, 'sheet.pdf');
    await printPdf(document, file);
    return readBytes(file).toString('base64');
  });

/** A table as a page, a CSV or a workbook. */
export const tableSource = (table: TableDocument, language: Language): SheetSource => ({
  html: () => tableHtml(table, language),
  csv: () => tableCsv(table, language),
  table: () => table,
});
