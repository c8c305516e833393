import type { DateOrder, Mapping } from '../../forecasting/domain/records.ts';
import { fold } from '../fold.ts';
import type { Answers } from './table-question.ts';
import type { DayOrder } from './written-date.ts';

export const dayOrders: Readonly<Record<DateOrder, DayOrder>> = {
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
export function mappingText(reading: Mapping | undefined, answers: Answers | undefined): string | null {
  const isAnswered = answers !== undefined && Object.keys(answers).length > 0;
  return reading === undefined && !isAnswered
    ? null
    : JSON.stringify(isAnswered ? { ...reading, answers } : reading);
}
