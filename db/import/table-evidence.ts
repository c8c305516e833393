import type { DateOrder } from '../../forecasting/domain/records.ts';
import { dayOfIso } from '../day.ts';
import type { CellReading } from './cell-reading.ts';
import { CountColumn } from './count-column.ts';
import { DateColumn } from './date-column.ts';
import type { TableField } from './field.ts';
import type { FileReportBuilder } from './file-report.ts';
import { dayOrders } from './reading.ts';
import { readRecords } from './records.ts';
import type { Table } from './table.ts';
import { findYearSpan, resolveYears, type YearSpan } from './yearless.ts';

const dateFields: readonly TableField[] = ['date', 'firstDay', 'lastDay', 'announced'];
const countFields: readonly TableField[] = [
  'served',
  'staff',
  'prepared',
  'left',
  'discarded',
  'children',
  'absent',
];
/** Rows that are looked at: of dates and numbers that leave no question, of others that agree, and of any. */
const sampled = { plain: 200, decided: 100_000 };
const yearlessCells = 400;

/** Looks at a table's dates and counts until they leave no question; to the end of the file if need be. */
export function readEvidence(table: Table, report: FileReportBuilder, now: string): CellReading {
  const evidence = new Evidence(table);
  let rows = 0;
  readRecords(table, (cells, line) => {
    if (line < table.headerLine) {
      evidence.addTitle(cells);
    } else if (line > table.headerLine) {
      evidence.add(cells);
      rows++;
    }
    return rows < sampled.plain || !(evidence.isPlain || (evidence.isDecided && rows >= sampled.decided));
  });
  evidence.tell(report);
  return evidence.reading(report, now);
}

class Evidence {
  readonly #table: Table;
  readonly #dateColumns: readonly number[];
  readonly #countColumns: readonly number[];
  readonly #dates = new DateColumn();
  readonly #counts = new CountColumn();
  readonly #yearless: string[] = [];
  #titles = '';
  #isoDates = 0;

  constructor(table: Table) {
    this.#table = table;
    const { columns, shape } = table;
    // A day, month and year in columns of their own are no dates by themselves.
    const isInParts = shape?.slices.some(({ cells }) => (cells.get('date')?.length ?? 0) > 1) === true;
    this.#dateColumns = dateFields.flatMap((field) =>
      isInParts && field === 'date' ? [] : (columns.get(field) ?? []),
    );
    const ofSlices = shape?.slices.flatMap(({ cells }) =>
      countFields.flatMap((field) => cells.get(field) ?? []),
    );
    this.#countColumns = [...new Set(ofSlices ?? countFields.flatMap((field) => columns.get(field) ?? []))];
  }

  addTitle(cells: readonly string[]): void {
    this.#titles += ` ${[...new Set(cells)].join(' ').slice(0, 1_000)}`;
  }

  add(cells: readonly string[]): void {
    for (const index of this.#dateColumns) {
      const cell = cells[index] ?? '';
      this.#isoDates += /^\d{4}-\d\d-\d\d/.test(cell) ? 1 : 0;
      this.#dates.add(cell);
      if (this.#yearless.length < yearlessCells && cell !== '') {
        this.#yearless.push(cell);
      }
    }
    for (const index of this.#countColumns) {
      this.#counts.add(cells[index] ?? '');
    }
  }

  get isPlain(): boolean {
    return this.#dates.isPlain;
  }

  get isDecided(): boolean {
    return this.#dates.isDecided;
  }

  reading(report: FileReportBuilder, now: string): CellReading {
    const { reading } = this.#table;
    const said = reading?.dateOrder;
    const order = said === undefined ? this.#dates.order : dayOrders[said];
    const hint = findYearSpan(this.#titles) ?? findYearSpan(report.file);
    const years = this.#years(hint, now, report);
    return {
      dates: {
        order,
        times: this.#dates.times,
        years,
        whole: said === 'ymd' ? 'as-written' : this.#dates.whole,
      },
      decimal: reading?.decimal ?? this.#counts.decimal,
    };
  }

  #years(hint: YearSpan | null, now: string, report: FileReportBuilder): YearSpan | null {
    const years = resolveYears(this.#yearless, hint, dayOfIso(now.slice(0, 10)), this.#dates.order);
    if (years !== null) {
      report.problem({ level: 'warning' }, 'years-found', {
        ...years,
        by: hint === null ? 'weekdays' : 'title',
      });
    }
    return years;
  }

  tell(report: FileReportBuilder): void {
    const dateColumn = this.#table.header[this.#table.columns.get('date') ?? -1] ?? null;
    const place = { level: 'warning', column: dateColumn } as const;
    const said = this.#table.reading?.dateOrder;
    report.dateOrder = said ?? this.#written;
    report.orderIsUnsure ||= said === undefined && (this.#dates.order === 'mixed' || this.#dates.unsure);
    const whole = said === 'ymd' ? 'as-written' : this.#dates.whole;
    report.orderIsUnsure ||= whole === 'unsure';
    if (whole === 'swapped') {
      report.problem(place, 'dates-swapped', {});
    }
    if ((said === undefined && this.#dates.order === 'mixed') || whole === 'unsure') {
      report.problem(place, 'dates-in-both-orders', {});
    } else if (said === undefined && this.#dates.unsure) {
      report.problem(place, 'day-month-unsure', {
        first: this.#dates.order === 'month-first' ? 'month' : 'day',
      });
    }
    if (this.#dates.midnight !== null) {
      report.problem(place, 'dates-in-utc', { minutes: this.#dates.midnight });
    }
    if (this.#table.reading?.decimal === undefined && this.#counts.thousands !== null) {
      report.problem({ level: 'warning', value: this.#counts.thousands }, 'thousands-sign', {});
    }
  }

  /** As it is written in the file. */
  get #written(): DateOrder | null {
    const { heard, order } = this.#dates;
    if (!heard) {
      return this.#isoDates > 0 ? 'ymd' : null;
    }
    return order === 'mixed' ? null : order === 'day-first' ? 'dmy' : order === 'year-first' ? 'ymd' : 'mdy';
  }
}
