import { addDays, toDay, toIso, weekday } from '../../../forecasting/calendar/day.ts';
import { buildSchoolCalendar } from '../../../forecasting/calendar/school-calendar.ts';
import type { Closure, ErrorCause } from '../../../forecasting/domain/records.ts';
import type { BacktestLine } from '../../../forecasting/domain/types.ts';
import { biggestErrors, type CauseEvidence } from '../../../forecasting/evaluation/error-causes.ts';
import { indexClosures } from '../../../forecasting/frame/frame.ts';
import { line } from './scored.ts';

const calendar = buildSchoolCalendar(
  [
    { zone: 'B', name: 'Toussaint', firstDay: '2016-10-20', lastDay: '2016-11-02' },
    { zone: 'B', name: 'été', firstDay: '2017-07-08', lastDay: '2017-09-03' },
  ],
  { firstDay: toDay('2016-07-01'), share: new Float64Array(0), weekdays: new Set([1, 2, 4, 5]) },
  toDay('2016-06-01'),
  toDay('2017-08-31'),
);
const strike = (date: string, siteId: number | null): Closure => ({
  date,
  siteId,
  kind: 'strike',
  absent: null,
  announced: null,
});

const everyDay = new Set(Array.from({ length: 400 }, (_, i) => toDay('2016-06-15') + i));
const evidence = (part: Partial<CauseEvidence> = {}): CauseEvidence => ({
  calendar,
  closures: indexClosures([strike('2016-11-24', null), strike('2016-12-08', 7)]),
  recorded: () => everyDay,
  ...part,
});

const bigError = { mean: 150, actual: 120, q10: 140 };
/** The site's days before and after, as expected. */
const beside = ({ date = line({}).date, siteId }: Partial<BacktestLine>, part: Partial<BacktestLine> = {}) =>
  [-1, 1].map((days) =>
    line({
      ...(siteId === undefined ? {} : { siteId }),
      date: toIso(toDay(date) + days),
      ...{ mean: 150, actual: 150, q10: 140 },
      ...part,
    }),
  );
const causeOf = (
  part: Partial<BacktestLine>,
  using = evidence(),
  others: readonly BacktestLine[] = [],
  days = beside(part),
) => biggestErrors([line({ ...bigError, ...part }), ...days, ...others], 1, using)[0]?.cause;

test.each<[string, Partial<BacktestLine>, ErrorCause]>([
  ['a digit too many', { actual: 1500 }, 'typing-slip'],
  ['a digit too few', { actual: 15, q10: 140 }, 'typing-slip'],
  ['one child of six at a tiny site', { date: '2017-01-12', mean: 6, actual: 0, q10: 3 }, 'unknown'],
  ['the day before a strike', { date: '2016-11-22' }, 'strike-nearby'],
  ['the day after a strike', { date: '2016-11-25' }, 'strike-nearby'],
  ['three days after a strike', { date: '2016-11-28' }, 'class-away'],
  ['a strike at another site', { date: '2016-12-09' }, 'class-away'],
  ['a strike at this site', { date: '2016-12-09', siteId: 7 }, 'strike-nearby'],
  ['the first day back', { date: '2016-11-03' }, 'first-day-back'],
  ['the last day before the holidays', { date: '2016-10-18' }, 'holiday-edge'],
  ['the eve of 11 November', { date: '2016-11-10' }, 'holiday-edge'],
  ['the last days of the year', { date: '2017-07-03' }, 'holiday-edge'],
  ['thirty children fewer on a plain day', { date: '2017-01-12' }, 'class-away'],
  ['thirty children more on a plain day', { date: '2017-01-12', actual: 180 }, 'unknown'],
  ['eighty children fewer on a plain day', { date: '2017-01-12', actual: 70 }, 'unknown'],
  ['thirty fewer where that is likely', { date: '2017-01-12', q10: 110 }, 'unknown'],
])('%s', (_, part, cause) => expect(causeOf(part)).toBe(cause));

test('a dip is an outing only where it lasted a day, and where that is known', () => {
  const part = { date: '2017-01-12' };
  expect(causeOf(part)).toBe('class-away');
  expect(causeOf(part, evidence(), [], beside(part, { actual: 135 }))).toBe('unknown');
  expect(causeOf(part, evidence(), [], beside(part, { siteId: 99 }))).toBe('unknown');
  expect(causeOf(part, evidence(), [], [])).toBe('unknown');
});

test('most sites erring the same way point to the whole city', () => {
  const date = '2017-01-12';
  const others = (over: number, under: number) =>
    Array.from({ length: over + under }, (_, i) =>
      line({ siteId: 10 + i, date, mean: i < over ? 101 : 99, actual: 100 }),
    );
  expect(causeOf({ date }, evidence(), others(8, 2))).toBe('whole-city');
  expect(causeOf({ date }, evidence(), others(4, 4))).toBe('class-away');
  expect(causeOf({ date, actual: 190 }, evidence(), others(1, 9))).toBe('whole-city');
  // Too few sites to speak of a city.
  expect(causeOf({ date }, evidence(), others(3, 0))).toBe('class-away');
});

test('few records just before the origin are named', () => {
  const date = '2017-01-12';
  const origin = addDays(date, -7);
  const daysBefore = (count: number) => {
    const days: number[] = [];
    for (let day = toDay(origin); days.length < count; day--) {
      if ([1, 2, 4, 5].includes(weekday(day))) days.push(day);
    }
    return evidence({ recorded: () => new Set(days) });
  };
  expect(toIso(toDay(origin))).toBe('2017-01-05');
  expect(causeOf({ date, origin }, daysBefore(3))).toBe('missing-neighbours');
  expect(causeOf({ date, origin }, daysBefore(4))).toBe('class-away');
});

test('the largest come first; of equals the earlier day, then the lower site', () => {
  const lines = [
    line({ siteId: 3, date: '2017-01-13', mean: 120 }),
    line({ siteId: 2, date: '2017-01-12', mean: 80 }),
    line({ siteId: 1, date: '2017-01-13', mean: 120 }),
    line({ siteId: 4, date: '2017-01-16', mean: 170, staff: 99 }),
    line({ siteId: 5, date: '2017-01-16', mean: 101 }),
  ];
  const found = biggestErrors(lines, 4, evidence());
  expect(found.map(({ siteId }) => siteId)).toEqual([4, 2, 1, 3]);
  expect(found[0]).toMatchObject({
    date: '2017-01-16',
    mean: 170,
    actual: 100,
    staff: 99,
    low: 90,
    high: 110,
  });
  expect(biggestErrors([], 4, evidence())).toEqual([]);
});
