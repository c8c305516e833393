import { dayOf, weekdayOfDay } from '../../day.ts';
import type { TableQuestion } from '../table-question.ts';
import type { DateAxis, DateForm } from './axes.ts';
import {
  dayIn,
  isMonthAlone,
  mondayOfPeriod,
  parsePartialDate,
  parsePeriod,
  type TablePeriod,
} from './periods.ts';
import type { Surroundings } from './table-parts.ts';

/** Dates that are not whole need their period: what is said around, or what the names of the weekdays allow. */
export function periodFor(
  { column, form }: DateAxis,
  around: Surroundings,
): { period: TablePeriod | null; questions: readonly TableQuestion[] } {
  return form === 'full' ? { period: null, questions: [] } : yearOfTable(column.cells, form, around);
}

export function yearOfTable(
  cells: readonly string[],
  form: DateForm,
  { period, answers, today }: Surroundings,
): { period: TablePeriod; questions: readonly TableQuestion[] } {
  const said = Number(/^(\d{4})/.exec(answers.year ?? '')?.[1] ?? Number.NaN);
  if (!Number.isNaN(said)) {
    return { period: { ...period, year: null, schoolYear: said }, questions: [] };
  }
  const written = form === 'partial' ? datesBelowMonths(cells, period) : [];
  const partials = written.map(({ partial }) => partial);
  const named = written.filter(
    ({ partial: { weekday, day, month }, below }) =>
      weekday !== null && day !== null && (month ?? below.month) !== null,
  );
  // "02-09 au 06-09" is a week of some years only.
  const isWeek = (candidate: TablePeriod) => candidate.span === null || mondayOfPeriod(candidate) !== null;
  const agrees = (candidate: TablePeriod) =>
    isWeek(candidate) &&
    named.every(({ partial, below }) => {
      const { year, schoolYear } = candidate;
      const day = dayIn(
        partial,
        below === period ? candidate : { ...below, ...saidOr(below, { year, schoolYear }) },
      );
      return day === null || weekdayOfDay(day) === partial.weekday;
    });
  const isSaid = period.year !== null || period.schoolYear !== null;
  if (isSaid && agrees(period)) {
    return { period, questions: [] };
  }
  // The nearest school year, from next one's on, in which every weekday is right.
  const now = Number(today.slice(0, 4));
  const candidates = [0, 1, 2, 3, 4].map((back) => ({ ...period, year: null, schoolYear: now - back }));
  const right = candidates.filter(
    (candidate) => named.length >= 3 && agrees(candidate) && isPast(partials, candidate, today),
  );
  const [first] = right;
  if (first !== undefined) {
    return { period: first, questions: [] };
  }
  const current = Number(today.slice(5, 7)) >= 8 ? now : now - 1;
  const likely =
    [0, 1, 2, 3, 4]
      .map((back) => current - back)
      .find((own) => isWeek({ ...period, year: null, schoolYear: own })) ?? current;
  return {
    period: { ...period, year: null, schoolYear: likely },
    questions: [{ id: 'year', names: [], proposal: `${likely}-${likely + 1}`, choices: [], blocking: true }],
  };
}

/** Dates with the period that they are below: "Octobre 2024" between those of September and October. */
function datesBelowMonths(cells: readonly string[], first: TablePeriod) {
  let below = first;
  return cells.flatMap((cell) => {
    const partial = parsePartialDate(cell);
    below = partial === null && isMonthAlone(cell) ? parsePeriod(cell) : below;
    return partial === null ? [] : [{ partial, below }];
  });
}

const saidOr = (
  { year, schoolYear }: TablePeriod,
  other: Pick<TablePeriod, 'year' | 'schoolYear'>,
): Pick<TablePeriod, 'year' | 'schoolYear'> =>
  year === null && schoolYear === null ? other : { year, schoolYear };

function isPast(
  partials: readonly { day: number | null; month: number | null }[],
  period: TablePeriod,
  today: string,
): boolean {
  const limit = dayOf(Number(today.slice(0, 4)), Number(today.slice(5, 7)), Number(today.slice(8, 10)));
  const days = partials
    .map((partial) => dayIn({ weekday: null, ...partial }, period))
    .filter((day) => day !== null);
  return days.length > 0 && Math.min(...days) <= limit;
}
