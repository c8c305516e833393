import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, importing, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const service = servicesUnder(folder)('year');
const own = [
  'description;population;start_date;end_date;location;zones;annee_scolaire',
  "Vacances d'Hiver;-;2026-02-14;2026-03-02;Rennes;Zone B;2025-2026",
  '',
].join('\n');

test('the school year of today, of a chosen zone, from the built-in calendar', async () => {
  await value(service, 'settings.save', { zone: 'C' });
  const year = await value(service, 'calendar.year', {});
  expect(year).toMatchObject({ schoolYear: 2025, zone: { zone: 'C', inferred: false }, region: 'metropole' });
  // As published for 2025-2026, zone C: classes end on 20 February and begin again on 9 March.
  expect(year.holidays).toContainEqual({
    zone: 'C',
    name: 'Vacances d’Hiver',
    firstDay: '2026-02-21',
    lastDay: '2026-03-08',
    imported: false,
    manual: false,
    guessed: false,
  });
  expect(year.publicHolidays.map(({ date }) => date)).toEqual([
    '2025-08-15',
    '2025-11-01',
    '2025-11-11',
    '2025-12-25',
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
  ]);
  expect(year.publicHolidays[1]?.name).toBe('Toussaint');
});

test('another year, of another region', async () => {
  await value(service, 'settings.save', { publicHolidays: 'alsace-moselle' });
  const { schoolYear, region, publicHolidays } = await value(service, 'calendar.year', { schoolYear: 2016 });
  expect([schoolYear, region, publicHolidays.length]).toEqual([2016, 'alsace-moselle', 13]);
});

test('imported holidays are told from built-in ones', async () => {
  await value(service, 'settings.save', { zone: 'auto' });
  await importing(service, folder, 'vacances.csv', own);
  const { zone, holidays } = await value(service, 'calendar.year', {});
  expect(zone).toEqual({ zone: 'B', inferred: true });
  expect(holidays.filter(({ imported }) => imported)).toMatchObject([
    { firstDay: '2026-02-14', lastDay: '2026-03-01' },
  ]);
});

test('no such year', async () => {
  expect(await error(service, 'calendar.year', { schoolYear: 20_256 })).toMatchObject({
    kind: 'invalid-input',
  });
});
