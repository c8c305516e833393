import { levelInDays } from '../../../electron/api/level-in-days.ts';

test('a service level is told in days without rounding it: never 10 days in 10', () => {
  expect([0.5, 0.8, 0.85, 0.87, 0.95].map(levelInDays)).toEqual([
    { n: 5, of: 10 },
    { n: 8, of: 10 },
    { n: 17, of: 20 },
    { n: 87, of: 100 },
    { n: 19, of: 20 },
  ]);
  for (let percent = 50; percent <= 95; percent++) {
    const { n, of } = levelInDays(percent / 100);
    expect(Number.isInteger(n)).toBe(true);
    expect(n / of).toBeCloseTo(percent / 100, 12);
  }
});
