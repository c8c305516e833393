import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import type { History } from '../../../forecasting/domain/records.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { type AttendanceRecord, columns } from '../support/columns.ts';
import { random } from '../support/synthetic.ts';

const monday = '2026-01-12';

function village(
  records: readonly AttendanceRecord[],
  usual: number | null,
  entered = '2026-01-09',
): History {
  return {
    sites: [{ id: 1, name: 'Saint-Aubin', kind: 'M/E', sector: null, capacity: null }],
    attendance: columns(records),
    enrolment: [{ siteId: 1, schoolYear: 2025, children: 60, entered: '2026-01-09' }],
    menu: [],
    closures: [],
    holidays: [],
    ...(usual === null ? {} : { usualDays: [{ siteId: 1, children: usual, entered }] }),
  };
}

const forecast = (history: History, origin: string, date: string) => {
  const found = fitAttendance(history, origin).forecast(1, date);
  if (found === null) throw new Error(`no forecast of ${date}`);
  return found;
};

const served = (date: string, children: number): AttendanceRecord => ({
  site: 1,
  day: toDay(date),
  served: children,
  staff: Number.NaN,
});

/** Width of the likely range. */
const width = (history: History) => {
  const { quantile } = forecast(history, '2026-01-11', monday);
  return quantile(0.9) - quantile(0.1);
};

test('without any record the estimate is the forecast, and says that it is one', () => {
  const own = forecast(village([], 38), '2026-01-11', monday);
  const rate = forecast(village([], null), '2026-01-11', monday);
  expect(own).toMatchObject({ model: 'usual-day' });
  expect(own.quantile(0.5)).toBeCloseTo(38, 0);
  expect(rate).toMatchObject({ model: 'enrolment' });
  // Whoever knows the place knows more than the rate of others.
  expect(width(village([], 38)) / 38).toBeLessThan(width(village([], null)) / 45);
});

test('an estimate that was entered later is not known yet', () => {
  expect(forecast(village([], 38, '2026-03-02'), '2026-01-11', monday)).toMatchObject({ model: 'enrolment' });
});

test('one record weighs three times the estimate; with four same weekdays it has no say', () => {
  const one = forecast(village([served(monday, 50)], 38), '2026-01-16', '2026-01-19');
  expect(one.quantile(0.5)).toBeCloseTo((50 + 38 / 3) / (1 + 1 / 3), 0);
  const mondays = [0, 7, 14, 21].map((days) => served(addDays(monday, days), 50));
  const four = forecast(village(mondays, 38), '2026-02-06', '2026-02-09');
  const alone = forecast(village(mondays, null), '2026-02-06', '2026-02-09');
  expect([four.quantile(0.5), four.quantile(0.8)]).toEqual([alone.quantile(0.5), alone.quantile(0.8)]);
});

/** Villages of a known truth: weekdays of their own, noisy days, an estimate that is 10 % off. */
test('the week after four typed days is nearer to the truth than the first, and nearer with the estimate', () => {
  const next = random(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const error = { first: 0, second: 0, secondAlone: 0 };
  for (let village_ = 0; village_ < 150; village_++) {
    const level = 25 + 25 * next();
    const of = [0, 1, 2, 3, 4, 5, 6].map(() => level * Math.exp(0.12 * normal()));
    const usual = Math.max(1, Math.round(level * Math.exp(0.1 * normal())));
    const days = [0, 1, 3, 4].map((i) => addDays(monday, i));
    const truth = (date: string) => numberAt(of, weekday(toDay(date)) - 1);
    const records = days.map((date) =>
      served(date, Math.min(60, Math.round(truth(date) * Math.exp(0.09 * normal())))),
    );
    for (const date of days) {
      const later = addDays(date, 7);
      const off = (history: History, origin: string, on: string) =>
        Math.abs(forecast(history, origin, on).quantile(0.5) - truth(on));
      error.first += off(village([], usual), '2026-01-11', date);
      error.second += off(village(records, usual), '2026-01-16', later);
      error.secondAlone += off(village(records, null), '2026-01-16', later);
    }
  }
  expect(error.second).toBeLessThan(0.75 * error.first);
  expect(error.second).toBeLessThan(error.secondAlone);
});
