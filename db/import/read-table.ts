import { tidy } from '../fold.ts';
import type { CellReading } from './cell-reading.ts';
import { parseCount } from './counts.ts';
import type { Field } from './field.ts';
import type { FileReport } from './file-report.ts';
import type { KindReader } from './kinds/reader.ts';
import type { Columns } from './recognise.ts';
import { readRecords, recordLimit, type VisitRecord } from './records.ts';
import { Row, refused } from './row.ts';
import type { Table } from './table.ts';
import { readEvidence } from './table-evidence.ts';

/** Reads a table's data rows into a kind's reader, and counts what becomes of each. */
export function readTable(
  table: Table,
  report: FileReport,
  reader: KindReader,
  onBytes: (bytes: number) => void,
  now: string,
): void {
  const rows = rowsOf(table, report, readEvidence(table, report, now));
  report.sawRow(table.header);
  forEachRow(
    table,
    report,
    (cells, line) => {
      report.sawRow(cells);
      for (const { row, cellsOf } of rows) {
        const own = cellsOf(cells);
        if (own !== null) {
          row.set(own, line);
          const outcome = reader.row(row);
          if (outcome !== 'later') {
            report.count(outcome === refused ? 'refused' : outcome);
          }
        }
      }
    },
    onBytes,
  );
  reader.end?.();
  report.valuesRead = rows[0]?.row.valuesRead ?? new Map();
  report.warnOfWeekends();
  warnOfWide(table, report);
}

interface RowOfCells {
  readonly row: Row;
  /** The row's own cells among those of a line; `null`: the line says nothing of it. */
  cellsOf(cells: readonly string[]): readonly string[] | null;
}

/** A line is one row; in a table with a column per site or dish, one for each that has a count. */
function rowsOf(table: Table, report: FileReport, reading: CellReading): readonly RowOfCells[] {
  const { wide } = table;
  if (wide === undefined || wide.by === 'meal') {
    return [{ row: new Row(report, table, reading), cellsOf: (cells) => cells }];
  }
  const shared = [...table.columns];
  const columns: Columns = new Map(
    [...shared.map(([field]) => field), wide.by, 'served' as const].map(numbered),
  );
  return wide.named.map(({ index, name }) => {
    const header = [...shared.map(([, at]) => table.header[at] ?? ''), name, name];
    return {
      row: new Row(report, { columns, header }, reading),
      cellsOf: (cells) => {
        const count = cells[index]?.trim() ?? '';
        // A dish that a mark says was not served is no portion of it.
        const isNone = wide.by === 'dish' ? parseCount(count) === null : count === '';
        return isNone ? null : [...shared.map(([, at]) => cells[at] ?? ''), name, count];
      },
    };
  });
}

const numbered = (field: Field, index: number): readonly [Field, number] => [field, index];

/** Says what headings were taken for. */
function warnOfWide({ wide }: Table, report: FileReport): void {
  if (wide?.by === 'meal') {
    const { lunch, others } = wide;
    report.problem({ level: 'warning' }, 'meals-left-out', { lunch, others });
  } else if (wide !== undefined) {
    const names = wide.named.map(({ name }) => tidy(name).slice(0, 60));
    const code = wide.by === 'site' ? 'sites-in-columns' : 'dishes-in-columns';
    report.problem({ level: 'warning' }, code, { names });
  }
}

/** What follows the header, without blank lines, totals and torn rows (these are told). */
function forEachRow(
  table: Table,
  report: FileReport,
  visit: (cells: readonly string[], line: number) => void,
  onBytes: (bytes: number) => void,
): void {
  const expected = table.header.length;
  const needed = Math.max(...table.columns.values()) + 1;
  const visitRecord: VisitRecord = (cells, line) => {
    if (line <= table.headerLine || cells.every((cell) => cell.trim() === '')) {
      return true;
    }
    if (isTotal(cells)) {
      report.problem(
        { level: 'warning', line, value: cells.find((cell) => cell.trim() !== '') ?? null },
        'total-left-out',
        {},
      );
    } else if (cells.length < needed || cells.slice(expected).some((cell) => cell.trim() !== '')) {
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

/** Spreadsheets end with sums. */
function isTotal(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '') ?? '';
  return /^\s*(sous[- ]?total|total|totaux|grand total|somme|sum)\b/i.test(first);
}
