import { isoOf } from '../../day.ts';
import type { TableField } from '../field.ts';
import type { Slice } from '../shape.ts';
import type { ColumnReason, TableQuestion } from '../table-question.ts';
import { dayOfTitle, type TextColumn, textColumns, titleDay } from './axes.ts';
import { type ColumnOfCells, isFullDate, nameOf } from './cells.ts';
import { isDayLine } from './day-line.ts';
import { yearOfTable } from './missing-year.ts';
import {
  dayIn,
  joinPeriods,
  type PartialDate,
  parsePartialDate,
  parsePeriod,
  type TablePeriod,
} from './periods.ts';
import { siteOfTable } from './site-of.ts';
import {
  bannersOf,
  type CountTable,
  groupColumn,
  type Surroundings,
  siteColumn,
  typeColumn,
} from './table-parts.ts';
import { isSumTitle, readCountTitle } from './words.ts';

/** A row for each site or class, a column for each day. */
export function datesAcross(columns: readonly ColumnOfCells[], around: Surroundings): CountTable | null {
  const titled = columns.flatMap((column) => datedBy(column, around));
  const blocks = blocksOf(
    columns,
    titled.map(({ column }) => column),
  );
  const dated = blocks.hasDates ? [...titled, ...datedBelow(columns, titled, blocks)] : titled;
  if (dated.length < 2 || dated.every(({ column }) => column.filled === 0)) {
    return null;
  }
  const used = new Set(dated.map(({ column }) => column.index));
  const rest = columns.filter(({ index }) => !used.has(index));
  const texts = textColumns(rest, around.knowledge);
  const people = dated.every(({ column }) => holdsOnes(column)) ? (peopleIn(texts) ?? null) : null;
  const site = siteColumn(
    texts.filter(({ column }) => column !== people),
    around,
  );
  const firstText = texts.find(
    ({ role, column }) =>
      column !== people &&
      (role === 'unknown' || role === 'class' || role === 'siteKind' || role === 'service'),
  );
  const named =
    site.column ??
    (firstText?.role === 'unknown' && people === null && mayNameSites(firstText.column)
      ? firstText.column
      : null);
  const whole = titled.every(({ day }) => day === 'full') && !blocks.isPartial;
  const period = whole
    ? { period: around.period, questions: [] }
    : yearOfTable(
        dated.map(({ title }) => title),
        'partial',
        around,
      );
  const own = named === null ? siteOfTable(around, null) : { name: null, questions: site.questions };
  const fields = new Map<TableField, readonly number[]>(named === null ? [] : [['site', [named.index]]]);
  const byRole = (role: TextColumn['role']) => texts.find((text) => text.role === role)?.column ?? null;
  const kind = typeColumn(texts, named, around);
  const guests = kind === null ? byRole('siteKind') : null;
  const service = byRole('service');
  if (kind !== null && named !== null) {
    fields.set('siteKind', [kind.index]);
  }
  if (service !== null) {
    fields.set('service', [service.index]);
  }
  const measure = byRole('measure');
  const groups = groupColumn(texts, named === null ? null : kind);
  const slices = dated.flatMap(({ column, title }) => {
    const constants = new Map<TableField, string>([
      ['date', title],
      ...(own.name === null ? [] : [['site', own.name] as const]),
    ]);
    const slice = (field: 'served' | 'staff'): Slice => ({
      constants,
      cells: new Map<TableField, readonly number[]>([...fields, [field, [column.index]]]),
      when: measure === null ? undefined : { column: measure.index, measure: field },
      diners: groups ?? undefined,
    });
    return measure === null ? [slice('served')] : [slice('served'), slice('staff')];
  });
  const repeats =
    measure !== null
      ? null
      : people !== null
        ? nameOf(people)
        : repeatedNames({ named, kind, service, classes: byRole('class') ?? guests }, blocks.ofLine);
  const adds = repeats !== null;
  const lines: readonly TableQuestion[] =
    adds && around.answers.lines === undefined
      ? [{ id: 'lines', names: [repeats], proposal: 'sum', choices: ['sum', 'first'], blocking: true }]
      : [];
  return {
    kind: 'attendance',
    columns: new Map<TableField, number>([...fields].map(([field, [index = 0]]) => [field, index])),
    shape: {
      slices,
      fillDown:
        named !== null && isOnce(named, measure ?? kind ?? guests ?? service ?? byRole('class'))
          ? [named.index]
          : [],
      siteBanners: named === null ? bannersOf(around) : null,
      period: whole ? null : period.period,
      addsLines: (adds || groups?.hasAdults === true) && around.answers.lines !== 'first',
      sumNames: new Set(),
      datesAgain: blocks.hasDates ? dated.map(({ column }) => column.index) : [],
      dayBanners: false,
      lists: null,
      ticks: [],
    },
    plain: false,
    by: 'date',
    names: dated.map(({ title }) => title),
    reasons: new Map<number, ColumnReason>([
      ...(named === null ? [] : [[named.index, 'holds-names'] as const]),
      ...dated.map(({ column }) => [column.index, 'holds-dates'] as const),
    ]),
    questions: [...own.questions, ...period.questions, ...lines],
    otherServices: [],
    strikeColumn: null,
    siteName: own.name,
  };
}

/** "Enfants" in every line says who eats, and no canteen is called so. */
const mayNameSites = ({ distinct }: ColumnOfCells): boolean =>
  [...distinct].some((value) => readCountTitle(value).rest !== '');

