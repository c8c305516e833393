import builtIn from '../../../assets/calendar/school-holidays.json';
import { addDays, toDay, weekday } from '../../../forecasting/calendar/day.ts';
import { inferZone, type ServedDay } from '../../../forecasting/calendar/infer-zone.ts';

/** Ten sites that serve on the school days of a zone, some of which are not recorded. */
function servedIn(
  zone: string,
  from: string,
  to: string,
  isRecorded: (date: string) => boolean = () => true,
) {
  const off = builtIn.filter((holiday) => holiday.zone === zone);
  const served: ServedDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const isOff = off.some(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);
    if (!isOff && [1, 2, 4, 5].includes(weekday(toDay(date))) && isRecorded(date)) {
      served.push({ day: toDay(date), sites: 10 });
    }
  }
  return served;
}

test.each(['A', 'B', 'C', 'Corse', 'Réunion', 'Guyane', 'Nouvelle Calédonie'])(
  'two school years tell zone %s',
  (zone) => {
    expect(inferZone(servedIn(zone, '2021-09-06', '2023-06-30'), builtIn)).toBe(zone);
  },
);

test('the last published year is enough, though not all zones publish it', () => {
  expect(inferZone(servedIn('B', '2025-09-01', '2026-03-31'), builtIn)).toBe('B');
});

test('before the winter holidays A, B and C cannot be told apart', () => {
  expect(inferZone(servedIn('B', '2025-09-01', '2026-02-06'), builtIn)).toBeNull();
});

test('slips of the pen and a month without records do not change the zone', () => {
  const kept = servedIn('C', '2022-09-05', '2024-06-28', (date) => !date.startsWith('2023-03'));
  const slips = ['2022-12-26', '2023-02-23', '2024-04-09'].map((date) => ({ day: toDay(date), sites: 1 }));
  const served = [...kept, ...slips].sort((a, b) => a.day - b.day);
  expect(inferZone(served, builtIn)).toBe('C');
});

test('no records from January to June: their silence says nothing', () => {
  const served = servedIn(
    'A',
    '2024-09-02',
    '2025-06-30',
    (date) => date < '2025-01-20' || date > '2025-06-15',
  );
  expect(inferZone(served, builtIn)).toBeNull();
});

test('sites that serve in all holidays are in no zone', () => {
  const served = servedIn('none', '2022-09-05', '2024-06-28');
  expect(inferZone(served, builtIn)).toBeNull();
});

test('years that only Corsica publishes are compared with nothing', () => {
  expect(inferZone(servedIn('Corse', '2012-09-03', '2015-06-30'), builtIn)).toBeNull();
});

test('nothing served, nothing published', () => {
  expect(inferZone([], builtIn)).toBeNull();
  expect(inferZone(servedIn('A', '2022-09-05', '2023-06-30'), [])).toBeNull();
});
