import { fold } from '../fold.ts';
import type { CellReading } from './cell-reading.ts';
import type { TableField } from './field.ts';
import type { FileReportBuilder } from './file-report.ts';
import type { KindReader } from './kind-reader.ts';
import { LineSums } from './line-sums.ts';
import { loneNoteTest, noteTest } from './note-lines.ts';
import type { Columns } from './recognise.ts';
import { readRecords, recordLimit, type VisitRecord } from './records.ts';
import { Memo, Row, refused } from './row.ts';
import type { Table } from './table.ts';
import { readEvidence } from './table-evidence.ts';
import type { Knowledge } from './understand/knowledge.ts';
import { isSumTitle } from './understand/words.ts';
import { Unroller } from './unroll.ts';

/** What reading a table needs beside it. */
export interface Reads {
  readonly knowledge: Knowledge;
  /** `YYYY-MM-DDTHH:MM`. */
  readonly now: string;
  onBytes(bytes: number): void;
}

/** Lines that are added up, those of all sheets of guests together. */
export class SheetSums {
  readonly #all: { readonly key: string; readonly row: Row; readonly sums: LineSums }[] = [];
  /** Whether the sheet that is read is the last one. */
  isLast = true;

  /** The sums of a row of a slice; `slice`: its number. */
  of(fields: readonly TableField[], slice: number, row: Row): LineSums {
    const key = `${slice} ${fields.join(' ')}`;
    const found = this.#all.find((own) => own.key === key);
    if (found !== undefined) return found.sums;
    const sums = new LineSums(fields);
    this.#all.push({ key, row, sums });
    return sums;
  }

  takeAll() {
    return this.#all.splice(0);
  }
}

/** Reads a table's data rows into a kind's reader, and counts what becomes of each. */
export function readTable(
  table: Table,
  report: FileReportBuilder,
  reader: KindReader,
  { knowledge, now, onBytes }: Reads,
  sheets: SheetSums = new SheetSums(),
): void {
  const reading = readEvidence(table, report, now);
  const unroller =
    table.shape === undefined ? null : new Unroller(table.shape, report, { knowledge, header: table.header });
  const isNote = noteTest(table);
  const told = (cells: readonly string[], line: number): boolean => {
    if (isNote(cells)) {
      report.problem(
        { level: 'warning', line, value: cells.filter((cell) => cell.trim() !== '').join(' ') },
        'note-left-out',
        {},
      );
      return true;
    }
    return false;
  };
  const rows = rowsOf(table, report, reading, { unroller, sheets });
  report.sawRow(table.header);
  const unused = unusedColumns(table);
  const read = (row: Row, cells: readonly string[], line: number) => {
    row.set(cells, line);
    const outcome = reader.row(row);
    if (outcome !== 'later') {
      report.count(outcome === refused ? 'refused' : outcome);
    }
  };
  forEachRow(
    table,
    report,
    (cells, line) => {
      if (unroller?.heading(cells) === true || told(cells, line)) {
        return;
      }
      const own = unroller === null ? cells : unroller.line(cells, line);
      if (own === null) {
        return;
      }
      report.sawRow(cells);
      report.facts.sawCells(cells, unused);
      for (const { row, cellsOf, sums } of rows) {
        const rowCells = cellsOf(own);
        if (rowCells !== null && sums?.add(rowCells, line) !== true) {
          read(row, rowCells, line);
        }
      }
    },
    onBytes,
  );
  if (table.shape?.addsSheets !== true || sheets.isLast) {
    for (const { row, sums } of sheets.takeAll()) {
      for (const { cells, line } of sums) {
        read(row, cells, line);
      }
    }
  }
  unroller?.end();
  report.addValuesRead(rows[0]?.row.valuesRead ?? new Map());
}

/** Columns of which nothing is read: their filled cells are counted, and told. */
function unusedColumns({ header, columns, shape }: Table): readonly number[] {
  const used = new Set(columns.values());
  for (const { cells, when } of shape?.slices ?? []) {
    for (const index of [...[...cells.values()].flat(), ...(when === undefined ? [] : [when.column])]) {
      used.add(index);
    }
  }
  return header.flatMap((_, index) => (used.has(index) ? [] : index));
}

