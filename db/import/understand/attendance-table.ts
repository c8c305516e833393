import { weekdayOfCell } from '../date-parts.ts';
import type { TableField } from '../field.ts';
import type { Shape, Slice } from '../shape.ts';
import { isDiners } from '../slice-parts.ts';
import type { TableQuestion } from '../table-question.ts';
import { type DateAxis, dateColumns, type TextColumn, textColumns } from './axes.ts';
import { type ColumnOfCells, columnsOf, type TableFrame } from './cells.ts';
import { type Counts, readCounts } from './counts-of.ts';
import { datePartsIn, partsWrittenOnce } from './date-parts-in.ts';
import { datesAcross } from './dates-across.ts';
import { withDaysAbove, withDaysBeside } from './day-blocks.ts';
import { readDayGrid } from './day-grid.ts';
import { lineKeys, sumNamesIn, writtenOnce } from './lines.ts';
import { periodFor } from './missing-year.ts';
import { countsOfPeople } from './people.ts';
import type { TablePeriod } from './periods.ts';
import { siteOfTable } from './site-of.ts';
import {
  bannersOf,
  type CountTable,
  groupColumn,
  type Surroundings,
  siteColumn,
  typeColumn,
} from './table-parts.ts';
import { isFlag, valueColumns } from './value-columns.ts';
import { isTitleOf } from './words.ts';

/** The table of counts that a frame holds; `null`: it holds none. */
export function readCountTable(frame: TableFrame, surroundings: Surroundings): CountTable | null {
  const beside = withDaysBeside(frame);
  const below = beside === null ? null : readRows(beside, surroundings);
  return below === null ? readRows(frame, surroundings) : withDaysAbove(below, frame);
}

function readRows(frame: TableFrame, surroundings: Surroundings): CountTable | null {
  const columns = columnsOf(frame);
  const parts = datePartsIn(columns);
  const dates = parts === null ? dateColumns(columns, surroundings.period) : [parts];
  // "Semaine du 01/09/2025" beside Lundi, Mardi…: the date is that of its week.
  const [week] = dates.filter(({ parts: own }) => own === undefined).map(({ column }) => column);
  const weekdays = columns.filter(({ title, types }) => types.count > 0 && weekdayOfCell(title.own) !== null);
  const grid = week !== undefined && weekdays.length > 1 ? readDayGrid(columns, surroundings, [week]) : null;
  if (grid !== null) {
    return grid;
  }
  const found =
    dates.length > 0 ? datesDown(columns, dates, surroundings) : datesAcross(columns, surroundings);
  return found ?? readDayGrid(columns, surroundings);
}

function datesDown(
  columns: readonly ColumnOfCells[],
  dates: readonly DateAxis[],
  around: Surroundings,
): CountTable | null {
  const [date] = dates;
  if (date === undefined) {
    return null;
  }
  const segments = sideBySide(columns, dates);
  const used = new Set(dates.flatMap(({ column, parts }) => parts ?? [column.index]));
  const rest = columns.filter(({ index }) => !used.has(index));
  const texts = textColumns(rest, around.knowledge);
  const values = valueColumns(rest.filter((column) => !texts.some((text) => text.column === column)));
  const site = siteColumn(texts, around);
  const hasSite = site.column !== null || around.siteNames.inBanners;
  const period = periodFor(date, around);
  const shared = { period: period.period, texts, values, site, date, around, columns };
  if (segments.length > 1) {
    return tablesSideBySide(segments, shared);
  }
  const counts =
    readCounts(values, hasSite, around.knowledge, around.answers) ?? countsOfPeople(rest, texts, date);
  return counts === null ? null : assemble(counts, shared, period.questions);
}

interface Parts {
  readonly period: TablePeriod | null;
  readonly texts: readonly TextColumn[];
  readonly values: ReturnType<typeof valueColumns>;
  readonly site: ReturnType<typeof siteColumn>;
  readonly date: DateAxis;
  readonly around: Surroundings;
  readonly columns: readonly ColumnOfCells[];
}

