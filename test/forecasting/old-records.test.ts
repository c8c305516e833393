import { addDays } from '../../forecasting/calendar/day.ts';
import type { FittedLead } from '../../forecasting/domain/fitted.ts';
import type { Distribution } from '../../forecasting/domain/types.ts';
import { fitAttendance } from '../../forecasting/models/attendance.ts';
import { errorsProblem, fittedProblem } from '../../forecasting/models/fitted-problem.ts';
import { learnLibrary } from '../../forecasting/transfer/learn.ts';
import { syntheticCity } from './support/synthetic.ts';

const city = syntheticCity({ sites: 6, firstYear: 2016, years: 2 });
const last = '2018-07-06';
const width = (forecast: Distribution | null) =>
  (forecast?.quantile(0.9) ?? 0) - (forecast?.quantile(0.1) ?? 0);

test('ranges of records long past are as wide as those of records of yesterday', () => {
  const now = fitAttendance(city, last);
  for (const years of [3, 8, 19]) {
    const later = addDays(last, years * 365);
    const then = fitAttendance(city, later);
    for (const { id } of city.sites) {
      const ratio = width(then.forecast(id, addDays(later, 5))) / width(now.forecast(id, addDays(last, 5)));
      expect(ratio).toBeGreaterThan(0.6);
      expect(ratio).toBeLessThan(2);
    }
  }
});

test('a library written years after the last record knows how wide errors are', () => {
  const library = learnLibrary(city, { origin: addDays(last, 1200), name: 'Old', leads: [6] });
  expect(library.leads.map(({ errors }) => errorsProblem(errors, false))).toEqual([null]);
  const [lead] = library.leads;
  const none = { ...lead?.errors, shapes: lead?.errors.shapes.map((shape) => shape.map(() => 0)) };
  expect(errorsProblem(none, false)).toBe('shapes');
});

test('a kept model with a null, no number or scales of zero is refused by the name of the field', () => {
  let kept: FittedLead | null = null;
  fitAttendance(city, last, {}, { find: () => null, keep: (_, fitted) => (kept = fitted) });
  const text = JSON.stringify(kept);
  const damaged = (change: (fitted: Record<string, never>) => void) => {
    const copy = JSON.parse(text);
    change(copy);
    return fittedProblem(copy);
  };
  expect(fittedProblem(JSON.parse(text))).toBeNull();
  expect(damaged((f) => Object.assign(f, { coefficients: [null] }))).toBe('coefficients');
  expect(damaged((f) => Object.assign(f.errors as object, { scale: new Array(18).fill(0) }))).toBe('scale');
  expect(damaged((f) => Object.assign(f.errors as object, { edgeShapes: [[[0]]] }))).toBe('edgeShapes');
  expect(damaged((f) => Object.assign(f.errors as object, { correlation: null }))).toBe('correlation');
  expect(damaged((f) => Object.assign(f.strike as object, { spread: 0 }))).toBe('strike');
});
