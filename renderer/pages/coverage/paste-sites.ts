import type { CountEntry, IsoDate } from '../../../electron/api/records.ts';
import { foldForSearch } from '../../format/fold.ts';
import { type DinerColumn, isSumLine } from './block-columns.ts';
import { dinersOf } from './count-columns.ts';
import { dayOfText, isBareNumber } from './day-text.ts';
import { type Block, type PasteDay, type PlaceProblem, placeOnDays } from './paste.ts';

/** Sites × days, as the page shows them; each site has all days. */
export interface PasteGrid {
  readonly dates: readonly IsoDate[];
  readonly sites: readonly {
    readonly siteId: number;
    readonly site: string;
    readonly days: readonly PasteDay[];
  }[];
}

export interface PlacedSites {
  readonly entries: readonly CountEntry[];
  readonly problem: PlaceProblem | null;
}

const refused = (problem: PlaceProblem): PlacedSites => ({ entries: [], problem });

interface SitesPlace {
  readonly row: number;
  readonly column: number;
  readonly who: DinerColumn;
}

/**
 * A block for all sites: lines of sites under columns of days, or the other way round, by their names and dates where
 * both stand beside the counts; else from the field in which one pastes on.
 */
export function placeSites(block: Block, month: PasteGrid, place: SitesPlace): PlacedSites {
  const turned = transposed(block);
  const of = month.dates[0]?.slice(0, 7) ?? '';
  const named = [block, turned].find((lines) => areDays(lines[0]?.slice(1) ?? [], of) && isNamed(lines));
  return named ? placeNamed(named, month, of, place.who) : placeLines(block, month, place);
}

const transposed = (block: Block): Block => {
  const width = Math.max(...block.map((line) => line.length));
  return Array.from({ length: width }, (_, i) => block.map((line) => line[i] ?? ''));
};

const areDays = (cells: readonly string[], month: string) => {
  const days = cells.filter((cell) => cell !== '' && !isSumLine(cell));
  return (
    days.length > 0 && days.every((cell) => dayOfText(cell, month) !== null) && !days.every(isBareNumber)
  );
};

const isNamed = (lines: Block) => lines.slice(1).every(([name = '']) => name === '' || !/^\d+$/.test(name));

function placeNamed(lines: Block, { sites, dates }: PasteGrid, of: string, who: DinerColumn): PlacedSites {
  const byName = Map.groupBy(sites, ({ site }) => foldForSearch(site.normalize('NFC')));
  const head = (lines[0] ?? []).map((cell) => (isSumLine(cell) ? null : dayOfText(cell, of)));
  const entries: CountEntry[] = [];
  for (const [name = '', ...counts] of lines.slice(1)) {
    if (isSumLine(name) || counts.every((cell) => cell === '')) continue;
    const [site, ...more] = byName.get(foldForSearch(name.normalize('NFC'))) ?? [];
    if (!site || more.length > 0) return refused('unknown-site');
    for (const [i, text] of counts.entries()) {
      const date = head[i + 1] ?? null;
      if (text === '' || date === null) continue;
      if (!dates.includes(date)) return refused('other-month');
      entries.push({ siteId: site.siteId, date, text, ...dinersOf(who) });
    }
  }
  return { entries, problem: null };
}

const onDay = (day: PasteDay | undefined) => ({ type: 'placed', dates: [day?.date ?? null] }) as const;

function placeLines(
  block: Block,
  { sites, dates }: PasteGrid,
  { row, column, who }: SitesPlace,
): PlacedSites {
  const entries: CountEntry[] = [];
  const isColumn = block.every((values) => values.length === 1);
  for (const [i, values] of block.entries()) {
    const site = sites[row + i];
    if (!site) return refused('too-long');
    // A column is of the day in which one pastes, also where a site is closed.
    const placed = isColumn ? onDay(site.days[column]) : placeOnDays(values, site.days, column);
    if (placed.type === 'refused') return refused(placed.problem);
    for (const [j, date] of placed.dates.entries()) {
      if (date !== null && values[j] !== '' && dates.includes(date)) {
        entries.push({ siteId: site.siteId, date, text: values[j] ?? '', ...dinersOf(who) });
      }
    }
  }
  return { entries, problem: null };
}
