import { toDay } from '../../../forecasting/calendar/day.ts';
import type { Library } from '../../../forecasting/domain/library.ts';
import { fitAttendance } from '../../../forecasting/models/attendance.ts';
import { libraryShare } from '../../../forecasting/models/library-at.ts';
import { levelDoubt } from '../../../forecasting/models/training-rows.ts';
import { learnLibrary } from '../../../forecasting/transfer/learn.ts';
import { syntheticCity } from '../support/synthetic.ts';
import { historyOf } from './newcomers-backtest.ts';
import { wrongPlace } from './wrong-place.ts';

const town = syntheticCity({ sites: 8, firstYear: 2012, years: 2, seed: 3 });
const library = learnLibrary(town, { origin: '2014-07-31', name: 'Une ville', leads: [6] });
const canteen = syntheticCity({ sites: 1, firstYear: 2014, years: 4, seed: 9 });
const origin = '2017-05-11';
const days = [...canteen.attendance.day].filter((day) => day <= toDay(origin)).sort((a, b) => a - b);

/** The next week as it is forecast with the last so many days of records. */
function knownFor(count: number, given?: Library) {
  const own = historyOf(canteen, canteen.sites, days[days.length - count], toDay(origin));
  const model = fitAttendance({ ...own, ...(given ? { library: given } : {}) }, origin);
  const forecast = model.forecast(1, '2017-05-18');
  if (forecast === null) throw new Error(`No forecast with ${count} days`);
  const { mean } = forecast;
  return { mean, width: forecast.quantile(0.9) - forecast.quantile(0.1), library: model.library };
}

/** From the first days to ninety weeks of four: each day where something might begin or end, and some between. */
const walked = [
  [6, 7, 8, 9, 10, 11, 12],
  [19, 20, 21, 22],
  [27, 28, 29, 30, 31, 32],
  [99, 100, 101],
  [149, 150, 151, 152],
  [179, 180, 181],
  [249, 250, 251],
  [358, 359, 360, 361],
];

describe.each([
  ['with a library', library],
  ['alone', undefined],
])('one day of records more, %s', (_, given) => {
  test('moves neither the number nor the range by a step', () => {
    const steps = walked.flatMap((counts) => {
      const found = counts.map((count) => knownFor(count, given));
      return found.slice(1).map(({ mean, width }, i) => ({
        days: counts[i + 1],
        mean: mean / found[i].mean - 1,
        width: width / found[i].width - 1,
      }));
    });
    const steep = steps.filter(
      (step) => Math.abs(step.mean) > 0.03 || Math.abs(step.width) > (step.days > 32 ? 0.05 : 0.2),
    );
    expect(steep).toEqual([]);
  }, 120_000);
});

test('the range is the wider, the fewer days the level rests on, and no wider from a whole window of them on', () => {
  const doubts = Array.from({ length: 20 }, (_, i) => levelDoubt(i + 1));
  expect(doubts).toEqual([...doubts].sort((a, b) => b - a));
  // Errors of lone canteens after 8, 12 and 16 records over those after 20 and more.
  expect([8, 12, 16].map((days) => Number(levelDoubt(days).toFixed(2)))).toEqual([1.14, 1.06, 1.02]);
  expect([20, 21, 0].map(levelDoubt)).toEqual([1, 1, 1]);
  expect(knownFor(6, library).width / knownFor(20, library).width).toBeGreaterThan(1.1);
});

test('a library fades evenly between its whole weight and none', () => {
  expect([0, 180, 270, 360, 500].map(libraryShare)).toEqual([1, 1, 0.5, 0, 0]);
});

test('a library of another kind of canteen is found out after ten days, and counts for less', () => {
  expect(knownFor(40, library).library?.fits).toBe(true);
  const leads = library.leads.map((lead) => ({
    ...lead,
    effects: { ...lead.effects, weekday: [0, 0.4, -0.4, 0, 0.4, -0.4, 0, 0] },
  }));
  const odd = { ...wrongPlace(library), leads };
  expect(knownFor(6, odd).library?.fits).toBe(true);
  const found = knownFor(40, odd);
  expect(found.library?.fits).toBe(false);
  const { mean } = knownFor(40);
  expect(Math.abs(found.mean / mean - 1)).toBeLessThan(0.1);
});
