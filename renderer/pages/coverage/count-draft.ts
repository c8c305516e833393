import type { CoverageDay, IsoDate } from '../../../electron/api/records.ts';

/** Served counts while they are being typed, by day. */
export type CountDraft = Readonly<Record<IsoDate, string>>;

const MOST = 20_000;

/** What was typed as a count: a whole number, `null` for nothing; `undefined` when it is neither. */
export function parseServed(text: string): number | null | undefined {
  const typed = text.replace(/[\s\u00a0\u202f]/g, '');
  if (typed === '') return null;
  return /^\d{1,5}$/.test(typed) && Number(typed) <= MOST ? Number(typed) : undefined;
}

/** May a count be typed in here? What a file says stays its own. */
export const isOpen = ({ served, typed, expected }: CoverageDay): boolean =>
  typed || (served === null && expected);

/** The days whose count is other than what is kept; `null` while one is wrong. */
export function changedCounts(
  days: readonly CoverageDay[],
  draft: CountDraft,
): readonly { readonly date: IsoDate; readonly served: number | null }[] | null {
  const changes: { date: IsoDate; served: number | null }[] = [];
  for (const day of days.filter(isOpen)) {
    const text = draft[day.date];
    const served = text === undefined ? day.served : parseServed(text);
    if (served === undefined) return null;
    if (served !== day.served) changes.push({ date: day.date, served });
  }
  return changes;
}
