import { columnLetters } from '../column-letters.ts';
import { isCourseName } from '../course-names.ts';
import { courseFields, type TableField } from '../field.ts';
import { guessColumns } from '../recognise.ts';
import { rowShape, type Slice } from '../shape.ts';
import type { Layout, Place } from '../table-layout.ts';
import { surroundingsOf } from './around-table.ts';
import {
  type ColumnOfCells,
  columnsOf,
  type GridRow,
  isDayText,
  isFullDate,
  shareOf,
  type TableFrame,
} from './cells.ts';
import { yearOfTable } from './missing-year.ts';
import { dayIn, parsePartialDate } from './periods.ts';
import { bannersOf } from './table-parts.ts';
import { tickOf } from './ticks.ts';

type Grids = ReadonlyMap<string, readonly GridRow[]>;

/** Menus without a column of dates: each day above its dishes, or the days of a week side by side. */
export function readMenuBlocks(grids: Grids, place: Place): Layout | null {
  const found = [...grids].flatMap(([separator, rows]) => {
    const layout = daysAbove(rows, separator, place) ?? daysBeside(rows, separator, place);
    return layout === null ? [] : [layout];
  });
  // Signs within dishes cut lines that are whole in another reading.
  return found.toSorted((a, b) => a.header.length - b.header.length)[0] ?? null;
}

const textsOf = ({ cells }: GridRow) => cells.map((cell) => cell.trim()).filter((cell) => cell !== '');

/** What stands alone in its line, or in each cell of a line that is merged; `null`: several texts. */
function alone(row: GridRow): string | null {
  const [first, ...others] = new Set(textsOf(row));
  return first === undefined || others.length > 0 ? null : first;
}

const isBanner = (row: GridRow) => isDayText(alone(row) ?? '');

/** Nearly all that stands in the cells is texts: dishes, and no counts, nor the signs of a list of children. */
const holdsTexts = (columns: readonly ColumnOfCells[]) => {
  const distinct = new Set(columns.flatMap((column) => [...column.distinct]));
  const signs = [...distinct].filter((cell) => cell.length <= 3 || tickOf(cell) !== null);
  if (2 * signs.length > distinct.size) {
    return false;
  }
  const filled = columns.reduce((sum, { filled: own }) => sum + own, 0);
  const texts = columns.reduce((sum, column) => sum + column.filled * shareOf(column, 'text', 'mark'), 0);
  const counted = [...distinct].filter((cell) => /[;,\t|]\s*\d+\s*$/.test(cell));
  return filled > 0 && texts >= 0.8 * filled && 2 * counted.length <= distinct.size;
};

/** "Lundi 3 mars" alone in a line, above the dishes of that day. */
function daysAbove(rows: readonly GridRow[], separator: string, place: Place): Layout | null {
  const first = rows.findIndex(isBanner);
  const banners = rows.filter(isBanner);
  const body = rows.slice(first).filter((row) => !isBanner(row) && textsOf(row).length > 0);
  if (banners.length < 2 || body.length < banners.length) {
    return null;
  }
  const above = rows.slice(0, first).filter((row) => textsOf(row).length > 0);
  const titles =
    above.filter((row) => textsOf(row).length > 1 && alone(row) === null).at(-1) ?? titlesBelow(rows, first);
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const frame: TableFrame = {
    titles: titles === undefined ? [] : [titles],
    banners: above.filter((row) => row !== titles).flatMap(textsOf),
    body: body.filter((row) => row !== titles),
    width,
  };
  const columns = columnsOf(frame).filter(({ filled }) => filled > 0);
  const header = headerOf(titles, width);
  const fields = menuFields(columns, header);
  if (fields === null || !holdsTexts(columns.filter(({ index }) => [...fields.values()].includes(index)))) {
    return null;
  }
  const around = surroundingsOf(frame, place);
  const days = banners.map((row) => alone(row) ?? '');
  const year = days.every(isFullDate) ? null : yearOfTable(days, 'partial', around);
  if (year !== null && isUnplaced(days, year.period)) {
    return null;
  }
  const cells = new Map([...fields].map(([field, index]) => [field, [index]] as const));
  return {
    kind: 'menus',
    separator,
    headerLine: titles !== undefined && titles.line < (rows[first]?.line ?? 0) ? titles.line : 0,
    header,
    columns: fields,
    shape: {
      ...rowShape(cells),
      dayBanners: true,
      siteBanners: bannersOf(around),
      period: year?.period ?? null,
    },
    questions: year?.questions ?? [],
  };
}

/** Titles may come again below each day: "Entrée | Plat | Dessert". */
const titlesBelow = (rows: readonly GridRow[], first: number): GridRow | undefined => {
  const next = rows[first + 1];
  const isTitled = next !== undefined && guessColumns(next.cells, 'menus').size >= 2;
  return isTitled ? next : undefined;
};

const headerOf = (titles: GridRow | undefined, width: number): readonly string[] =>
  Array.from({ length: width }, (_, index) => titles?.cells[index]?.trim() || columnLetters(index));

