import { fold } from '../../fold.ts';
import type { TableField } from '../field.ts';
import { rowShape, type Slice } from '../shape.ts';
import { parseSiteKind } from '../site-kind.ts';
import type { Layout, Place } from '../table-layout.ts';
import type { TableQuestion } from '../table-question.ts';
import { surroundingsOf } from './around-table.ts';
import { textColumns } from './axes.ts';
import { type ColumnOfCells, columnsOf, findFrame, type GridRow, shareOf, titlesOf } from './cells.ts';
import { parsePeriod } from './periods.ts';
import { type Surroundings, siteColumn } from './table-parts.ts';
import { isClass, isSiteTitle, isSumTitle, isTitleOf, readCountTitle, wordsOf } from './words.ts';

/** Enrolment with a column for each school year, or for each class: a line is a school. `null`: it is none. */
export function readWideEnrolment(
  grids: ReadonlyMap<string, readonly GridRow[]>,
  place: Place,
): Layout | null {
  for (const [separator, rows] of grids) {
    const frame = findFrame(rows);
    const layout = frame === null ? null : readFrame(frame, separator, place);
    if (layout !== null) {
      return layout;
    }
  }
  return null;
}

function readFrame(
  frame: NonNullable<ReturnType<typeof findFrame>>,
  separator: string,
  place: Place,
): Layout | null {
  const around = surroundingsOf(frame, place);
  const columns = columnsOf(frame);
  const { column: school } = siteColumn(textColumns(columns, around.knowledge), around);
  const counts = columns.filter(
    (column) => column.types.count > 0 && shareOf(column, 'count', 'missing') >= 0.8,
  );
  if (school === null || columns.some((column) => shareOf(column, 'date', 'partial-date') > 0.5)) {
    return null;
  }
  const years = counts.filter((column) => yearOfTitle(column) !== null);
  const shape = {
    header: titlesOf(frame).map(({ own }) => own),
    headerLine: frame.titles.at(-1)?.line ?? 0,
    separator,
  };
  const sumNames = new Set([...school.distinct].filter(isSumTitle));
  if (years.length >= 2 || (years.length === 1 && counts.length === 1)) {
    const slices = [...Map.groupBy(years, yearOfTitle)].map(([year, own]) => {
      const parts = partsOf(own);
      return parts === null ? null : sliceOf(school, parts, year);
    });
    return slices.every((slice) => slice !== null) ? layoutOf({ ...shape, school, slices, sumNames }) : null;
  }
  return byClass({ columns, counts, school, around, sumNames, shape });
}

interface ClassTable {
  readonly columns: readonly ColumnOfCells[];
  readonly counts: readonly ColumnOfCells[];
  readonly school: ColumnOfCells;
  readonly around: Surroundings;
  readonly sumNames: ReadonlySet<string>;
  readonly shape: Pick<Layout, 'header' | 'headerLine' | 'separator'>;
}

/** A column for each class, or one count with (maybe) a line for each level. */
function byClass({ columns, counts, school, around, sumNames, shape }: ClassTable): Layout | null {
  const classes = counts.filter((column) => isClass(column.title.own) && !isSumTitle(column.title.own));
  const [only] = counts;
  const isOneCount =
    counts.length === 1 && only !== undefined && countsChildren(only) && isSiteTitle(school.title.own);
  if (classes.length < 2 && !isOneCount) {
    return null;
  }
  const parts = classes.length < 2 && only !== undefined ? [only] : classes;
  const level = isOneCount ? columns.find((column) => column !== school && isLevel(column)) : undefined;
  const yearColumn = columns.find(
    (column) =>
      column.filled > 0 && [...column.distinct].every((cell) => parsePeriod(cell).schoolYear !== null),
  );
  const said = schoolYearOf(around.answers.year ?? '') ?? around.period.schoolYear;
  const year = said === null ? null : `${said}-${said + 1}`;
  const sums = level === undefined ? [] : [...level.distinct].filter(isSumTitle).map(fold);
  const wide = layoutOf({
    ...shape,
    school,
    sumNames: new Set([...sumNames, ...sums]),
    slices: [sliceOf(school, parts, yearColumn ?? year)],
  });
  const adds = level !== undefined && around.answers.lines !== 'first';
  const isOnce = level !== undefined && school.cells[0] !== '' && school.types.empty > 0;
  const layout =
    wide.shape === undefined
      ? wide
      : { ...wide, shape: { ...wide.shape, addsLines: adds, fillDown: isOnce ? [school.index] : [] } };
  const notes =
    parts.length < 2 ? [] : [{ code: 'columns-added' as const, names: parts.map(({ title }) => title.own) }];
  const questions = questionsOf(yearColumn === undefined && year === null, level, around);
  return questions.length === 0 ? { ...layout, notes } : { ...layout, notes, questions };
}

