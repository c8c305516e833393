import { fold } from '../../fold.ts';
import { parseCount } from '../counts.ts';
import { type GridRow, isFullDate } from './cells.ts';
import { parsePartialDate } from './periods.ts';
import { isSumTitle, isTitleOf } from './words.ts';

const presence = /^(1|X+|[✓✔☑✅●•]|OUI|O|YES|Y|VRAI|TRUE|V|P|PRES\.?|PRESENTE?S?)$/;
const absence = /^(0|[-–—]|NON|N|NO|FAUX|FALSE|F|A|AB|ABS\.?|ABSENTE?S?|EXC\.?|EXCUSEE?S?)$/;

/** Whether a child eats, as a list of children signs it: "1" or "0"; `null`: it is no such sign. */
export function tickOf(cell: string): '1' | '0' | null {
  const sign = fold(cell);
  return presence.test(sign) ? '1' : absence.test(sign) ? '0' : null;
}

/**
 * The columns of a list of children in which signs say who eats (X, "Présent", P and A), and the rows with counts in
 * their place. A list is one by its title of names, or by its titles of days.
 */
export function readTicks(rows: readonly GridRow[]): {
  readonly rows: readonly GridRow[];
  readonly ticks: readonly number[];
} {
  const at = rows.findIndex((row, index) => index < searchedTitles && isListTitle(row));
  const titles = rows[at]?.cells ?? [];
  const body = rows.slice(at + 1).filter(({ cells }) => !isSumTitle(cells.find((cell) => cell.trim()) ?? ''));
  const ticks =
    at < 0 ? [] : titles.flatMap((_, index) => (holdsTicks(body, index, titles[index]) ? [index] : []));
  const counted = ({ cells, line }: GridRow): GridRow => ({ cells: withTicks(cells, ticks), line });
  return ticks.length === 0
    ? { rows, ticks }
    : { rows: [...rows.slice(0, at + 1), ...rows.slice(at + 1).map(counted)], ticks };
}

const searchedTitles = 30;

/** The cells of a line with counts in place of the signs of some columns. */
export const withTicks = (cells: readonly string[], ticks: readonly number[]): readonly string[] =>
  ticks.length === 0
    ? cells
    : cells.map((cell, index) => (ticks.includes(index) ? (tickOf(cell) ?? cell) : cell));

function isListTitle({ cells }: GridRow): boolean {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const days = texts.filter((text) => isFullDate(text) || parsePartialDate(text) !== null);
  return texts.length >= 2 && (days.length >= 2 || texts.some((text) => isTitleOf('child', text)));
}

/** Signs alone, of which one at least is no number, and one says that somebody eats. */
function holdsTicks(rows: readonly GridRow[], index: number, title = ''): boolean {
  const cells = rows.map((row) => row.cells[index]?.trim() ?? '').filter((cell) => cell !== '');
  return (
    !isTitleOf('strike', title) &&
    !isTitleOf('flag', title) &&
    cells.every((cell) => tickOf(cell) !== null || isDayAgain(cell)) &&
    cells.some((cell) => tickOf(cell) === '1') &&
    cells.some((cell) => tickOf(cell) !== null && typeof parseCount(cell) !== 'number')
  );
}

/** Titles that come again. */
const isDayAgain = (cell: string) => isFullDate(cell) || parsePartialDate(cell) !== null;
