import type { Flag, PlanDay, PlanRow } from '../../../electron/api/records.ts';

export interface SiteNotes {
  readonly row: PlanRow;
  /** Those that the day does not say of all its sites. */
  readonly flags: readonly Flag[];
  readonly isChanged: boolean;
  /** Which sheet is in force; `null`: the first. */
  readonly version: number | null;
}

/** What is to be known of a day's sites. Whoever has not counted is asked for on the day itself, once one has. */
export function dayNotes(
  rows: readonly PlanRow[],
  day: PlanDay | undefined,
  isToday: boolean,
): { readonly sites: readonly SiteNotes[]; readonly uncounted: readonly string[] } {
  const isCounted = ({ decision }: PlanRow) => decision.headCount !== null;
  const sites = rows
    .map((row) => ({
      row,
      flags: row.flags.filter((flag) => day?.flags.includes(flag) !== true),
      isChanged: row.decision.source === 'override',
      version: row.decision.sheetVersion > 1 ? row.decision.sheetVersion : null,
    }))
    .filter(({ flags, isChanged, version }) => flags.length > 0 || isChanged || version !== null);
  const uncounted = isToday && rows.some(isCounted) ? rows.filter((row) => !isCounted(row)) : [];
  return { sites, uncounted: uncounted.map(({ site }) => site) };
}
