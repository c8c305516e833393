import { Workbench } from '../support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

/** The problems of a file of one place, by their codes; days of May 2016, of which the 1st is a Sunday. */
function problemsOf(dates: readonly string[]): readonly string[] {
  const rows = dates.map((date, i) => `E,${date},72,${60 + (i % 7)},Les Tilleuls`);
  const text = ['site_type,date,prevision,reel,site_nom', ...rows].join('\n');
  return bench.importOne(bench.database(), text).problems.map(({ code }) => code);
}

const two = (n: number) => String(n).padStart(2, '0');
const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const may = days(1, 31);

test('a place that serves on Sundays is not warned of swapped days where each date reads in one way', () => {
  expect(problemsOf(may.map((day) => `2016-05-${two(day)}`))).not.toContain('dates-on-weekend');
  expect(problemsOf(may.map((day) => `${two(day)}/05/2016`))).not.toContain('dates-on-weekend');
});

test('it is warned where the order is only guessed, or where weekends are few', () => {
  // The 1st to the 12th of three months: each reads both ways, and goes on in neither.
  const unsure = [3, 7, 5].flatMap((day) => [11, 2, 6].map((month) => `${two(day)}/${two(month)}/2016`));
  expect(problemsOf(unsure)).toEqual(expect.arrayContaining(['day-month-unsure', 'dates-on-weekend']));
  const weekdays = may.filter((day) => day % 7 > 1);
  expect(problemsOf([...weekdays, 8].map((day) => `2016-05-${two(day)}`))).toContain('dates-on-weekend');
});
