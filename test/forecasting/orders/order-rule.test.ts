import { execFileSync } from 'node:child_process';
import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import type { OrderRule, WeeklyDeadline } from '../../../forecasting/domain/records.ts';
import { checkOrderRule, deadlineFor, originFor } from '../../../forecasting/orders/order-rule.ts';
import { seeded } from '../evaluation/scored.ts';

const lead = (days: number, at = '09:00'): OrderRule => ({ type: 'lead', days, at });
const weekly = (...deadlines: WeeklyDeadline[]): OrderRule => ({ type: 'weekly', deadlines });

/** Friday 9:00 for Monday and Tuesday, Tuesday 9:00 for Thursday and Friday. */
const twiceAWeek = weekly(
  { weekday: 5, at: '09:00', serves: [1, 2] },
  { weekday: 2, at: '09:00', serves: [4, 5] },
);
/** Thursday noon for the whole week after. */
const weekAhead = weekly({ weekday: 4, at: '12:00', serves: [1, 2, 4, 5], weeksBefore: 1 });
/** Monday for the week after the next. */
const twoWeeks = weekly({ weekday: 1, at: '17:30', serves: [1, 2, 3, 4, 5], weeksBefore: 2 });

describe('deadline and origin', () => {
  // 2016-11-14 is a Monday.
  test.each<[string, OrderRule, string, string, string, string]>([
    ['same morning', lead(0, '08:30'), '2016-11-17', '2016-11-17', '08:30', '2016-11-16'],
    [
      'same morning on a Monday: known are Sunday’s records',
      lead(0),
      '2016-11-14',
      '2016-11-14',
      '09:00',
      '2016-11-13',
    ],
    ['the day before', lead(1, '12:00'), '2016-11-17', '2016-11-16', '12:00', '2016-11-15'],
    ['the day before a Monday is a Sunday', lead(1), '2016-11-14', '2016-11-13', '09:00', '2016-11-12'],
    [
      'an afternoon deadline knows no more than the eve',
      lead(1, '18:00'),
      '2016-11-17',
      '2016-11-16',
      '18:00',
      '2016-11-15',
    ],
    ['a week', lead(7), '2016-11-17', '2016-11-10', '09:00', '2016-11-09'],
    ['8 days', lead(8), '2016-11-17', '2016-11-09', '09:00', '2016-11-08'],
    ['over the end of a month', lead(7), '2016-12-02', '2016-11-25', '09:00', '2016-11-24'],
    ['over a leap day', lead(3), '2016-03-01', '2016-02-27', '09:00', '2016-02-26'],
    ['over no leap day', lead(3), '2017-03-01', '2017-02-26', '09:00', '2017-02-25'],
    ['over New Year', lead(7), '2017-01-05', '2016-12-29', '09:00', '2016-12-28'],
    ['the origin may fall into another year', lead(4), '2017-01-05', '2017-01-01', '09:00', '2016-12-31'],
    ['the change to summer time', lead(1), '2016-03-27', '2016-03-26', '09:00', '2016-03-25'],
    ['the change to winter time', lead(1), '2016-10-30', '2016-10-29', '09:00', '2016-10-28'],
    ['the longest lead', lead(90), '2016-11-30', '2016-09-01', '09:00', '2016-08-31'],
    ['a public holiday does not move it', lead(7), '2016-11-18', '2016-11-11', '09:00', '2016-11-10'],
    ['school holidays do not move it', lead(7), '2017-01-03', '2016-12-27', '09:00', '2016-12-26'],
    ['Monday by Friday', twiceAWeek, '2016-11-14', '2016-11-11', '09:00', '2016-11-10'],
    ['Tuesday by Friday', twiceAWeek, '2016-11-15', '2016-11-11', '09:00', '2016-11-10'],
    ['Thursday by Tuesday', twiceAWeek, '2016-11-17', '2016-11-15', '09:00', '2016-11-14'],
    ['Friday by Tuesday', twiceAWeek, '2016-11-18', '2016-11-15', '09:00', '2016-11-14'],
    ['Monday after New Year', twiceAWeek, '2017-01-02', '2016-12-30', '09:00', '2016-12-29'],
    [
      'Tuesday 1 March by Friday in a leap year',
      twiceAWeek,
      '2016-03-01',
      '2016-02-26',
      '09:00',
      '2016-02-25',
    ],
    ['the week ahead, Monday', weekAhead, '2016-11-14', '2016-11-10', '12:00', '2016-11-09'],
    ['the week ahead, Thursday', weekAhead, '2016-11-17', '2016-11-10', '12:00', '2016-11-09'],
    ['the week ahead, Friday', weekAhead, '2016-11-18', '2016-11-10', '12:00', '2016-11-09'],
    ['two weeks, Monday', twoWeeks, '2016-11-14', '2016-10-31', '17:30', '2016-10-30'],
    ['two weeks, Friday', twoWeeks, '2016-11-18', '2016-10-31', '17:30', '2016-10-30'],
    [
      'same weekday, before the service',
      weekly({ weekday: 4, at: '08:00', serves: [4] }),
      '2016-11-17',
      '2016-11-17',
      '08:00',
      '2016-11-16',
    ],
    [
      'the same week, said so',
      weekly({ weekday: 1, at: '15:00', serves: [2, 5], weeksBefore: 0 }),
      '2016-11-18',
      '2016-11-14',
      '15:00',
      '2016-11-13',
    ],
    [
      'Sunday served by Monday of its own week',
      weekly({ weekday: 1, at: '09:00', serves: [7] }),
      '2016-11-20',
      '2016-11-14',
      '09:00',
      '2016-11-13',
    ],
    [
      'Monday by Sunday: the day before',
      weekly({ weekday: 7, at: '20:00', serves: [1] }),
      '2016-11-14',
      '2016-11-13',
      '20:00',
      '2016-11-12',
    ],
  ])('%s', (_, rule, date, day, time, origin) => {
    expect(checkOrderRule(rule)).toBeNull();
    expect(deadlineFor(rule, date)).toEqual({ date: day, time });
    expect(originFor(rule, date)).toBe(origin);
  });

  test('a weekday that no deadline serves has neither', () => {
    expect(deadlineFor(twiceAWeek, '2016-11-16')).toBeNull();
    expect(originFor(twiceAWeek, '2016-11-16')).toBeNull();
  });

  test('a rule repeats every week, is on its weekday, and never knows the day served', () => {
    const random = seeded(5);
    for (let round = 0; round < 500; round++) {
      const entry: WeeklyDeadline = {
        weekday: (1 + Math.floor(7 * random())) as 1,
        at: random() < 0.5 ? '08:15' : '16:45',
        serves: [1, 2, 3, 4, 5, 6, 7],
        ...(random() < 0.5 ? {} : { weeksBefore: 1 + Math.floor(3 * random()) }),
      };
      const rule = random() < 0.3 ? lead(Math.floor(90 * random()), '10:59') : weekly(entry);
      const date = addDays('2015-01-01', Math.floor(4000 * random()));
      const deadline = deadlineFor(rule, date);
      const origin = originFor(rule, date) ?? '';
      expect(origin < date).toBe(true);
      expect(addDays(origin, 1)).toBe(deadline?.date);
      expect((deadline?.date ?? '') <= date).toBe(true);
      if (rule.type === 'weekly') expect(weekday(toDay(deadline?.date ?? ''))).toBe(entry.weekday);
      expect(deadlineFor(rule, addDays(date, 7))?.date).toBe(addDays(deadline?.date ?? '', 7));
    }
  });

  test('is the same in any time zone', () => {
    const script = `
      import { deadlineFor, originFor } from './forecasting/orders/order-rule.ts';
      const rule = ${JSON.stringify(twiceAWeek)};
      const days = ['2016-03-29', '2016-10-31', '2016-11-01', '2017-01-02'];
      const lead = { type: 'lead', days: 1, at: '23:59' };
      process.stdout.write(JSON.stringify(days.map((day) => [deadlineFor(rule, day), originFor(lead, day)])));
    `;
    const answers = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Paris', 'UTC'].map((zone) =>
      execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0] ?? '')).toEqual([
      [{ date: '2016-03-25', time: '09:00' }, '2016-03-27'],
      [{ date: '2016-10-28', time: '09:00' }, '2016-10-29'],
      [{ date: '2016-10-28', time: '09:00' }, '2016-10-30'],
      [{ date: '2016-12-30', time: '09:00' }, '2016-12-31'],
    ]);
  });
});

