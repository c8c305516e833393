import { courseFields, type TableField } from '../field.ts';
import { alternativesOf } from '../recognise.ts';
import { rowShape } from '../shape.ts';
import type { Layout } from '../table-layout.ts';
import { dateForm } from './axes.ts';
import type { TableFrame } from './cells.ts';
import { columnsOf } from './cells.ts';
import { datePartsIn, partsWrittenOnce } from './date-parts-in.ts';
import { dishLists } from './dish-lists.ts';
import { yearOfTable } from './missing-year.ts';
import type { Surroundings } from './table-parts.ts';

/**
 * A table that its titles explain, with what its cells need beside: dates whose day, month and year stand apart,
 * dates without a year (asked once), and menus whose dishes stand in one cell.
 */
export function completeTitled(titled: Layout, frame: TableFrame, around: Surroundings): Layout {
  if (titled.shape !== undefined || !titled.columns.has('date')) {
    return titled;
  }
  const columns = columnsOf(frame);
  const own = columns[titled.columns.get('date') ?? -1];
  const parts = datePartsIn(columns);
  const form = own === undefined ? null : (parts?.form ?? dateForm(own, around.period));
  if (own === undefined || form === null) {
    return titled;
  }
  const date = parts?.column ?? own;
  const used = parts?.parts ?? [own.index];
  const cells = new Map<TableField, readonly number[]>(
    [...titled.columns]
      .filter(([field, index]) => field === 'date' || !used.includes(index))
      .map(([field, index]) => [field, field === 'date' ? used : columnsOfField(titled, field, index)]),
  );
  const hasChoices = [...cells].some(([field, own]) => field !== 'date' && own.length > 1);
  const year = form === 'full' ? null : yearOfTable(date.cells, form, around);
  const lists = dishListsIn(titled, columns, date.cells, around);
  if (parts === null && year === null && lists === null && !hasChoices) {
    return titled;
  }
  const mark = lists?.mark ?? null;
  return {
    ...titled,
    columns: new Map([...cells].map(([field, [index = 0]]) => [field, index])),
    shape: {
      ...rowShape(cells),
      fillDown: parts === null ? [] : partsWrittenOnce(columns, parts.parts),
      period: year?.period ?? null,
      lists: mark === null ? null : { columns: cells.get('dish') ?? [], mark },
    },
    questions: [...(titled.questions ?? []), ...(year?.questions ?? []), ...(lists?.questions ?? [])],
  };
}

/** A menu may have several columns of a course: "Entrée 1" and "Entrée 2". */
const columnsOfField = ({ kind, header }: Layout, field: TableField, index: number): readonly number[] =>
  kind === 'menus' && courses.has(field) ? [index, ...alternativesOf(header, index)] : [index];

const courses: ReadonlySet<TableField> = new Set(courseFields);

/** `null`: cells of dishes are no lists, nor is it asked. */
function dishListsIn(
  { kind, columns: fields }: Layout,
  columns: ReturnType<typeof columnsOf>,
  days: readonly string[],
  { knowledge, answers }: Surroundings,
) {
  const dish = columns[fields.get('dish') ?? -1];
  if (kind !== 'menus' || dish === undefined || fields.has('course')) {
    return null;
  }
  const apart = (['site', 'sector', 'siteKind', 'service'] as const).flatMap(
    (field) => columns[fields.get(field) ?? -1] ?? [],
  );
  const keys = days.map((day, line) => [day, ...apart.map(({ cells }) => cells[line] ?? '')].join('|'));
  const lists = dishLists(dish, keys, knowledge, answers);
  return lists.mark === null && lists.questions.length === 0 ? null : lists;
}
