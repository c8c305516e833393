import type { CoverageDay, EntryClass, SiteKind, SiteMonth } from '../../../electron/api/records.ts';
import type { DinerColumn } from './block-columns.ts';

/** Sites whose children can be counted by class. */
export const hasClasses = (kind: SiteKind): boolean => kind === 'M/E' || kind === 'L';

/** Whose counts a site's month shows: children in one or by class, and adults. */
export const countColumns = (byClass: boolean): readonly DinerColumn[] =>
  byClass ? ['M', 'E', 'A'] : ['all', 'A'];

export const dinersOf = (column: DinerColumn): { readonly diners?: EntryClass } =>
  column === 'all' ? {} : { diners: column };

/** What is kept of a day in a column. */
export const keptOf = (day: CoverageDay, column: DinerColumn): number | null =>
  column === 'all' ? day.served : (day.byClass[column] ?? null);

/** The sum of a column's counts in a month, and the days that have one. */
export function monthSum({ days }: Pick<SiteMonth, 'days'>, column: DinerColumn) {
  const counts = days.flatMap((day) => keptOf(day, column) ?? []);
  return { days: counts.length, sum: counts.reduce((all, n) => all + n, 0) };
}
