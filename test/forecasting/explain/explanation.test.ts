import { addDays } from '../../../forecasting/calendar/day.ts';
import type { History, IsoDate } from '../../../forecasting/domain/records.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { describeWithShared } from '../../support/shared.ts';
import { nantesHistory } from '../support/nantes.ts';
import { syntheticCity } from '../support/synthetic.ts';

/** Checks the sum of every open cell of the `days` after an origin; answers how many there were. */
function checkedCells(history: History, origin: IsoDate, days: number): number {
  const model = fitAttendance(history, origin);
  let cells = 0;
  for (let ahead = 1; ahead <= days; ahead++) {
    const date = addDays(origin, ahead);
    for (const site of history.sites) {
      if (model.status(site.id, date).closed !== null) continue;
      const f = model.forecast(site.id, date);
      const sum = f?.contributions.reduce((s, c) => s + c.meals, 0) ?? Number.NaN;
      expect(Math.abs(sum - (f?.mean ?? Number.NaN))).toBeLessThan(1e-9 * (1 + (f?.mean ?? 0)));
      cells++;
    }
  }
  return cells;
}

const schoolYear = 310;

test('the contributions of every cell of a year add up to its mean', () => {
  const city = syntheticCity({ sites: 5, firstYear: 2016, years: 3 });
  expect(checkedCells(city, '2018-08-31', schoolYear)).toBeGreaterThan(600);
});

describeWithShared('Nantes', () => {
  test('the contributions of every cell of 2016-17 add up to its mean', () => {
    expect(checkedCells(nantesHistory(), '2016-08-31', schoolYear)).toBeGreaterThan(10_000);
  }, 300_000);
});