describe('what is refused', () => {
  const at = '09:00';
  test.each<[string, OrderRule, object]>([
    [
      'the same day after the service',
      lead(0, '14:00'),
      { code: 'after-service', deadline: null, at: '14:00' },
    ],
    ['the same day as it is served', lead(0, '11:00'), { code: 'after-service' }],
    ['a negative lead', lead(-1), { code: 'bad-lead', days: -1 }],
    ['half a day', lead(0.5), { code: 'bad-lead' }],
    ['a lead over 90 days', lead(91), { code: 'bad-lead' }],
    ['24 o’clock', lead(2, '24:00'), { code: 'bad-time', deadline: null, at: '24:00' }],
    ['an hour of one digit', lead(2, '9:00'), { code: 'bad-time' }],
    ['an hour as the French write it', lead(2, '9h00'), { code: 'bad-time' }],
    ['no deadline', weekly(), { code: 'no-deadline' }],
    [
      'a deadline for nothing',
      weekly({ weekday: 2, at, serves: [] }),
      { code: 'serves-nothing', deadline: 1 },
    ],
    ['an eighth day', weekly({ weekday: 8 as 7, at, serves: [1] }), { code: 'bad-weekday', weekday: 8 }],
    ['day 0 served', weekly({ weekday: 1, at, serves: [0 as 1] }), { code: 'bad-weekday', weekday: 0 }],
    [
      'a day served twice',
      weekly({ weekday: 1, at, serves: [4] }, { weekday: 2, at, serves: [5, 4] }),
      { code: 'served-twice', deadline: 2, weekday: 4 },
    ],
    ['a day named twice', weekly({ weekday: 1, at, serves: [4, 4] }), { code: 'served-twice', deadline: 1 }],
    [
      'the same weekday after the service',
      weekly({ weekday: 4, at: '15:00', serves: [5, 4] }),
      { code: 'after-service', deadline: 1, weekday: 4, at: '15:00' },
    ],
    [
      'later in the same week',
      weekly({ weekday: 5, at, serves: [2], weeksBefore: 0 }),
      { code: 'after-service', deadline: 1, weekday: 2 },
    ],
    [
      'minus one week',
      weekly({ weekday: 5, at, serves: [2], weeksBefore: -1 }),
      { code: 'bad-weeks', weeks: -1 },
    ],
    [
      'a year ahead',
      weekly({ weekday: 5, at, serves: [2], weeksBefore: 52 }),
      { code: 'bad-weeks', weeks: 52 },
    ],
    [
      'a wrong time in the second',
      weekly({ weekday: 1, at, serves: [2] }, { weekday: 2, at: '25:00', serves: [4] }),
      { code: 'bad-time', deadline: 2 },
    ],
  ])('%s', (_, rule, problem) => expect(checkOrderRule(rule)).toMatchObject(problem));
});
