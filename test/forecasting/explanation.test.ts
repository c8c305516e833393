import { fitAttendance } from '../../forecasting/attendance.ts';
import { addDays } from '../../forecasting/calendar/day.ts';
import { syntheticCity } from './support/synthetic.ts';

test('the contributions of every cell of a year add up to its mean', () => {
  const city = syntheticCity({ sites: 5, firstYear: 2016, years: 3 });
  const origin = '2018-08-31';
  const model = fitAttendance(city, origin);
  let cells = 0;
  for (let ahead = 1; ahead <= 310; ahead++) {
    const date = addDays(origin, ahead);
    for (const site of city.sites) {
      if (model.status(site.id, date).closed !== null) continue;
      const f = model.forecast(site.id, date);
      const sum = f?.contributions.reduce((s, c) => s + c.meals, 0) ?? Number.NaN;
      expect(Math.abs(sum - (f?.mean ?? Number.NaN))).toBeLessThan(1e-9 * (1 + (f?.mean ?? 0)));
      cells++;
    }
  }
  expect(cells).toBeGreaterThan(600);
});
