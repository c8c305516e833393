import { fold } from '../fold.ts';
import { parseCount } from './counts.ts';
import { parseDay } from './dates.ts';
import { hasKnownHeading, isDateHeading } from './recognise.ts';
import { parseSiteKind } from './site-kind.ts';

/** A column of a table that has one for each site. */
export interface SiteColumn {
  readonly index: number;
  /** Its heading: the site's name. */
  readonly site: string;
}

export interface SiteTable {
  readonly date: number;
  readonly sites: readonly SiteColumn[];
}

const other =
  /^(TOTAL|TOTAUX|SOUS.?TOTAL|SOMME|MOYENNE|SUM|AVERAGE|SEMAINE|SEM|MOIS|ANNEE|N°?|ID|WEEK|MONTH|YEAR)\b/;

/**
 * Is this the header of a table with a row per day and a column per site? `rows` are those that follow it. Nothing
 * in such a header says what it is: the cells below must be dates, and whole numbers under two names at least.
 */
export function findSiteColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): SiteTable | null {
  const date = header.findIndex((cell, index) => isDateHeading(cell) && holdsDates(rows, index));
  if (date < 0) {
    return null;
  }
  const named = header
    .map((cell, index) => ({ index, site: cell.trim() }))
    .filter(
      ({ index, site }) =>
        !isDateHeading(site) && index !== date && /\p{L}/u.test(site) && !other.test(fold(site)),
    );
  // A column per kind of guest, or for what other tables hold, is no site.
  if (named.some(({ site }) => parseSiteKind(site) !== null || hasKnownHeading(site))) {
    return null;
  }
  const sites = named.filter(({ index }) => holdsCounts(rows, index));
  return sites.length >= 2 ? { date, sites } : null;
}

function holdsDates(rows: readonly (readonly string[])[], index: number): boolean {
  const cells = filled(rows, index);
  const dates = cells.filter(
    (cell) => !Number.isNaN(parseDay(cell, 'day-first') || parseDay(cell, 'month-first')),
  );
  return dates.length > 0 && dates.length * 2 > cells.length;
}

function holdsCounts(rows: readonly (readonly string[])[], index: number): boolean {
  const cells = filled(rows, index);
  const counts = cells.filter((cell) => typeof parseCount(cell) === 'number');
  return counts.length > 0 && counts.length * 2 > cells.length;
}

function filled(rows: readonly (readonly string[])[], index: number): readonly string[] {
  return rows.map((cells) => cells[index]?.trim() ?? '').filter((cell) => cell !== '');
}
