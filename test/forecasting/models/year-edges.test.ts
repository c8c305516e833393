import { toDay } from '../../../forecasting/calendar/day.ts';
import { emptyInputs } from '../../../forecasting/features/inputs.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { yearEdge } from '../../../forecasting/models/training-rows.ts';
import { seededRandom } from '../../../forecasting/numerics/seeded.ts';
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

test('where some sites stay away in the last days, the range leans to that side around the same median', () => {
  const random = seededRandom(3);
  const sites = Array.from({ length: 40 }, (_, i) => ({
    meals: 60 + 4 * i,
    serves: fourDays,
    share: (day: MadeDay) => (isLast(day) && random() < 0.3 ? 0.5 : 1),
  }));
  const model = fitAttendance(madeTown(sites, '2022-09-05', '2024-06-20', 6), '2024-06-20');
  const lean = (date: string) => {
    const parts = sites.map((_, i) => {
      const found = model.forecast(i + 1, date);
      if (found === null) return Number.NaN;
      const [low, median, high] = [0.1, 0.5, 0.9].map((p) => found.quantile(p));
      return (median - low) / (high - median);
    });
    return parts.reduce((a, b) => a + b, 0) / parts.length;
  };
  expect(lean('2024-06-27')).toBeGreaterThan(1.5 * lean('2024-06-21'));
});

test('edges are the first five days and the last eight', () => {
  const edge = (sinceSummer: number, toSummer: number) =>
    yearEdge({ ...emptyInputs(), sinceSummer, toSummer });
  expect([0, 1, 4, 5].map((since) => edge(since, 30))).toEqual([0, 1, 1, undefined]);
  expect([0, 3, 4, 7, 8].map((to) => edge(30, to))).toEqual([2, 2, 3, 3, undefined]);
});
