import { readFileSync } from 'node:fs';
import readWorkbookFile from 'read-excel-file/universal';
import type { ZipFile } from 'yauzl';
import { type ArchiveEntry, readEntry, withArchive } from './archive.ts';
import { SourceRefused } from './source-refused.ts';

/** Unpacked. A workbook is held in memory; ten years of a city's attendance take a tenth of it. */
const workbookLimits = { files: 2_000, megabytes: 200 };
/** About a gigabyte while it is read: 600,000 rows of five cells. */
const cellLimit = 3_000_000;
/** What a sheet can have in Excel. */
const rowLimit = 1_048_576;

export interface Sheet {
  readonly name: string;
  /** From the first row on, so that their places are those of the sheet. */
  readonly rows: readonly (readonly string[])[];
}

/** The sheets of an XLSX workbook that are not empty, every cell as text: dates are ISO dates. */
export async function readWorkbook(path: string): Promise<readonly Sheet[]> {
  await withArchive(path, workbookLimits, async (entries, archive) => {
    for (const entry of entries) {
      await checkEntry(archive, entry);
    }
  });
  const sheets = await readSheets(path);
  return sheets
    .map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }))
    .filter(({ rows }) => rows.some((cells) => cells.some((cell) => cell !== '')));
}

async function readSheets(path: string) {
  try {
    return await readWorkbookFile(new Blob([readFileSync(path)]), { trim: false });
  } catch (error) {
    if ((error as { syscall?: unknown }).syscall !== undefined) {
      throw error;
    }
    throw new SourceRefused({ code: 'damaged-archive', params: {} });
  }
}

/** Reads an entry through: its size is what the directory says, and no cell lies so far off that memory would end. */
async function checkEntry(archive: ZipFile, entry: ArchiveEntry): Promise<void> {
  const extent = /^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name) ? new Extent() : null;
  await readEntry(archive, entry, (bytes) => extent?.add(bytes.toString('latin1')));
  if (extent !== null && (extent.rows > rowLimit || extent.rows * extent.columns > cellLimit)) {
    throw new SourceRefused({ code: 'workbook-too-large', params: { cells: cellLimit } });
  }
}

/** How far a sheet's cells reach: each row is held up to the last column. */
class Extent {
  rows = 0;
  columns = 0;
  #rest = '';

  add(text: string): void {
    const whole = this.#rest + text;
    for (const [, row] of whole.matchAll(/<(?:\w+:)?row\s[^>]*?\br="(\d+)"/g)) {
      this.rows = Math.max(this.rows, Number(row));
    }
    // A cell that only has a format is no cell.
    for (const [, letters = '', row, end] of whole.matchAll(
      /<(?:\w+:)?c\s[^>]*?\br="([A-Z]+)(\d+)"[^>]*?(\/?)>/g,
    )) {
      if (end === '') {
        this.rows = Math.max(this.rows, Number(row));
        this.columns = Math.max(this.columns, columnNumber(letters));
      }
    }
    this.#rest = whole.slice(whole.lastIndexOf('<')).slice(0, 1_000);
  }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) {
    return '';
  }
  return isDate(cell) ? calendarDate(cell) : String(cell);
}

/** Not `instanceof`: a date may come from another realm, as a test runner's. */
function isDate(cell: unknown): cell is Date {
  return Object.prototype.toString.call(cell) === '[object Date]';
}

/** The reader gives a sheet's dates, which know no time zone, as if they were in UTC. */
function calendarDate(date: Date): string {
  if (Number.isNaN(date.getTime())) {
    return '';
  }
  // Times of day are fractions of a day, inexact by less than a second.
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}
