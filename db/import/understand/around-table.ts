import { fold, tidy } from '../../fold.ts';
import type { Place } from '../table-layout.ts';
import type { GridRow, TableFrame } from './cells.ts';
import { isMonthAlone, joinPeriods, parsePeriod } from './periods.ts';
import { bannerSite, findSiteNames, isBlockName } from './site-of.ts';
import { hasSumsAbove, namesStandAlone } from './sums-above.ts';
import type { Surroundings } from './table-parts.ts';

/** What its sheet, its headings, its lines of one cell and its file say of a table. */
export function surroundingsOf(
  frame: TableFrame,
  { file, sheet, siteOfSheet, likelySite, answers, knowledge, today }: Place,
): Surroundings {
  const upper = frame.titles.length > 1 ? (frame.titles[0]?.cells ?? []) : [];
  const texts = [
    sheet ?? '',
    ...frame.banners,
    ...upper,
    ...monthTitle(frame),
    file.replace(/ \[.*\]$/, ''),
  ].filter((text) => text !== '');
  const joined = joinPeriods(texts.map(parsePeriod));
  // Months beside each other are titles of columns: none is that of the table.
  const period = new Set(frame.banners.flatMap(monthAlone)).size > 1 ? { ...joined, month: null } : joined;
  const singles = frame.body
    .filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length === 1)
    .map(({ cells }) => cells.find((cell) => cell.trim() !== '') ?? '');
  const named = singles.filter((text) => bannerSite(text, knowledge) !== null);
  const names = findSiteNames(
    { file, sheet, siteOfSheet, likelySite: likelySite ?? null },
    frame.banners,
    knowledge,
  );
  const anyBanner = namesStandAlone(frame, knowledge) || (named.length === 0 && standAbove(frame));
  const sumsAbove = named.length === 0 && !anyBanner && hasSumsAbove(frame.body, knowledge);
  const inBanners = named.length > 0 || anyBanner || sumsAbove;
  const above = frame.banners.findLast((text) =>
    anyBanner ? isBlockName(text) : bannerSite(text, knowledge) !== null,
  );
  const certain =
    names.certain ??
    (inBanners && above !== undefined ? (bannerSite(above, knowledge) ?? tidy(above)) : null);
  const siteNames = { ...names, certain, inBanners, anyBanner, sumsAbove };
  return { period, siteNames, answers, knowledge, today };
}

/** "Septembre 2024" above the days of the month, or beside them. */
function monthTitle({ titles }: TableFrame): readonly string[] {
  const months = titles.at(-1)?.cells.filter(isMonthAlone) ?? [];
  return months.length === 1 ? months : [];
}

function monthAlone(text: string): readonly number[] {
  const { month } = parsePeriod(text);
  return month === null || !isMonthAlone(text) ? [] : [month];
}

/** Do the titles come again, each time below a cell of its own that is no period: the name of a block? */
function standAbove({ titles, banners, body }: TableFrame): boolean {
  const own = titles.at(-1)?.cells.map(fold).join('|');
  const above = body.flatMap((row, at) =>
    row.cells.map(fold).join('|') === own ? [textAlone(body[at - 1])] : [],
  );
  const names = [banners.at(-1) ?? '', ...above.map((text) => text ?? '')];
  return above.length > 0 && new Set(names).size === names.length && names.every(isBlockName);
}

function textAlone(row: GridRow | undefined): string | null {
  const texts = row?.cells.map((cell) => cell.trim()).filter((cell) => cell !== '') ?? [];
  return texts.length === 1 ? (texts[0] ?? null) : null;
}
