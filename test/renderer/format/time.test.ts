import { formatTime } from '../../../renderer/format/dates.ts';
import { parseTime } from '../../../renderer/ui/time-field.tsx';

test.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['9h30', '09:30'],
  ['9\u00a0h\u00a030', '09:30'],
  ['12 h', '12:00'],
  ['23.59', '23:59'],
])('%s is a time', (typed, time) => {
  expect(parseTime(typed)).toBe(time);
});

test.each(['', '24:00', '12:60', 'midi', '9:3', '1230'])('%s is none', (typed) => {
  expect(parseTime(typed)).toBeNull();
});

test('a time is written as the language does', () => {
  expect(formatTime('09:00', 'fr')).toBe('9\u00a0h');
  expect(formatTime('09:30', 'fr')).toBe('9\u00a0h\u00a030');
  expect(formatTime('09:30', 'en')).toBe('09:30');
  expect(parseTime(formatTime('09:30', 'fr'))).toBe('09:30');
});
