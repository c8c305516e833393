import { fold } from '../../fold.ts';
import type { TableField } from '../field.ts';
import { rowShape } from '../shape.ts';
import type { Layout } from '../table-layout.ts';
import type { Answers, TableQuestion } from '../table-question.ts';
import { columnsOf, type GridRow } from './cells.ts';
import { isClass, isSumTitle, isTitleOf } from './words.ts';

/** Enrolment with a line for each class of a school: its lines are added up, once a person has said so. */
export function readEnrolmentTable(titled: Layout, rows: readonly GridRow[], answers: Answers): Layout {
  const body = rows.filter(
    ({ line, cells }) => line > titled.headerLine && cells.some((cell) => cell.trim() !== ''),
  );
  const columns = columnsOf({
    titles: [{ cells: titled.header, line: titled.headerLine }],
    banners: [],
    body,
    width: titled.header.length,
  });
  const cellsOf = (field: TableField) => columns[titled.columns.get(field) ?? -1]?.cells ?? [];
  const [schools, years] = [cellsOf('school'), cellsOf('schoolYear')];
  const keys = schools
    .map((school, line) => `${fold(school)}|${years[line] ?? ''}`)
    .filter((_, line) => !isSumTitle(schools[line] ?? ''));
  const used = new Set(titled.columns.values());
  const classes = columns.find(
    (column) =>
      !used.has(column.index) &&
      (isTitleOf('class', column.title.own) ||
        (column.filled > 0 && column.cells.every((cell) => cell === '' || isClass(cell)))),
  );
  if (classes === undefined || new Set(keys).size === keys.length) {
    return titled;
  }
  const questions: readonly TableQuestion[] =
    answers.lines === undefined
      ? [
          {
            id: 'lines',
            names: [classes.title.own],
            proposal: 'sum',
            choices: ['sum', 'first'],
            blocking: true,
          },
        ]
      : [];
  const cells = new Map([...titled.columns].map(([field, index]) => [field, [index]] as const));
  const shape = { ...rowShape(cells), addsLines: answers.lines !== 'first' };
  return { ...titled, shape, questions };
}
