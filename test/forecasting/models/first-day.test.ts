import { addDays, toDay } from '../../../forecasting/calendar/day.ts';
import type { History } from '../../../forecasting/domain/records.ts';
import { emptyInputs } from '../../../forecasting/features/inputs.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { learnFirstDays } from '../../../forecasting/models/first-day.ts';
import { firstDay, TrainingRows } from '../../../forecasting/models/training-rows.ts';
import { fourDays, madeTown } from '../support/made-town.ts';
import { random } from '../support/synthetic.ts';

/** The first days of the school years of the made towns. */
const firstDays = ['2022-09-05', '2023-09-04', '2024-09-02'];

/** Ten schools and a nursery whose youngest stay at home on the first day of the year. */
function townWithNursery(): History {
  const isFirst = ({ day }: { day: number }) => firstDays.some((date) => toDay(date) === day);
  const schools = Array.from({ length: 10 }, (_, i) => ({ meals: 80 + 12 * i, serves: fourDays }));
  const nursery = {
    meals: 60,
    kind: 'M' as const,
    serves: fourDays,
    share: (day: { day: number }) => (isFirst(day) ? 0.06 : 1),
  };
  return madeTown([...schools, nursery], '2022-09-05', '2024-12-20', 3);
}

const town = townWithNursery();
const served = (site: number, date: string) => {
  const { attendance } = town;
  const at = attendance.day.findIndex((day, i) => day === toDay(date) && attendance.site[i] === site);
  return attendance.served[at];
};

test("a nursery's own first day of the school year is expected from the second year on, and on no other day", () => {
  const date = firstDays[2];
  const model = fitAttendance(town, addDays(date, -7));
  const first = model.forecast(11, date);
  expect(served(11, date)).toBeLessThan(6);
  expect(first?.mean).toBeLessThan(15);
  expect(model.forecast(11, addDays(date, 1))?.mean).toBeGreaterThan(40);
  // The others are as they were.
  expect(Math.abs((model.forecast(5, date)?.mean ?? 0) / served(5, date) - 1)).toBeLessThan(0.25);
});

test('the explanation of a first day adds up', () => {
  const date = firstDays[2];
  const found = fitAttendance(town, addDays(date, -7)).forecast(11, date);
  const sum = found?.contributions.reduce((total, { meals }) => total + meals, 0) ?? Number.NaN;
  expect(sum).toBeCloseTo(found?.mean ?? 0, 6);
  expect(found?.contributions.find(({ term }) => term === 'holidays')?.meals).toBeLessThan(-20);
});

/** First days of some sites over some years: each site's own effect, drawn at random, and noise. */
function rowsOf(effects: readonly number[], years: number, noise: number, seed: number): TrainingRows {
  const next = random(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const rows = new TrainingRows();
  for (let year = 0; year < years; year++) {
    effects.forEach((effect, site) => {
      const x = { ...emptyInputs(), site, level: 100, spread: 0.1, sinceSummer: 0, toSummer: 30 };
      const count = 101 * Math.exp(effect + noise * normal()) - 1;
      rows.push(toDay('2020-09-01') + 364 * year, count, x);
    });
  }
  return rows;
}

const learned = (rows: TrainingRows) => learnFirstDays(rows, toDay('2024-09-01'), () => 100);

test('noise alone is no effect of a site', () => {
  const found = learned(
    rowsOf(
      Array.from({ length: 80 }, () => 0),
      3,
      0.1,
      1,
    ),
  );
  for (const effect of found.values()) expect(Math.abs(effect)).toBeLessThan(0.06);
});

test('effects are found again, those of sites far from the others nearly whole', () => {
  const next = random(7);
  const effects = Array.from({ length: 80 }, (_, i) => (i === 40 ? -2.5 : 0.3 * (next() - 0.5)));
  const found = learned(rowsOf(effects, 3, 0.08, 2));
  expect(found.get(40)).toBeLessThan(-1.8);
  const middle = effects.map((effect, site) => Math.abs((found.get(site) ?? 0) - effect));
  expect(middle.reduce((a, b) => a + b, 0) / middle.length).toBeLessThan(0.05);
});

test('what was so once is believed in part, and nothing comes of nothing', () => {
  const once = learned(rowsOf([-2, 0.1, 0, 0.05, 0.02], 1, 0.05, 3));
  expect(once.get(0)).toBeLessThan(-0.8);
  expect(once.get(0)).toBeGreaterThan(-1.6);
  expect(learned(new TrainingRows()).size).toBe(0);
  expect(firstDay).toBe(0);
});
