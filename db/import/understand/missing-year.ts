import { dayOf, weekdayOfDay } from '../../day.ts';
import type { TableQuestion } from '../table-question.ts';
import type { DateAxis, DateForm } from './axes.ts';
import { dayIn, mondayOfPeriod, parsePartialDate, type TablePeriod } from './periods.ts';
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
  const partials = cells.flatMap((cell) => (form === 'partial' ? (parsePartialDate(cell) ?? []) : []));
  const named = partials.filter(
    ({ weekday, day, month }) => weekday !== null && day !== null && (month ?? period.month) !== null,
  );
  // "02-09 au 06-09" is a week of some years only.
  const isWeek = (candidate: TablePeriod) => candidate.span === null || mondayOfPeriod(candidate) !== null;
  const agrees = (candidate: TablePeriod) =>
    isWeek(candidate) &&
    named.every((partial) => {
      const day = dayIn(partial, candidate);
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
