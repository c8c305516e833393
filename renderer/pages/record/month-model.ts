import type { CoverageDay, IsoDate, RecordRow, SiteMonth } from '../../../electron/api/records.ts';
import type { DinerColumn } from '../coverage/block-columns.ts';
import { keptOf } from '../coverage/count-columns.ts';

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

export interface MonthAverages {
  /** Children on a day that is recorded. */
  readonly perDay: number | null;
  /** Without days that somebody marked; `null`: none of those recorded is. */
  readonly ordinary: number | null;
  /** Meals left. */
  readonly left: number | null;
}

/** What a month comes to on a day: of days whose record is complete, as its sums are. */
export function monthAverages(
  rows: readonly RecordRow[],
  days: readonly Pick<CoverageDay, 'date' | 'marks'>[],
): MonthAverages {
  const complete = rows.filter(({ state }) => state === 'complete');
  const marked = new Set(days.filter(({ marks }) => marks.length > 0).map(({ date }) => date));
  const childrenOf = (some: readonly RecordRow[]) => meanOf(some.flatMap(({ children }) => children ?? []));
  const plain = complete.filter(({ date }) => !marked.has(date));
  return {
    perDay: childrenOf(complete),
    ordinary: plain.length === complete.length ? null : childrenOf(plain),
    left: meanOf(complete.flatMap(({ left }) => left ?? [])),
  };
}

interface TableWords {
  readonly counts: readonly DinerColumn[];
  titleOf(column: DinerColumn | 'date' | 'sum' | 'ordered'): string;
  dateOf(date: IsoDate): string;
}

/** The month for a spreadsheet, under titles by which it can be pasted back; days without a count stay out. */
export function monthTable(
  own: SiteMonth,
  rows: readonly RecordRow[],
  { counts, titleOf, dateOf }: TableWords,
): string {
  const ordered = new Map(rows.map((row) => [row.date, row.ordered]));
  const byClass = counts.includes('M');
  const titles = ['date' as const, ...counts, ...(byClass ? ['sum' as const] : []), 'ordered' as const];
  const cell = (value: number | null | undefined) => (value == null ? '' : String(value));
  const lines = own.days
    .filter((day) => counts.some((column) => keptOf(day, column) !== null) || day.served !== null)
    .map((day) => {
      const kept = counts.map((column) => keptOf(day, column));
      const sum = kept.some((one) => one === null)
        ? null
        : kept.reduce<number>((all, one) => all + (one ?? 0), 0);
      return [
        dateOf(day.date),
        ...kept.map(cell),
        ...(byClass ? [cell(sum)] : []),
        cell(ordered.get(day.date)),
      ];
    });
  return [titles.map(titleOf), ...lines].map((line) => line.join('\t')).join('\n');
}
