import type { IsoDate, StaffFigureWeek } from '../../../electron/api/records.ts';
import { dayOfWeekday } from '../coverage/day-text.ts';
import type { Block } from '../coverage/paste.ts';
import { type PasteGrid, type PlacedSites, placeSites } from '../coverage/paste-sites.ts';

/** The days of the week on which any site serves, in order. */
export const datesOfWeek = ({ sites }: StaffFigureWeek): readonly IsoDate[] =>
  [...new Set(sites.flatMap(({ days }) => days.map(({ date }) => date)))].toSorted();

function gridOf(week: StaffFigureWeek, dates: readonly IsoDate[]): PasteGrid {
  const sites = week.sites.map(({ siteId, site, days }) => {
    const serves = new Set(days.map(({ date }) => date));
    return {
      siteId,
      site,
      days: dates.map((date) => {
        const expected = serves.has(date);
        return { date, served: null, expected, closed: expected ? null : ('closure' as const) };
      }),
    };
  });
  return { dates, sites };
}

/**
 * A block pasted among the figures of a week, as where counts of a month are pasted; weekdays alone name its days.
 * What falls on a day on which the site is closed has no field, and is left out.
 */
export function placeWeek(
  block: Block,
  week: StaffFigureWeek,
  place: { readonly row: number; readonly column: number },
): PlacedSites {
  const dates = datesOfWeek(week);
  const dated = block.map((cells, i) =>
    cells.map((cell, j) => (i === 0 || j === 0 ? (dayOfWeekday(cell, dates) ?? cell) : cell)),
  );
  const grid = gridOf(week, dates);
  const { entries, problem } = placeSites(dated, grid, { ...place, who: 'all' });
  const serves = new Set(
    week.sites.flatMap(({ siteId, days }) => days.map(({ date }) => `${siteId} ${date}`)),
  );
  return { entries: entries.filter(({ siteId, date }) => serves.has(`${siteId} ${date}`)), problem };
}