function assemble(counts: Counts, parts: Parts, asked: readonly TableQuestion[]): CountTable {
  const { texts, site, date, around, columns, period } = parts;
  const kindColumn = typeColumn(texts, site.column, around);
  const service = texts.find(({ role }) => role === 'service')?.column ?? null;
  const fields = new Map<TableField, readonly number[]>([['date', date.parts ?? [date.column.index]]]);
  const add = (field: TableField, column: ColumnOfCells | null) =>
    column !== null && fields.set(field, [column.index]);
  add('site', counts.by === 'site' ? null : site.column);
  add('siteKind', kindColumn);
  add('service', service);
  add(
    'event',
    texts.find(({ role, column }) => role === 'event' && isTitleOf('event', column.title.own))?.column ??
      null,
  );
  const own =
    counts.by === 'site'
      ? { name: null, questions: [] }
      : site.column !== null
        ? { name: null, questions: site.questions }
        : siteOfTable(around, counts);
  const constants = new Map<TableField, string>([
    ...(own.name === null ? [] : [['site', own.name] as const]),
    ...(counts.peopleIn === undefined ? [] : [['served', '1'] as const]),
  ]);
  const once = writtenOnce(columns, { date: date.column, site: site.column });
  const groups = groupColumn(texts, kindColumn);
  const slices = counts.groups.map((group) => ({
    ...sliceOf(group, counts.by, constants, fields),
    diners: groups ?? undefined,
  }));
  const lines = lineKeys({
    groups: groups?.column ?? null,
    date: date.column,
    site: site.column,
    kind: kindColumn,
    service,
    once,
    texts,
    counts,
  });
  const adds = lines.repeats !== null && counts.by !== 'dish';
  const questions = [
    ...own.questions,
    ...asked,
    ...counts.questions,
    ...(adds && around.answers.lines === undefined
      ? [
          {
            id: 'lines' as const,
            names: [lines.repeats as string],
            proposal: 'sum',
            choices: ['sum', 'first'],
            blocking: true,
          },
        ]
      : []),
    ...(counts.mayHoldAdults !== null && around.answers.adults === undefined
      ? [
          {
            id: 'adults' as const,
            names: [counts.mayHoldAdults],
            proposal: null,
            choices: ['with', 'without'],
            blocking: false,
          },
        ]
      : []),
  ];
  const shape: Shape = {
    slices,
    fillDown: [...once, ...partsWrittenOnce(columns, date.parts ?? [])],
    siteBanners: site.column === null && counts.by === null ? bannersOf(around) : null,
    period: date.form === 'full' ? null : period,
    addsLines: (adds || groups?.hasAdults === true) && around.answers.lines !== 'first',
    datesAgain: [],
    dayBanners: false,
    lists: null,
    ticks: [],
    sumNames: site.column === null ? new Set() : sumNamesIn(site.column, date.column, parts.values, counts),
  };
  const strike =
    columns.find((column) => isTitleOf('strike', column.title.own) && isFlag(column))?.index ?? null;
  return {
    kind: counts.by === 'dish' ? 'servings' : 'attendance',
    columns: firstColumns(fields, counts),
    shape,
    plain: isPlain(shape),
    by: counts.by,
    names: counts.groups.flatMap(({ name }) => name ?? []),
    reasons: new Map([
      [date.column.index, 'holds-dates'],
      ...(site.column === null ? [] : [[site.column.index, site.reason] as const]),
      ...counts.reasons,
    ]),
    questions,
    otherServices: counts.otherServices,
    strikeColumn: strike,
    siteName: own.name,
  };
}

function sliceOf(
  group: Counts['groups'][number],
  by: Counts['by'],
  constants: ReadonlyMap<TableField, string>,
  fields: ReadonlyMap<TableField, readonly number[]>,
): Slice {
  const cells = new Map(fields);
  if (group.served.length > 0) {
    cells.set('served', group.served);
  }
  if (group.staff.length > 0) {
    cells.set('staff', group.staff);
  }
  for (const [field, indices] of group.diners ?? []) {
    cells.set(field, indices);
  }
  return {
    constants: by === null || group.name === null ? constants : new Map([...constants, [by, group.name]]),
    cells,
  };
}

const isPlain = (shape: Shape): boolean =>
  isRowEach(shape) &&
  shape.slices.every(({ cells, diners }) => diners === undefined && ![...cells.keys()].some(isDiners));

/** Is a line a row, whatever it says of diners beside the children? */
export function isRowEach({ slices, fillDown, siteBanners, period, addsLines, sumNames }: Shape): boolean {
  const [only] = slices;
  const single =
    slices.length === 1 &&
    only !== undefined &&
    only.constants.size === 0 &&
    [...only.cells].every(([field, { length }]) => length === 1 || isDiners(field));
  return (
    single &&
    fillDown.length === 0 &&
    siteBanners === null &&
    period === null &&
    !addsLines &&
    sumNames.size === 0
  );
}

function firstColumns(
  fields: ReadonlyMap<TableField, readonly number[]>,
  { groups, by }: Counts,
): ReadonlyMap<TableField, number> {
  const columns = new Map<TableField, number>([...fields].map(([field, [index = 0]]) => [field, index]));
  // A column for each of several names is none of them in particular.
  const [first] = by === null ? groups : [];
  for (const field of ['served', 'staff'] as const) {
    const index = first?.[field][0];
    if (index !== undefined) {
      columns.set(field, index);
    }
  }
  return columns;
}

/** Several columns of dates begin a table each, where there are counts between them. */
function sideBySide(
  columns: readonly ColumnOfCells[],
  dates: readonly DateAxis[],
): readonly (readonly ColumnOfCells[])[] {
  const starts = dates.map(({ column }) => column.index);
  const segments = starts.map((start, at) =>
    columns.filter(({ index }) => index >= start && index < (starts[at + 1] ?? Number.POSITIVE_INFINITY)),
  );
  return segments.every((segment) => valueColumns(segment.slice(1)).length > 0) ? segments : [columns];
}

function tablesSideBySide(segments: readonly (readonly ColumnOfCells[])[], parts: Parts): CountTable | null {
  const tables = segments.map((segment) => {
    const [first, ...rest] = segment;
    const date = { column: first as ColumnOfCells, form: parts.date.form };
    const texts = textColumns(rest, parts.around.knowledge);
    const values = valueColumns(rest.filter((column) => !texts.some((text) => text.column === column)));
    const site = siteColumn(texts, parts.around);
    const counts = readCounts(values, site.column !== null, parts.around.knowledge, parts.around.answers);
    return counts === null
      ? null
      : assemble(counts, { ...parts, date, texts, values, site, columns: segment }, []);
  });
  const found = tables.filter((table) => table !== null);
  const [first] = found;
  if (first === undefined || found.length !== tables.length) {
    return null;
  }
  const shape = { ...first.shape, slices: found.flatMap((table) => table.shape.slices) };
  const questions = [
    ...new Map(
      found.flatMap((table) => table.questions.map((question) => [question.id, question] as const)),
    ).values(),
  ];
  return {
    ...first,
    shape,
    plain: false,
    questions,
    names: found.flatMap(({ names }) => names),
    reasons: new Map(found.flatMap(({ reasons }) => [...reasons])),
  };
}
