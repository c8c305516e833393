import { joinHolidays } from '../../../forecasting/calendar/join-holidays.ts';
import type { SchoolHoliday } from '../../../forecasting/domain/records.ts';

const holiday = (zone: string, name: string, firstDay: string, lastDay: string): SchoolHoliday => ({
  zone,
  name,
  firstDay,
  lastDay,
});
const autumn = (zone: string) => holiday(zone, 'Toussaint', '2017-10-21', '2017-11-05');
const published = [
  autumn('A'),
  holiday('A', 'Hiver', '2018-02-10', '2018-02-25'),
  autumn('B'),
  holiday('B', 'Hiver', '2018-02-24', '2018-03-11'),
  holiday('B', 'Toussaint', '2018-10-20', '2018-11-04'),
  autumn('C'),
  holiday('C', 'Hiver', '2018-02-17', '2018-03-04'),
];
const ofZone = (zone: string) => published.filter((one) => one.zone === zone);
const own = (zone: string) => holiday(zone, 'Vacances d’automne', '2017-10-19', '2017-11-01');

test('nothing imported: the published ones of the zone', () => {
  expect(joinHolidays([], published, { chosen: 'C', inferred: 'A' })).toEqual(ofZone('C'));
  expect(joinHolidays([], published, { chosen: null, inferred: 'A' })).toEqual(ofZone('A'));
});

test('no zone: what A, B and C share', () => {
  expect(joinHolidays([], published, { chosen: null, inferred: null })).toEqual([
    holiday('A, B, C', 'Toussaint', '2017-10-21', '2017-11-05'),
    holiday('A, B, C', 'Hiver', '2018-02-24', '2018-02-25'),
  ]);
});

test('an imported period stands for its whole school year', () => {
  expect(joinHolidays([own('B')], published, { chosen: null, inferred: null })).toEqual([
    own('B'),
    holiday('B', 'Toussaint', '2018-10-20', '2018-11-04'),
  ]);
});

test('the calendar of a file keeps its own name in the years that are filled', () => {
  expect(joinHolidays([own('Ma ville')], published, { chosen: null, inferred: 'B' })).toEqual([
    own('Ma ville'),
    holiday('Ma ville', 'Toussaint', '2018-10-20', '2018-11-04'),
  ]);
});

test('of several imported zones the chosen one counts; else each goes on as itself', () => {
  const imported = [own('A'), own('B')];
  expect(joinHolidays(imported, published, { chosen: 'A', inferred: null })).toEqual([own('A')]);
  expect(joinHolidays(imported, published, { chosen: null, inferred: 'A' })).toEqual([
    own('A'),
    own('B'),
    holiday('B', 'Toussaint', '2018-10-20', '2018-11-04'),
  ]);
});

test('a zone chosen against the file fills the years that the file leaves out', () => {
  expect(joinHolidays([own('C')], published, { chosen: 'B', inferred: null })).toEqual([
    own('C'),
    holiday('C', 'Toussaint', '2018-10-20', '2018-11-04'),
  ]);
});
