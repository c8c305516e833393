import { toDay } from '../../../forecasting/calendar/day.ts';
import { emptyInputs } from '../../../forecasting/features/inputs.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { yearEdge } from '../../../forecasting/models/training-rows.ts';
import { fourDays, type MadeDay, madeTown } from '../support/made-town.ts';

/** The last two weeks before the summers of the made years. */
const lastWeeks = [
  ['2023-06-26', '2023-07-07'],
  ['2024-06-24', '2024-07-05'],
] as const;

const isLast = ({ day }: MadeDay) => lastWeeks.some(([from, to]) => toDay(from) <= day && day <= toDay(to));

test('the last days of a year have a range of their own width', () => {
  const sites = Array.from({ length: 20 }, (_, i) => ({
    meals: 60 + 8 * i,
    serves: fourDays,
    noise: (day: MadeDay) => (isLast(day) ? 0.25 : 0.05),
  }));
  const model = fitAttendance(madeTown(sites, '2022-09-05', '2024-06-20', 5), '2024-06-20');
  const width = (date: string) => {
    const widths = sites.map((_, i) => {
      const found = model.forecast(i + 1, date);
      return found === null ? Number.NaN : (found.quantile(0.9) - found.quantile(0.1)) / found.mean;
    });
    return widths.reduce((a, b) => a + b, 0) / widths.length;
  };
  expect(width('2024-06-27') / width('2024-06-21')).toBeGreaterThan(1.6);
});

test('edges are the first five days and the last eight', () => {
  const edge = (sinceSummer: number, toSummer: number) =>
    yearEdge({ ...emptyInputs(), sinceSummer, toSummer });
  expect([0, 1, 4, 5].map((since) => edge(since, 30))).toEqual([0, 1, 1, undefined]);
  expect([0, 3, 4, 7, 8].map((to) => edge(30, to))).toEqual([2, 2, 3, 3, undefined]);
});
