import type { DecimalMark } from '../../forecasting/domain/records.ts';
import { detach } from '../fold.ts';
import { type RecordSource, readRecords } from './records.ts';

export interface Samples {
  /** By column: the first cells that are not empty, at most three. */
  readonly cells: readonly (readonly string[])[];
  /** The sign before fractions, by column, where one is written. */
  readonly decimals: readonly (DecimalMark | null)[];
}

const sampledRecords = 100;
const perColumn = 3;

/** Looks at the first rows below the titles. */
export function sampleColumns(source: RecordSource, headerLine: number, width: number): Samples {
  const cells: string[][] = Array.from({ length: width }, () => []);
  const decimals: (DecimalMark | null)[] = Array.from({ length: width }, () => null);
  let records = 0;
  readRecords(source, (record, line) => {
    if (line > headerLine) {
      records++;
      for (const [index, own] of cells.entries()) {
        const cell = record[index]?.trim() ?? '';
        if (cell !== '' && own.length < perColumn) {
          own.push(detach(cell.slice(0, 80)));
        }
        decimals[index] ??= decimalOf(cell);
      }
    }
    return records < sampledRecords;
  });
  return { cells, decimals };
}

function decimalOf(cell: string): DecimalMark | null {
  // Three digits may be thousands: they prove nothing.
  const sign = /^[-−+]?\d+([.,])(?:\d{1,2}|\d{4,})$/.exec(cell)?.[1];
  return sign === ',' || sign === '.' ? sign : null;
}
