import { courseFields, type TableField } from '../field.ts';
import { parseSiteKind } from '../site-kind.ts';
import type { Layout } from '../table-layout.ts';
import { type ColumnOfCells, columnsOf, type GridRow } from './cells.ts';
import { isFlag } from './value-columns.ts';

/** What keeps the menus of one day apart, by its title. */
const apart: readonly TableField[] = ['site', 'sector', 'siteKind', 'service'];
/** More names are no sectors: they are remarks, or dishes under a title that is not known. */
const mostSectors = 40;

/**
 * Menus with several lines for one day, of which a column that no title names tells them apart ("Zone", "Lot",
 * "Groupe"): it holds sectors, so that their menus are not read as one. A day has the same values as others, each for
 * one line (a line is a whole menu) or for several (a line is a dish).
 */
export function readMenuTable(titled: Layout, rows: readonly GridRow[]): Layout {
  if (apart.some((field) => field !== 'site' && titled.columns.has(field))) {
    return titled;
  }
  const columns = columnsOf({
    titles: [{ cells: titled.header, line: titled.headerLine }],
    banners: [],
    body: rows.filter(
      ({ line, cells }) => line > titled.headerLine && cells.some((cell) => cell.trim() !== ''),
    ),
    width: titled.header.length,
  });
  const site = columns[titled.columns.get('site') ?? -1];
  if (site !== undefined) {
    return holdsGuests(site) ? withGuests(titled, site.index) : titled;
  }
  const dates = columns[titled.columns.get('date') ?? -1]?.cells ?? [];
  const isWhole = courseFields.some((field) => titled.columns.has(field));
  const used = new Set(titled.columns.values());
  const found = columns.find(
    (column) => !used.has(column.index) && !isFlag(column) && keepsApart(column, dates, isWhole ? 1 : 2),
  );
  if (found !== undefined && holdsGuests(found)) {
    return withGuests(titled, found.index);
  }
  return found === undefined
    ? titled
    : { ...titled, columns: new Map([...titled.columns, ['sector', found.index]]) };
}

/** "Maternelle", "Élémentaire", "Adultes": several menus of one day, and no sites. */
const holdsGuests = ({ distinct }: ColumnOfCells) =>
  distinct.size > 0 && [...distinct].every((cell) => parseSiteKind(cell) !== null);

const withGuests = (titled: Layout, index: number): Layout => ({
  ...titled,
  columns: new Map([...[...titled.columns].filter(([field]) => field !== 'site'), ['siteKind', index]]),
});

/** `least`: lines that a sector has on a day, on average. */
function keepsApart({ cells, distinct }: ColumnOfCells, dates: readonly string[], least: number): boolean {
  if (distinct.size < 2 || distinct.size > mostSectors) {
    return false;
  }
  const days = new Map<string, Map<string, number>>();
  for (const [line, date] of dates.entries()) {
    const own = days.get(date) ?? new Map<string, number>();
    const value = cells[line] ?? '';
    days.set(date, own.set(value, (own.get(value) ?? 0) + 1));
  }
  const several = [...days.values()].filter((values) => values.size > 1);
  const groups = several.flatMap((values) => [...values.values()]);
  const lines = groups.reduce((sum, count) => sum + count, 0);
  const isRegular = least === 1 ? groups.every((count) => count === 1) : lines >= least * groups.length;
  return several.length >= 2 && several.length >= 0.8 * days.size && isRegular;
}