/** Ones and noughts alone, beside the sums below them. */
function holdsOnes({ cells }: ColumnOfCells): boolean {
  const counts = cells.filter((cell) => cell !== '');
  return counts.filter((cell) => /^[01]$/.test(cell)).length >= 0.8 * counts.length;
}

/** The names of children: so titled, or the first texts of which each stands in one line. */
const peopleIn = (texts: readonly TextColumn[]) =>
  (
    texts.find(({ role }) => role === 'child') ??
    texts.find(({ role, column }) => role === 'unknown' && column.distinct.size >= 0.8 * column.filled)
  )?.column;

/** A name stands once for its lines of several measures, guests or services. */
const isOnce = (named: ColumnOfCells, beside: ColumnOfCells | null) =>
  beside !== null &&
  named.cells[0] !== '' &&
  named.cells.some((cell, line) => cell === '' && beside.cells[line] !== '');

interface NameColumns {
  readonly named: ColumnOfCells | null;
  readonly kind: ColumnOfCells | null;
  readonly service: ColumnOfCells | null;
  readonly classes: ColumnOfCells | null;
}

/** The title of what makes several lines of one site, where there are. */
function repeatedNames(
  { named, kind, service, classes }: NameColumns,
  blockOf: readonly number[],
): string | null {
  const own =
    named?.cells.flatMap((cell, line) =>
      cell === '' || blockOf[line] === -1 || isSumTitle(cell) ? [] : [`${blockOf[line]} ${cell}`],
    ) ?? [];
  const isRepeated =
    named === null
      ? classes !== null || kind !== null
      : new Set(own).size < own.length && (classes !== null || (kind === null && service === null));
  return isRepeated ? ((classes ?? kind ?? named)?.title.own ?? '') : null;
}

interface Dated {
  readonly column: ColumnOfCells;
  readonly title: string;
  readonly day: PartialDate | 'full';
}

function datedBy(column: ColumnOfCells, { period }: Surroundings): readonly Dated[] {
  const below = dayBelowMonth(column, period);
  if (below !== null) {
    return column.types.count > 0 || column.filled === 0 ? [below] : [];
  }
  const own = titleDay(column.title.own, period);
  const day = own ?? titleDay(column.title.upper, period);
  return day !== null && (column.types.count > 0 || column.filled === 0)
    ? [{ column, title: own === null ? column.title.upper : column.title.own, day }]
    : [];
}

/** The day of a month that stands above it: "Septembre 2025" over 1, 2, 4, 5…; `null`: no month stands there. */
function dayBelowMonth(column: ColumnOfCells, period: TablePeriod): Dated | null {
  const { own, upper } = column.title;
  const above = parsePeriod(upper);
  const partial = isFullDate(own) ? null : (parsePartialDate(own) ?? dayOfTitle(own));
  if (above.month === null || above.monday !== null || isFullDate(upper)) {
    return null;
  }
  if (partial === null || partial.day === null || partial.month !== null) {
    return null;
  }
  const day = dayIn(partial, joinPeriods([above, period]));
  const date = day === null ? null : isoOf(day);
  return date === null
    ? { column, title: `${partial.day}/${above.month}`, day: { ...partial, month: above.month } }
    : { column, title: date, day: 'full' };
}

/** Blocks of lines one below the other, each of a week or month. */
interface Blocks {
  /** The number of each line's block; a heading is of none (-1). */
  readonly ofLine: readonly number[];
  /** Blocks begin with a line of dates of their own. */
  readonly hasDates: boolean;
  readonly isPartial: boolean;
}

function blocksOf(columns: readonly ColumnOfCells[], dated: readonly ColumnOfCells[]): Blocks {
  const lines = columns[0]?.cells.length ?? 0;
  let block = 0;
  let isPartial = false;
  let hasDates = false;
  const titles = { days: dated.map(({ index }) => index), header: columns.map(({ title }) => title.own) };
  const ofLine = Array.from({ length: lines }, (_, line) => {
    const cells = columns.map((column) => column.cells[line] ?? '');
    const texts = new Set(cells.filter((cell) => cell !== ''));
    const dates = dated.map(({ index }) => cells[index] ?? '');
    if (isDayLine(cells, titles)) {
      hasDates = true;
      isPartial ||= dates.some((cell) => cell !== '' && !isFullDate(cell));
      block++;
      return -1;
    }
    if (texts.size === 1 && isPeriodText([...texts][0] ?? '')) {
      block++;
      return -1;
    }
    return block;
  });
  return { ofLine, hasDates, isPartial };
}

/** Days of a block that is wider than the first one. */
function datedBelow(
  columns: readonly ColumnOfCells[],
  titled: readonly Dated[],
  { ofLine }: Blocks,
): readonly Dated[] {
  const known = new Set(titled.map(({ column }) => column.index));
  return columns
    .filter(
      ({ index, cells }) =>
        !known.has(index) &&
        cells.some((cell, line) => ofLine[line] === -1 && (isFullDate(cell) || /^\d{1,2}$/.test(cell))),
    )
    .map((column) => ({ column, title: '', day: 'full' as const }));
}

function isPeriodText(text: string): boolean {
  const { month, week, schoolYear, monday } = parsePeriod(text);
  return [month, week, schoolYear, monday].some((part) => part !== null);
}
