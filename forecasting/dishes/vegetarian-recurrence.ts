import type { Recurrence, RecurrenceFound, VegetarianMeal } from '../domain/records.ts';

/** The menus of the days of service, each with its week; the usual week is the median of the weeks. */
export function vegetarianRecurrence(
  days: readonly { readonly week: number; readonly answer: VegetarianMeal }[],
): RecurrenceFound {
  const weeks = [...Map.groupBy(days, ({ week }) => week).values()];
  const count = (answers: ReadonlySet<VegetarianMeal>) =>
    weeks.map((own) => own.filter(({ answer }) => answers.has(answer)).length);
  const [least, most] = [count(new Set(['yes'])), count(new Set(['yes', 'unsure']))];
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
  const [low, high] = [least, most].map((counts) => answerOf(counts, days.length));
  return {
    weeks: weeks.length,
    vegetarian: sum(least),
    unsure: sum(most) - sum(least),
    answer: low !== undefined && low === high ? low : null,
  };
}

function answerOf(perWeek: readonly number[], days: number): Recurrence | undefined {
  const sorted = perWeek.toSorted((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)];
  if (usual === undefined) return undefined;
  const all = sorted.reduce((sum, one) => sum + one, 0);
  if (all === 0) return 'NEVER';
  if (all === days) return 'DAILY';
  return usual === 0 ? 'LOW' : usual === 1 ? 'MID' : 'HIGH';
}
