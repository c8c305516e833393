import { fold } from '../fold.ts';
import type { TableField } from './field.ts';
import type { ImportKind } from './problem.ts';
import type { Answers } from './table-question.ts';
import type { DecimalMark, TextEncoding, WrittenDateOrder } from './written.ts';
import type { DayOrder } from './written-date.ts';

/** How a file is to be read, as a person says; what is left out is found by looking at the file. */
export interface TableMapping {
  readonly kind: ImportKind;
  /** Field → index of its column. Without it the headings say. */
  readonly columns?: Readonly<Partial<Record<TableField, number>>> | undefined;
  readonly encoding?: TextEncoding | undefined;
  readonly separator?: string | undefined;
  readonly dateOrder?: WrittenDateOrder | undefined;
  readonly decimal?: DecimalMark | undefined;
  /** Line of the column titles, from 1; 0: there are none. */
  readonly headerLine?: number | undefined;
  /** What was answered about the whole table. */
  readonly answers?: Answers | undefined;
}

export const dayOrders: Readonly<Record<WrittenDateOrder, DayOrder>> = {
  dmy: 'day-first',
  mdy: 'month-first',
  ymd: 'year-first',
};

/** The titles of a table's columns; on line 0 are those that were made up. */
export interface TableHeader {
  readonly header: readonly string[];
  readonly headerLine: number;
}

/** By its folded titles a file is known again; `null` without titles. */
export function headerKey({ header, headerLine }: TableHeader): readonly string[] | null {
  return headerLine === 0 ? null : header.map((cell) => fold(cell));
}

/** A reading, and what was answered, as the journal of files keeps them. */
export function mappingText(reading: TableMapping | undefined, answers: Answers | undefined): string | null {
  const isAnswered = answers !== undefined && Object.keys(answers).length > 0;
  return reading === undefined && !isAnswered
    ? null
    : JSON.stringify(isAnswered ? { ...reading, answers } : reading);
}