/** Named weekdays alone need to know their week. */
const isUnplaced = (days: readonly string[], period: Parameters<typeof dayIn>[1]) =>
  days.some((day) => {
    const partial = isFullDate(day) ? null : parsePartialDate(day);
    return partial !== null && partial.day === null && dayIn(partial, period) === null;
  });

/** A column for each course, or dishes with (maybe) the name of their course beside them. */
function menuFields(
  columns: readonly ColumnOfCells[],
  header: readonly string[],
): ReadonlyMap<TableField, number> | null {
  const guessed = guessColumns(header, 'menus');
  const courses = courseFields.flatMap((field) => {
    const index = guessed.get(field);
    return index === undefined ? [] : [[field, index] as const];
  });
  if (courses.length >= 2 && guessed.has('main')) {
    return new Map(courses);
  }
  const texts = columns.filter((column) => shareOf(column, 'text', 'mark', 'partial-date') >= 0.8);
  const course = texts.find((column) => isCourses(column));
  const dishes = texts.filter((column) => column !== course);
  const titled = dishes.find(({ index }) => index === guessed.get('dish'));
  const [dish] =
    titled === undefined ? dishes.toSorted((a, b) => b.distinct.size - a.distinct.size) : [titled];
  return dish === undefined
    ? null
    : new Map<TableField, number>([
        ...(course === undefined ? [] : [['course', course.index] as const]),
        ['dish', dish.index],
      ]);
}

const isCourses = ({ distinct }: ColumnOfCells) =>
  distinct.size > 0 && [...distinct].filter(isCourseName).length >= 0.6 * distinct.size;

/** The days of a week side by side, each above its dishes. */
function daysBeside(rows: readonly GridRow[], separator: string, place: Place): Layout | null {
  const at = rows.findIndex((row) => dayColumns(row).length >= 2);
  const titles = rows[at];
  if (titles === undefined) {
    return null;
  }
  const frame: TableFrame = {
    titles: [titles],
    banners: rows.slice(0, at).flatMap((row) => [...new Set(textsOf(row))]),
    body: rows.slice(at + 1).filter((row) => textsOf(row).length > 0),
    width: Math.max(...rows.slice(at).map(({ cells }) => cells.length)),
  };
  const columns = columnsOf(frame);
  const dated = dayColumns(titles).flatMap((index) => columns[index] ?? []);
  const dishes = dated.map(withoutDays).filter(({ filled }) => filled > 0);
  if (dishes.length < 2 || !holdsTexts(dishes)) {
    return null;
  }
  const around = surroundingsOf(frame, place);
  const again = frame.body.filter((row) => dayColumns(row).length >= 2);
  const days = [titles, ...again].flatMap((row) =>
    dayColumns(row).map((index) => row.cells[index]?.trim() ?? ''),
  );
  const year = days.every(isFullDate) ? null : yearOfTable(days, 'partial', around);
  if (year !== null && isUnplaced(days, year.period)) {
    return null;
  }
  const label = columns.find(
    (column) => !dated.includes(column) && column.filled > 0 && isCourses(withoutDays(column)),
  );
  const course: readonly (readonly [TableField, readonly number[]])[] =
    label === undefined ? [] : [['course', [label.index]]];
  const slices = dated.map(
    ({ index, title }): Slice => ({
      constants: new Map([['date', title.own]]),
      cells: new Map<TableField, readonly number[]>([...course, ['dish', [index]]]),
    }),
  );
  return {
    kind: 'menus',
    separator,
    headerLine: titles.line,
    header: Array.from({ length: frame.width }, (_, index) => titles.cells[index] ?? ''),
    columns: new Map<TableField, number>(label === undefined ? [] : [['course', label.index]]),
    shape: {
      ...rowShape(new Map()),
      slices,
      siteBanners: bannersOf(around),
      period: year?.period ?? null,
      datesAgain: again.length > 0 ? dated.map(({ index }) => index) : [],
    },
    notes: [{ code: 'dates-in-columns', names: dated.map(({ title }) => title.own) }],
    questions: year?.questions ?? [],
  };
}

/** The columns of a line of days: all its cells are days, but the first ones that name the line. */
function dayColumns({ cells }: GridRow): readonly number[] {
  const days = cells.flatMap((cell, index) => (isDayText(cell.trim()) ? [index] : []));
  const [first = 0] = days;
  return cells.slice(first).every((cell) => cell.trim() === '' || isDayText(cell.trim())) ? days : [];
}

/** Without the lines of days of further blocks. */
function withoutDays(column: ColumnOfCells): ColumnOfCells {
  const cells = column.cells.map((cell) => (isDayText(cell) ? '' : cell));
  return {
    ...column,
    cells,
    filled: cells.filter((cell) => cell !== '').length,
    distinct: new Set(cells.filter((cell) => cell !== '')),
    types: { ...column.types, date: 0, 'partial-date': 0 },
  };
}
