import { readBox } from '../../../../electron/service/return-sheets/read-box.ts';

test.each([
  ['12:25', '12:25'],
  ['12h25', '12:25'],
  ['12 h', '12:00'],
  ['2026-12-11 12:25:00', '12:25'],
  // A cell whose format was lost on the way through a spreadsheet program: its part of a day.
  ['0.517361111', '12:25'],
  ['0,5', '12:00'],
  // The text of a time cell in a file that a spreadsheet program in English saved.
  ['12:25:00 PM', '12:25'],
  ['1:05 pm', '13:05'],
  ['12:10 AM', '00:10'],
  ['oui', 'yes'],
])('a dish ran out at %s', (text, value) => {
  expect(readBox('ranOutAt', text)).toEqual({ value });
});

test.each(['tard', '25:10', '12:61', '1.5', '-0.5', '13:00 PM', '0:10 AM'])('%s is no time', (text) => {
  expect(readBox('ranOutAt', text)).toEqual({ problem: 'not-a-time' });
});

test('0,5 is a time for no other box', () => {
  expect(readBox('left', '0,5')).toEqual({ problem: 'not-whole' });
});