interface RowOfCells {
  readonly row: Row;
  /** The row's own cells among those of a line; `null`: the line says nothing of it. */
  cellsOf(cells: readonly string[]): readonly string[] | null;
  /** Lines of one site and day, where they are added up. */
  readonly sums: LineSums | null;
}

/** A line is one row; in a table of another shape, one for each slice that it says something of. */
function rowsOf(
  table: Table,
  report: FileReportBuilder,
  reading: CellReading,
  { unroller, sheets }: { readonly unroller: Unroller | null; readonly sheets: SheetSums },
): readonly RowOfCells[] {
  if (unroller === null || table.shape === undefined) {
    return [{ row: new Row(report, table, reading), cellsOf: (cells) => cells, sums: null }];
  }
  const { addsLines } = table.shape;
  return unroller.slices().map(({ fields, titles, cellsOf }, slice) => {
    const columns: Columns = new Map(fields.map((field, index) => [field, index]));
    const row = new Row(report, { columns, header: titles }, reading);
    return { row, cellsOf, sums: addsLines ? sheets.of(fields, slice, row) : null };
  });
}

/** What follows the header, without blank lines, repeated titles, totals and torn rows (these are told). */
function forEachRow(
  table: Table,
  report: FileReportBuilder,
  visit: (cells: readonly string[], line: number) => void,
  onBytes: (bytes: number) => void,
): void {
  const expected = table.header.length;
  const needed = table.shape === undefined ? Math.max(...table.columns.values()) + 1 : 1;
  // The same days below the name of another month.
  const hasDatesAgain = (table.shape?.datesAgain.length ?? 0) > 0;
  const isSum = sumTest();
  const isLoneNote = loneNoteTest(table);
  const visitRecord: VisitRecord = (cells, line) => {
    if (line <= table.headerLine || cells.every((cell) => cell.trim() === '')) {
      return true;
    }
    if (isTitleAgain(cells, table) && !hasDatesAgain) {
      report.problem({ level: 'warning', line, value: cells.join(' ') }, 'titles-again', {});
    } else if (isSum(cells)) {
      report.problem(
        { level: 'warning', line, value: cells.find((cell) => cell.trim() !== '') ?? null },
        'total-left-out',
        {},
      );
    } else if (isPageFooter(cells)) {
      report.problem(
        { level: 'warning', line, value: cells.find((cell) => cell.trim() !== '') ?? null },
        'page-footer',
        {},
      );
    } else if (
      (cells.length < needed && !isLoneNote(cells)) ||
      cells.slice(expected).some((cell) => cell.trim() !== '')
    ) {
      report.problem({ level: 'refused', line, value: cells.join(table.separator) }, 'torn-row', {
        cells: cells.length,
        expected,
      });
      report.count('refused');
    } else {
      visit(cells, line);
    }
    return true;
  };
  const line = readRecords(table, visitRecord, onBytes);
  if (line !== null) {
    report.problem({ level: 'refused', line }, 'record-too-long', { limit: recordLimit });
  }
}

/** Printed exports repeat their titles on each page. */
function isTitleAgain(cells: readonly string[], { header, headerLine }: Table): boolean {
  return (
    headerLine > 0 &&
    cells.length > 1 &&
    cells[0]?.length === header[0]?.length &&
    cells.every((cell, index) => fold(cell) === fold(header[index] ?? ''))
  );
}

function isPageFooter(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '') ?? '';
  return /^\s*(?:page|p\.)\s*(?:n°\s*)?\d+(\s*(\/|sur|de|of)\s*\d+)?\s*$|^\s*[-–]\s*\d+\s*[-–]\s*$/i.test(
    first,
  );
}

/** Does a line add up others? Texts come again from line to line: each is looked at once. */
function sumTest(): (cells: readonly string[]) => boolean {
  const memo = new Memo((text) => isSumTitle(text));
  return (cells) => {
    let texts = 0;
    for (const cell of cells) {
      if (cell !== '' && !/^\s*[\d-]/.test(cell)) {
        if (memo.get(cell)) {
          return true;
        }
        texts++;
        if (texts === 2) {
          return false;
        }
      }
    }
    return false;
  };
}
