import { firstPlausibleDay, lastPlausibleDay } from '../../forecasting/domain/plausible-days.ts';
import type { DecimalMark } from '../../forecasting/domain/records.ts';
import { isoOf } from '../day.ts';
import { detach, tidy } from '../fold.ts';
import { hasLostLetters } from '../lost-letters.ts';
import type { CellReading } from './cell-reading.ts';
import { annotatedNumber, countLimit, parseCount } from './counts.ts';
import { type DateSlip, parseDay, readDay } from './dates.ts';
import type { TableField } from './field.ts';
import type { FileReportBuilder } from './file-report.ts';
import { plainCell, spoiltCell } from './plain-cell.ts';
import type { ProblemCode, ProblemParams } from './problem.ts';
import type { Columns } from './recognise.ts';
import { type Mark, parseMark } from './understand/words.ts';

const firstPlausible = parseDay(firstPlausibleDay, 'day-first');
const lastPlausible = parseDay(lastPlausibleDay, 'day-first');

/** What a row needs to know of its table. */
interface TableColumns {
  readonly columns: Columns;
  readonly header: readonly string[];
}

export const refused: unique symbol = Symbol('refused');

/** One data row of a file. Reading a cell that is wrong notes the problem and answers `refused`. */
export class Row {
  readonly report: FileReportBuilder;
  line = 0;
  /** What stands in a count's cell instead of a count: "grève", "férié". */
  mark: Mark | null = null;
  readonly #columns: Columns;
  readonly #header: readonly string[];
  readonly #days: Memo<number | DateSlip>;
  readonly #texts = new Memo((cell) => this.#readText(cell));
  /** The field whose text is read. */
  #field: TableField = 'site';
  #cells: readonly string[] = [];
  #refusedLine = 0;
  readonly #decimal: DecimalMark | null;
  readonly #fields: readonly (readonly [TableField, number])[];
  readonly #filled: Uint32Array;

  constructor(report: FileReportBuilder, { columns, header }: TableColumns, { dates, decimal }: CellReading) {
    this.report = report;
    this.#decimal = decimal;
    this.#fields = [...columns];
    this.#filled = new Uint32Array(columns.size);
    this.#columns = columns;
    this.#header = header;
    this.#days = new Memo((cell) => readDay(cell, dates));
  }

  set(cells: readonly string[], line: number): void {
    this.#cells = cells;
    this.line = line;
    this.mark = null;
    for (let at = 0; at < this.#fields.length; at++) {
      const index = this.#fields[at]?.[1] as number;
      this.#filled[at] = (this.#filled[at] as number) + (cells[index] === '' ? 0 : 1);
    }
  }

  /** Cells that gave a value, by field. */
  get valuesRead(): ReadonlyMap<TableField, number> {
    return new Map(this.#fields.map(([field], at) => [field, this.#filled[at] as number]));
  }

  #gaveNothing(field: TableField): void {
    const at = this.#fields.findIndex(([own]) => own === field);
    if (at >= 0 && this.raw(field) !== '') {
      this.#filled[at] = (this.#filled[at] as number) - 1;
    }
  }

  has(field: TableField): boolean {
    return this.#columns.has(field);
  }

  /** The cell as written; empty when the kind's column is absent. */
  raw(field: TableField): string {
    const index = this.#columns.get(field);
    return index === undefined ? '' : (this.#cells[index] ?? '');
  }

  text(field: TableField): string {
    this.#field = field;
    return this.#texts.get(this.raw(field));
  }

  #readText(cell: string): string {
    const text = tidy(plainCell(cell));
    if (hasLostLetters(text) && !this.report.spoiltTexts.has(text)) {
      this.report.spoiltTexts.add(text);
      this.report.problem({ level: 'warning', ...this.place(this.#field) }, 'letters-lost', {});
    }
    return text;
  }

  /** A text that must be there. */
  needed(field: TableField): string | typeof refused {
    return this.#spoilt(field) ?? (this.text(field) || this.refuse(field, 'missing-value', {}));
  }

  /** A date; `sees` says what the report makes of it. */
  day(field: TableField, sees: 'record' | 'day-off' | 'nothing' = 'record'): number | typeof refused {
    const cell = this.raw(field);
    const day = this.#days.get(cell);
    if (typeof day === 'string') {
      return this.#spoilt(field) ?? this.refuse(field, cell.trim() === '' ? 'missing-value' : day, {});
    }
    if (day < firstPlausible || day > lastPlausible) {
      return this.refuse(field, 'date-out-of-range', {
        first: isoOf(firstPlausible),
        last: isoOf(lastPlausible),
      });
    }
    if (sees === 'record') {
      this.report.sawDay(day);
    } else if (sees === 'day-off') {
      this.report.sawDayOff(day);
    }
    return day;
  }

  /** A count, `null` when it is missing. */
  count(field: TableField): number | null | typeof refused {
    const count = parseCount(this.raw(field), this.#decimal);
    if (count === null) {
      this.#gaveNothing(field);
    }
    if (count === null || typeof count === 'number') {
      if (annotatedNumber(this.raw(field)) !== null) {
        this.report.problem({ level: 'warning', ...this.place(field) }, 'count-with-words', {});
      }
      return count;
    }
    const mark = parseMark(this.raw(field));
    if (mark !== null) {
      this.mark = mark;
      this.#gaveNothing(field);
      return null;
    }
    if (count === 'count-too-large') {
      return this.refuse(field, count, { limit: countLimit });
    }
    return this.#spoilt(field) ?? this.refuse(field, count, {});
  }

  /** A cell whose value the spreadsheet did not know, or did not store. */
  #spoilt(field: TableField): typeof refused | null {
    const slip = spoiltCell(this.raw(field));
    return slip === null ? null : this.refuse(field, slip, {});
  }

  /** The first thing that is wrong with a row is its reason; more would not help. */
  refuse<Code extends ProblemCode>(
    field: TableField,
    code: Code,
    params: ProblemParams[Code],
  ): typeof refused {
    if (this.#refusedLine === this.line) {
      return refused;
    }
    this.#refusedLine = this.line;
    this.#gaveNothing(field);
    this.report.problem({ level: 'refused', ...this.place(field) }, code, params);
    return refused;
  }

  ask<Code extends ProblemCode>(field: TableField, code: Code, params: ProblemParams[Code]): void {
    this.report.problem({ level: 'asked', ...this.place(field) }, code, params);
  }

  /** Where a cell stands, for a finding that comes when the whole file is read. */
  place(field: TableField) {
    const column = this.#header[this.#columns.get(field) ?? -1] ?? null;
    return { line: this.line, column: column === null ? null : tidy(column), value: this.raw(field) };
  }
}

/** Cells repeat from row to row: each is read once. */
export class Memo<T> {
  readonly #read: (cell: string) => T;
  readonly #known = new Map<string, T>();

  constructor(read: (cell: string) => T) {
    this.#read = read;
  }

  get(cell: string): T {
    const known = this.#known.get(cell);
    if (known !== undefined) {
      return known;
    }
    const own = detach(cell);
    const value = this.#read(own);
    if (this.#known.size > 20_000) {
      this.#known.clear();
    }
    this.#known.set(own, value);
    return value;
  }
}
