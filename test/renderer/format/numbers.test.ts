import {
  formatCount,
  formatPercent,
  formatPlusMinus,
  formatSigned,
} from '../../../renderer/format/numbers.ts';

test('whole numbers are grouped by locale', () => {
  expect(formatCount(78601, 'fr')).toBe('78\u202f601');
  expect(formatCount(78601, 'en')).toBe('78,601');
});

test('a percentage has its narrow space in French', () => {
  expect(formatPercent(0.8, 'fr')).toBe('80\u202f%');
  expect(formatPercent(0.8, 'en')).toBe('80%');
});

test('a difference always carries its sign, with a true minus', () => {
  expect(formatSigned(9, 'fr')).toBe('+9');
  expect(formatSigned(-9, 'fr')).toBe('\u22129');
  expect(formatSigned(0, 'fr')).toBe('±0');
  expect(formatPlusMinus(5, 'fr')).toBe('±\u202f5');
});
