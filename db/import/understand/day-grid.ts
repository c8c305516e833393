import type { TableField } from '../field.ts';
import type { Slice } from '../shape.ts';
import type { ColumnReason, TableQuestion } from '../table-question.ts';
import { type TextColumn, textColumns } from './axes.ts';
import { type ColumnOfCells, nameOf } from './cells.ts';
import { crossedDay } from './crossed-day.ts';
import { numbersDays } from './date-parts-in.ts';
import { siteOfTable } from './site-of.ts';
import { bannersOf, type CountTable, groupColumn, type Surroundings, siteColumn } from './table-parts.ts';

/**
 * A date of which one half stands in the line and the other above the column: months above the days of a month, days
 * above months, weekdays above weeks. `null`: it is no such table.
 * `halves`: the columns that may say the days of the lines.
 */
export function readDayGrid(
  columns: readonly ColumnOfCells[],
  around: Surroundings,
  halves: readonly ColumnOfCells[] = columns
    .filter((column) => column.filled > 0 && !areCounts(column))
    .slice(0, searchedHalves),
): CountTable | null {
  const grids = halves.flatMap((half) => gridOf(half, columns, around) ?? []);
  const [grid] = grids.toSorted((a, b) => b.days.length - a.days.length);
  if (grid === undefined) {
    return null;
  }
  const { half, days, questions, period } = grid;
  const used = new Set([half.index, ...days.map(({ index }) => index)]);
  const texts = textColumns(
    columns.filter(({ index }) => !used.has(index)),
    around.knowledge,
  );
  const site = siteColumn(texts, around);
  const own = site.column === null ? siteOfTable(around, null) : { name: null, questions: site.questions };
  const byRole = (role: TextColumn['role']) => texts.find((text) => text.role === role)?.column ?? null;
  const kind = site.column === null ? null : byRole('siteKind');
  const beside = { site: site.column, siteKind: kind, service: byRole('service') };
  const fields = Object.entries(beside).flatMap(([field, column]) =>
    column === null ? [] : [[field as keyof typeof beside, [column.index]] as const],
  );
  // A line for each class, or (without a site) for each level, of a week or month.
  const part = byRole('class') ?? (site.column === null ? byRole('siteKind') : null);
  const { lines } = around.answers;
  const adding: readonly TableQuestion[] =
    part === null || lines !== undefined
      ? []
      : [
          {
            id: 'lines',
            names: [part.title.own],
            proposal: 'sum',
            choices: ['sum', 'first'],
            blocking: true,
          },
        ];
  const groups = groupColumn(texts, kind);
  const slices = days.map(
    ({ index, title }): Slice => ({
      constants: new Map<TableField, string>([
        ['date', title.own],
        ...(own.name === null ? [] : [['site', own.name] as const]),
      ]),
      cells: new Map<TableField, readonly number[]>([...fields, ['date', [half.index]], ['served', [index]]]),
      diners: groups ?? undefined,
    }),
  );
  const isOnce = half.cells[0] !== '' && half.types.empty > 0;
  return {
    kind: 'attendance',
    columns: new Map<TableField, number>(fields.map(([field, [index = 0]]) => [field, index])),
    shape: {
      slices,
      fillDown: isOnce ? [half.index] : [],
      siteBanners: site.column === null ? bannersOf(around) : null,
      period,
      addsLines: (part !== null || groups?.hasAdults === true) && lines !== 'first',
      sumNames: new Set(),
      datesAgain: [],
      dayBanners: false,
      lists: null,
      ticks: [],
    },
    plain: false,
    by: 'date',
    names: days.map(nameOf),
    reasons: new Map<number, ColumnReason>(
      [half, ...days].map(({ index }) => [index, 'holds-dates'] as const),
    ),
    questions: [...own.questions, ...questions, ...adding],
    otherServices: [],
    strikeColumn: null,
    siteName: own.name,
  };
}

/** Numbers below "Lundi", "Total" or "Effectif" are counts: none numbers the week or day of its line. */
const areCounts = ({ title, types, filled }: ColumnOfCells) =>
  types.count === filled && title.own !== '' && !numbersDays(title.own);

/** What says the days of the lines stands among the first columns. */
const searchedHalves = 4;
/** Of the counts of a grid so many must lie on a day that there is. */
const least = 0.95;

interface Grid {
  readonly half: ColumnOfCells;
  /** The columns of counts. */
  readonly days: readonly ColumnOfCells[];
  readonly period: Surroundings['period'];
  readonly questions: readonly TableQuestion[];
}

function gridOf(half: ColumnOfCells, columns: readonly ColumnOfCells[], around: Surroundings): Grid | null {
  const said = Number(/^(\d{4})/.exec(around.answers.year ?? '')?.[1] ?? Number.NaN);
  const own = Number.isNaN(said) ? around.period : { ...around.period, year: null, schoolYear: said };
  const tried = joinedWith(own, half, columns);
  if (tried !== null) {
    return { half, days: tried, period: own, questions: [] };
  }
  const now = Number(around.today.slice(0, 4));
  const likely = Number(around.today.slice(5, 7)) >= 8 ? now : now - 1;
  const period = { ...around.period, year: null, schoolYear: likely };
  const days = own.year === null && own.schoolYear === null ? joinedWith(period, half, columns) : null;
  const question = { names: [], proposal: `${likely}-${likely + 1}`, choices: [], blocking: true };
  return days === null ? null : { half, days, period, questions: [{ id: 'year', ...question }] };
}

/** The columns of counts whose titles make whole dates with what stands in the lines; `null`: too few do. */
function joinedWith(
  period: Surroundings['period'],
  half: ColumnOfCells,
  columns: readonly ColumnOfCells[],
): readonly ColumnOfCells[] | null {
  const days = columns.filter((column) => {
    if (column === half || column.types.count === 0 || column.title.own === '') {
      return false;
    }
    const lines = half.cells.flatMap((cell, line) =>
      column.cells[line] !== '' && cell !== '' ? [cell] : [],
    );
    const whole = lines.filter((cell) => crossedDay(cell, column.title.own, period) !== null);
    return lines.length > 0 && whole.length >= least * (lines.length - 1) && whole.length > 0;
  });
  return days.length >= 2 && half.distinct.size >= 2 ? days : null;
}
