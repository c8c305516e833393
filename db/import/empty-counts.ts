import { isoOf, weekdayOfDay } from '../day.ts';
import type { FileReportBuilder } from './file-report.ts';

/**
 * Lines without a count, of days on which one is to be expected: weekdays that have counts in the file, before the
 * last day that has one. The days of a sheet made ready for the year are none, and no Wednesday that is always free.
 */
export class EmptyCounts {
  readonly #rows = new Map<number, number>();
  readonly #weekdays = new Set<number>();
  #last = Number.NEGATIVE_INFINITY;

  add(day: number, count: number | null, isMarked: boolean): void {
    if (count !== null && count > 0) {
      this.#weekdays.add(weekdayOfDay(day));
      this.#last = Math.max(this.#last, day);
    } else if (count === null && !isMarked) {
      this.#rows.set(day, (this.#rows.get(day) ?? 0) + 1);
    }
  }

  tell(report: FileReportBuilder): void {
    const expected = [...this.#rows].filter(
      ([day]) => day < this.#last && this.#weekdays.has(weekdayOfDay(day)),
    );
    if (expected.length > 0) {
      report.problem({ level: 'warning' }, 'counts-empty', {
        rows: expected.reduce((sum, [, rows]) => sum + rows, 0),
        first: isoOf(Math.min(...expected.map(([day]) => day))),
      });
    }
  }
}
