import { mealsFromEnrolment } from '../../../forecasting/models/enrolment-rule.ts';

/** Ten sites at which 10 children fewer than nine in ten eat. */
const line = [40, 60, 80, 100, 120, 140, 160, 180, 200, 220].map((children) => ({
  children,
  meals: 0.9 * children - 10,
}));

test('many sites give the line of meals on enrolment', () => {
  expect(mealsFromEnrolment(110, line)).toBeCloseTo(89, 9);
});

test('a canteen that serves another school too does not bend it', () => {
  expect(mealsFromEnrolment(110, [...line, { children: 60, meals: 300 }])).toBeCloseTo(89, 9);
});

test('no site is expected to serve more than all of its children, nor fewer than none', () => {
  expect(mealsFromEnrolment(5, line)).toBe(0);
  const crowded = line.map(({ children }) => ({ children, meals: children + 30 }));
  expect(mealsFromEnrolment(100, crowded)).toBe(100);
});

test('few sites give the common rate, none the usual one', () => {
  expect(mealsFromEnrolment(100, line.slice(0, 2))).toBeCloseTo((100 * (26 + 44)) / 100, 9);
  expect(mealsFromEnrolment(100, [])).toBe(75);
});

test('sites of one size give their rate', () => {
  const same = Array.from({ length: 9 }, () => ({ children: 50, meals: 40 }));
  expect(mealsFromEnrolment(100, same)).toBeCloseTo(80, 9);
});

test('the share known from other towns stands in for none, and counts as one site beside few', () => {
  expect(mealsFromEnrolment(100, [], 0.6)).toBe(60);
  expect(mealsFromEnrolment(100, [{ children: 50, meals: 40 }], 0.6)).toBeCloseTo(70, 9);
  expect(mealsFromEnrolment(110, line, 0.1)).toBeCloseTo(89, 9);
});
