import {
  formatCount,
  formatCounts,
  formatEuros,
  formatPercent,
  formatRate,
  formatSigned,
  formatSignedTenths,
  formatTenths,
} from '../../../renderer/format/numbers.ts';

test('whole numbers are grouped by locale', () => {
  expect(formatCount(78601, 'fr')).toBe('78\u202f601');
  expect(formatCount(78601, 'en')).toBe('78,601');
});

test('a percentage has its narrow space in French', () => {
  expect(formatPercent(0.8, 'fr')).toBe('80\u202f%');
  expect(formatPercent(0.8, 'en')).toBe('80%');
});

test('a difference carries its sign, with a true minus', () => {
  expect(formatSigned(9, 'fr')).toBe('+9');
  expect(formatSigned(-9, 'fr')).toBe('\u22129');
  expect([0, 0.3, -0.3].map((n) => formatSigned(n, 'fr'))).toEqual(['0', '0', '0']);
  expect([1.25, -2, -0.04].map((n) => formatSignedTenths(n, 'fr'))).toEqual(['+1,3', '\u22122', '0']);
  expect([-0.3, -7].map((n) => formatCount(n, 'fr'))).toEqual(['0', '\u22127']);
  expect(formatCounts(32, 1058, 'fr')).toBe('32–1\u202f058');
});

test('rates have one decimal, in percent', () => {
  expect([5.55, 6].map((n) => formatRate(n, 'fr'))).toEqual(['5,6\u202f%', '6,0\u202f%']);
  expect(formatRate(0.94, 'en')).toBe('0.9%');
});

test('tenths are told only where there are some', () => {
  expect([0.8, 1, -2.25].map((n) => formatTenths(n, 'fr'))).toEqual(['0,8', '1', '\u22122,3']);
});

test('euros: cents for one meal, whole for totals', () => {
  expect(formatEuros(1.45, 'fr', 2)).toBe('1,45\u00a0€');
  expect(formatEuros(1234.4, 'fr', 0)).toBe('1\u202f234\u00a0€');
  expect(formatEuros(-5.8, 'en', 2)).toBe('\u2212€5.80');
});
