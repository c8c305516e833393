import { toDay, toIso } from '../../../forecasting/calendar/day.ts';
import {
  buildSchoolCalendar,
  type ServiceEvidence,
  zoneOf,
} from '../../../forecasting/calendar/school-calendar.ts';
import { enrolmentKnownFrom, schoolYearOf } from '../../../forecasting/calendar/school-year.ts';
import type { SchoolHoliday } from '../../../forecasting/domain/records.ts';

const holiday = (zone: string, name: string, firstDay: string, lastDay: string): SchoolHoliday => ({
  zone,
  name,
  firstDay,
  lastDay,
});
const holidays = [
  holiday('B', 'Été', '2016-07-06', '2016-08-31'),
  holiday('B', 'Toussaint', '2016-10-19', '2016-11-02'),
  holiday('B', 'Noël', '2016-12-17', '2017-01-02'),
  holiday('B', 'Été', '2017-07-09', '2017-09-03'),
];
const first = toDay('2016-07-01');
const weekdays = new Set([1, 2, 4, 5]);
const nothingSeen: ServiceEvidence = { firstDay: first, share: new Float64Array(0), weekdays };
const calendar = buildSchoolCalendar(holidays, nothingSeen, first, toDay('2017-09-30'));
const at = toDay;

function seen(served: readonly string[], upTo: string): ServiceEvidence {
  const share = new Float64Array(at(upTo) - first + 1).fill(-1);
  for (const date of served) share[at(date) - first] = 1;
  return { firstDay: first, share, weekdays };
}

test('the last day before a break and the first day back', () => {
  expect(calendar.toBreak(at('2016-10-18'))).toBe(0);
  expect(calendar.toBreak(at('2016-10-17'))).toBe(1);
  expect(calendar.toBreak(at('2016-10-14'))).toBe(2);
  expect(calendar.sinceBreak(at('2016-11-03'))).toBe(0);
  expect(calendar.sinceBreak(at('2016-11-04'))).toBe(1);
  expect(calendar.sinceSummer(at('2016-09-01'))).toBe(0);
  expect(calendar.toSummer(at('2017-07-07'))).toBe(0);
  expect(calendar.toSummer(at('2017-07-04'))).toBe(2);
});

test('why a day is off, and its name', () => {
  expect(calendar.offReason(at('2016-10-20'))).toBe('school-holiday');
  expect(calendar.label(at('2016-10-20'))).toBe('Toussaint');
  expect(calendar.offReason(at('2016-11-11'))).toBe('public-holiday');
  expect(calendar.label(at('2016-11-11'))).toBe('armistice-1918');
  expect(calendar.offReason(at('2016-09-10'))).toBe('weekend');
  expect(calendar.offReason(at('2016-09-08'))).toBeNull();
});

test('days beside a public holiday, not beside a break', () => {
  expect(calendar.besidePublicHoliday(at('2016-11-10'), 1)).toBe(true);
  expect(calendar.besidePublicHoliday(at('2016-11-14'), -1)).toBe(true);
  expect(calendar.besidePublicHoliday(at('2017-05-09'), -1)).toBe(true);
  expect(calendar.besidePublicHoliday(at('2016-11-03'), -1)).toBe(false);
});

test('a stated day off on which the sites served was a day of service', () => {
  const corrected = buildSchoolCalendar(
    holidays,
    seen(['2016-10-20'], '2016-10-20'),
    first,
    at('2017-09-30'),
  );
  expect(corrected.offReason(at('2016-10-20'))).toBeNull();
  expect(corrected.offReason(at('2016-10-21'))).toBe('school-holiday');
});

test('two weeks of silence on stated days were a break; one week is a gap in the records', () => {
  const served: string[] = [];
  for (let d = at('2016-11-03'); d <= at('2017-03-31'); d++) {
    const silent =
      (d > at('2017-02-10') && d < at('2017-02-27')) || (d > at('2017-03-10') && d < at('2017-03-20'));
    if (!silent && calendar.offReason(d) === null) served.push(toIso(d));
  }
  const corrected = buildSchoolCalendar(holidays, seen(served, '2017-03-31'), first, at('2017-09-30'));
  expect(corrected.toBreak(at('2017-02-10'))).toBe(0);
  expect(corrected.sinceBreak(at('2017-02-27'))).toBe(0);
  expect(corrected.offReason(at('2017-03-14'))).toBeNull();
});

test('the comparable day of last year keeps its distance from the summer', () => {
  const two = [...holidays, holiday('B', 'Été', '2018-07-08', '2018-09-02')];
  const long = buildSchoolCalendar(two, nothingSeen, first, at('2018-09-30'));
  expect(toIso(long.yearAgo(at('2018-07-06')))).toBe('2017-07-07');
  expect(toIso(long.yearAgo(at('2017-09-04')))).toBe('2016-09-01');
  expect(toIso(long.yearAgo(at('2018-01-16')))).toBe('2017-01-17');
});

test('of several zones the one that fits with the days served', () => {
  const zones = [
    holiday('A', 'Hiver', '2017-02-18', '2017-03-05'),
    holiday('B', 'Hiver', '2017-02-11', '2017-02-26'),
  ];
  const served: string[] = [];
  for (let d = at('2017-01-03'); d <= at('2017-03-31'); d++) {
    if (d < at('2017-02-11') || d > at('2017-02-26')) served.push(toIso(d));
  }
  expect(zoneOf(zones, seen(served, '2017-03-31'))).toBe('B');
});

test('August opens a school year, enrolment is known from 1 September', () => {
  expect(schoolYearOf(at('2017-07-31'))).toBe(2016);
  expect(schoolYearOf(at('2017-08-01'))).toBe(2017);
  expect(toIso(enrolmentKnownFrom(2017))).toBe('2017-09-01');
});
