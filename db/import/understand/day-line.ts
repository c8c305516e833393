import { numberAt } from '../../../forecasting/domain/number-at.ts';
import { weekdaysOf } from '../date-words.ts';
import { isDateLine } from './cells.ts';
import { isMonthAlone } from './periods.ts';
import { isSumTitle } from './words.ts';

/** Where the days of a block stand, and the titles of the first one. */
export interface DayTitles {
  /** The columns of the days. */
  readonly days: readonly number[];
  readonly header: readonly string[];
}

/**
 * Do cells head a block of lines with the days of its columns: dates, or the numbers of the days of a month (below or
 * beside its name, or with the same title before them)?
 */
export function isDayLine(cells: readonly string[], titles: DayTitles): boolean {
  return isDateLine(titles.days.map((index) => cells[index] ?? '')) || areDayNumbers(cells, titles);
}

/** A block may be wider than the first one: its days are numbers wherever they stand. */
function areDayNumbers(cells: readonly string[], { header }: DayTitles): boolean {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  const others = texts.filter((text) => !/^\d{1,2}$/.test(text));
  const titles = new Set(header.map((title) => title.trim()));
  const [first = ''] = texts;
  return (
    header.filter((title) => /(?:^| )\d{1,2}$/.test(title)).length > 1 &&
    !isSumTitle(first) &&
    numbers.length >= (others.length > 0 ? 2 : 4) &&
    numbers.every((day, at) => day >= 1 && day <= 31 && (at === 0 || day > numberAt(numbers, at - 1))) &&
    others.every((text) => isMonthAlone(text) || titles.has(text) || isSumTitle(text))
  );
}

/** "L", "M", "J", "V" above the days of a block. */
export function areWeekdayLetters(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 2 && filled.every((cell) => weekdaysOf(cell.trim()) !== null);
}
