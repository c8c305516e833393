import { addDays, toDay } from '../../../forecasting/calendar/day.ts';
import type { History } from '../../../forecasting/domain/records.ts';
import { backtest } from '../../../forecasting/evaluation/backtest.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { columns } from '../support/columns.ts';
import { random, strikeOn, syntheticCity } from '../support/synthetic.ts';

const city = syntheticCity({ sites: 6, firstYear: 2016, years: 3 });
const origin = '2018-11-15';

/** Every record dated after a day is changed, removed or added; what was known by then stays. */
function changedAfter(history: History, date: string): History {
  const next = random(99);
  const day = toDay(date);
  const a = history.attendance;
  const records = [...a.site].flatMap((site, i) => {
    const at = a.day[i];
    const served = a.served[i];
    if (at <= day) return [{ site, day: at, served, staff: a.staff[i] }];
    if (next() < 0.2) return [];
    return [{ site, day: at, served: Math.floor(next() * 900), staff: Math.floor(next() * 900) }];
  });
  return {
    ...history,
    attendance: columns(records),
    enrolment: history.enrolment.map((e) =>
      toDay(`${e.schoolYear}-09-01`) > day ? { ...e, children: e.children * 3 } : e,
    ),
    closures: [
      ...history.closures,
      strikeOn(addDays(date, 4), null),
      strikeOn(addDays(date, 5), addDays(date, 1)),
      { date: addDays(date, 8), siteId: 2, kind: 'closure', absent: null, announced: null },
    ],
  };
}

function forecasts(history: History) {
  const model = fitAttendance(history, origin);
  return [4, 5, 7, 8, 11, 33, 60].flatMap((lead) =>
    history.sites.map((s) => {
      const date = addDays(origin, lead);
      const f = model.forecast(s.id, date);
      return [f?.mean, f?.quantile(0.1), f?.quantile(0.8), f?.contributions, model.status(s.id, date)];
    }),
  );
}

test('changing every record dated after the origin changes no forecast, to the bit', () => {
  expect(forecasts(changedAfter(city, origin))).toEqual(forecasts(city));
});

test('changing a record of the origin itself does change forecasts', () => {
  expect(forecasts(changedAfter(city, addDays(origin, -1)))).not.toEqual(forecasts(city));
});

test.each([1, 7, 28])('a backtest at lead %i sees nothing after each origin', (lead) => {
  const to = addDays(origin, lead);
  const request = { from: addDays(to, -30), to, lead, serviceLevel: 0.8 };
  const pick = (history: History) =>
    backtest(history, request)
      // Outcomes after the origin were changed: forecasts made at or before it must be the same.
      .lines.map(
        (l) => [l.siteId, l.date, l.origin, l.mean, l.q10, l.q80, l.sameWeekday1, l.sameWeekday4] as const,
      );
  const plain = new Map(pick(city).map((l) => [`${l[0]} ${l[1]}`, l]));
  const changed = pick(changedAfter(city, origin));
  const shared = changed.filter((l) => plain.has(`${l[0]} ${l[1]}`));
  expect(shared.length).toBeGreaterThan(40);
  for (const line of shared) expect(line).toEqual(plain.get(`${line[0]} ${line[1]}`));
});

test('a strike announced in time changes the forecast, one noted later does not', () => {
  const past = { ...city, closures: [strikeOn('2018-03-22', null), strikeOn('2018-05-24', null)] };
  const date = '2018-11-22';
  const of = (closures: History['closures']) =>
    fitAttendance({ ...city, closures: [...past.closures, ...closures] }, origin);
  const plain = of([]).forecast(3, date)?.mean;
  expect(of([strikeOn(date, addDays(origin, 1))]).forecast(3, date)?.mean).toBe(plain);
  const announced = of([strikeOn(date, origin)]);
  expect(announced.forecast(3, date)?.mean).not.toBe(plain);
  expect(announced.status(3, date).flags).toContain('strike');
});
