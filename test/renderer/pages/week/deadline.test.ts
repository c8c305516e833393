import { minutesUntil, nextOrder, timeLeft } from '../../../../renderer/pages/week/deadline.ts';
import { planRow } from './rows.ts';

const tuesday = { date: '2026-12-15', time: '12:00' };
const friday = { date: '2026-12-11', time: '09:00' };

const rows = [
  planRow({ date: '2026-12-14', deadline: friday }),
  planRow({ date: '2026-12-18', deadline: tuesday }),
  planRow({ date: '2026-12-17', deadline: tuesday }),
  planRow({ date: '2026-12-17', siteId: 2, deadline: tuesday }),
];

describe('the next order to send', () => {
  test('is the earliest deadline ahead, with all of its days once', () => {
    const order = nextOrder(rows, '2026-12-14T09:00');
    expect(order).toEqual({ deadline: tuesday, dates: ['2026-12-17', '2026-12-18'], minutesLeft: 27 * 60 });
  });

  test('before Friday it is Friday’s', () => {
    expect(nextOrder(rows, '2026-12-11T08:59')).toMatchObject({ dates: ['2026-12-14'], minutesLeft: 1 });
  });

  test('is nothing once all have passed, or without a rule', () => {
    expect(nextOrder(rows, '2026-12-15T12:00')).toBeNull();
    expect(nextOrder([planRow()], '2026-12-14T09:00')).toBeNull();
  });
});

test('time left is told in days, hours and minutes of the wall clock', () => {
  expect(timeLeft(27 * 60)).toEqual({ days: 1, hours: 3, minutes: 0 });
  expect(timeLeft(59)).toEqual({ days: 0, hours: 0, minutes: 59 });
  // Over the change of the clocks a day still counts 24 hours of the wall clock.
  expect(minutesUntil({ date: '2026-03-30', time: '12:00' }, '2026-03-28T12:00')).toBe(48 * 60);
});
