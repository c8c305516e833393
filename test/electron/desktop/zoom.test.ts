import { zoomAfter } from '../../../electron/desktop/zoom.ts';

test.each([
  [1, 'in', 1.1],
  [1.1, 'in', 1.25],
  // As Chromium answers where 1.1 was set.
  [1.1000000000000003, 'in', 1.25],
  [1.0999999999999999, 'in', 1.25],
  [1.05, 'in', 1.1],
  [3, 'in', 3],
  [1, 'out', 0.9],
  [0.5, 'out', 0.5],
  [0.4, 'out', 0.5],
  [2, 'reset', 1],
] as const)('from %s, %s: %s', (factor, change, expected) => {
  expect(zoomAfter(factor, change)).toBe(expected);
});

test('as many steps in as out lead back', () => {
  const out = zoomAfter(zoomAfter(1, 'out'), 'out');
  expect(zoomAfter(zoomAfter(out, 'in'), 'in')).toBe(1);
});
