import { dateOfParts, dayOfCell, isWeekCell, monthOfCell, weekdayOfCell, yearOfCell } from '../date-parts.ts';
import type { DateAxis } from './axes.ts';
import { type ColumnOfCells, isFullDate } from './cells.ts';
import { filledDown } from './lines.ts';
import { wordsOf } from './words.ts';

const dayTitle =
  /^(JOURS?( DU MOIS)?|DAY( OF MONTH)?|QUANTIEMES?|DATES?|(N|NO|NUM|NUMERO)( DU)? JOUR|J|JJ|DD)$/;
const weekdayTitle = /^(JOURS?( DE( LA)? SEMAINE)?|DAYS?( OF WEEK)?|WEEKDAYS?|DATES?)$/;
const monthTitle = /^(MOIS|MONTH|MM|(N|NO|NUM|NUMERO) MOIS)$/;
const weekTitle = /^((N|NO|NUM|NUMERO)( DE)?( LA)? )?(SEMAINES?|SEM|WEEK|S)( (N|NO|NUM|NUMERO|NUMBER))?$/;
const yearTitle = /^(ANNEES?( SCOLAIRES?| CIVILES?)?|AN|YEAR|SCHOOL YEAR|EXERCICE|AAAA|YYYY)$/;

/** Does a title stand above the numbers of days, weeks or months? */
export const numbersDays = (title: string): boolean =>
  [dayTitle, weekTitle, monthTitle].some((pattern) => pattern.test(wordsOf(title)));

/** A date in columns of its day, its month and (mostly) its year, or of its weekday, week and year; `null`: there are none. */
export function datePartsIn(
  columns: readonly ColumnOfCells[],
): (DateAxis & { parts: readonly number[] }) | null {
  const find = (title: RegExp, is: (cell: string) => boolean) =>
    columns.find(
      (column) =>
        title.test(wordsOf(column.title.own)) &&
        column.filled > 0 &&
        column.cells.filter((cell) => cell !== '' && is(cell)).length >= 0.9 * column.filled,
    );
  const weekday = find(weekdayTitle, (cell) => weekdayOfCell(cell) !== null);
  const week = weekday === undefined ? undefined : find(weekTitle, isWeekCell);
  const day =
    week === undefined ? find(dayTitle, (cell) => dayOfCell(cell) !== null && !isFullDate(cell)) : weekday;
  const month = week ?? find(monthTitle, (cell) => monthOfCell(cell) !== null);
  if (day === undefined || month === undefined || day === month) {
    return null;
  }
  const year = find(yearTitle, (cell) => yearOfCell(cell, 1) !== null);
  const parts = [day, month, ...(year === undefined ? [] : [year])];
  const [days, ...others] = parts.map(({ cells }, at) => (at === 0 ? cells : filledDown(cells)));
  const cells = (days ?? []).map((own, line) =>
    own === '' ? '' : dateOfParts([own, ...others.map((column) => column[line] ?? '')]),
  );
  const form = cells.every((cell) => cell === '' || isFullDate(cell)) ? 'full' : 'partial';
  const types = {
    ...day.types,
    date: form === 'full' ? day.filled : 0,
    'partial-date': form === 'full' ? 0 : day.filled,
  };
  const column = {
    ...day,
    cells,
    types: { ...types, count: 0 },
    distinct: new Set(cells.filter((cell) => cell !== '')),
  };
  return { column, form, parts: parts.map(({ index }) => index) };
}

/** Parts of dates that are written once for the lines below. */
export const partsWrittenOnce = (
  columns: readonly ColumnOfCells[],
  parts: readonly number[],
): readonly number[] =>
  parts.slice(1).filter((index) => columns.find((column) => column.index === index)?.types.empty !== 0);