/** The school year where nothing says it, and whether the lines of levels are added up. */
function questionsOf(
  asksYear: boolean,
  level: ColumnOfCells | undefined,
  { today, answers }: Surroundings,
): readonly TableQuestion[] {
  const likely = Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) >= 8 ? 0 : 1);
  const questions: TableQuestion[] = [];
  if (asksYear) {
    questions.push({
      id: 'year',
      names: [],
      proposal: `${likely}-${likely + 1}`,
      choices: [],
      blocking: true,
    });
  }
  if (level !== undefined && answers.lines === undefined) {
    const names = [level.title.own];
    questions.push({ id: 'lines', names, proposal: 'sum', choices: ['sum', 'first'], blocking: true });
  }
  return questions;
}

const countsChildren = ({ title }: ColumnOfCells) =>
  /\b(EFFECTIFS?|ELEVES?|INSCRITE?S?|ENFANTS?|PUPILS?|CHILDREN|ENROLMENT)\b/.test(wordsOf(title.own));

/** A column of classes or levels, with or without lines of totals. */
const isLevel = ({ distinct, title }: ColumnOfCells) => {
  const values = [...distinct].filter((value) => !isSumTitle(value));
  return (
    values.length > 0 &&
    (isTitleOf('class', title.own) ||
      values.every((value) => isClass(value) || parseSiteKind(value) !== null))
  );
};

const schoolYearOf = (text: string): number | null => {
  const year = Number(/^(\d{4})/.exec(text)?.[1] ?? Number.NaN);
  return Number.isNaN(year) ? null : year;
};

/** "2024-2025", "Effectif 2024/2025", "Rentrée 2024": the school year of a column, said by its title or the one above. */
function yearOfTitle({ title }: ColumnOfCells): string | null {
  const years = [title.own, title.upper].map((text) => parsePeriod(text).schoolYear);
  const known = years.find((year) => year !== null);
  return known === undefined ? null : `${known}-${known + 1}`;
}

/** Of the columns of one year those of its levels or classes, to be added up; else their sum; `null`: neither is told. */
function partsOf(columns: readonly ColumnOfCells[]): readonly ColumnOfCells[] | null {
  const titles = ({ title }: ColumnOfCells) => [title.own, title.upper].filter((text) => text !== '');
  const isSum = (column: ColumnOfCells) => titles(column).some(isSumTitle);
  const isPart = (column: ColumnOfCells) =>
    titles(column).some((text) => readCountTitle(withoutYear(text)).who === 'part');
  const counted = columns.filter((column) => !isSum(column));
  const sums = columns.filter(isSum);
  const wholes = sums.length > 0 ? sums : counted;
  return counted.length > 1 && counted.every(isPart) ? counted : wholes.length === 1 ? wholes : null;
}

const withoutYear = (text: string) => text.replace(/(?:19|20)\d\d(?:\s*[-/–]\s*(?:(?:19|20)?\d\d))?/g, ' ');

function sliceOf(
  school: ColumnOfCells,
  counts: readonly ColumnOfCells[],
  year: string | ColumnOfCells | null,
): Slice {
  const isColumn = year !== null && typeof year !== 'string';
  return {
    constants: new Map<TableField, string>(isColumn || year === null ? [] : [['schoolYear', year]]),
    cells: new Map<TableField, readonly number[]>([
      ['school', [school.index]],
      ...(isColumn ? [['schoolYear', [year.index]] as const] : []),
      ['children', counts.map(({ index }) => index)],
    ]),
  };
}

function layoutOf({
  school,
  slices,
  sumNames,
  ...place
}: Pick<Layout, 'header' | 'headerLine' | 'separator'> & {
  readonly school: ColumnOfCells;
  readonly slices: readonly Slice[];
  readonly sumNames: ReadonlySet<string>;
}): Layout {
  return {
    ...place,
    kind: 'enrolment',
    columns: new Map<TableField, number>([['school', school.index]]),
    shape: { ...rowShape(new Map()), slices, sumNames },
  };
}
