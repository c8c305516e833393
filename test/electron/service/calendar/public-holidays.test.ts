import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { error, importing, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const service = servicesUnder(folder)('public-holidays');

beforeAll(async () => {
  await importing(service, folder, 'frequentation.csv', attendanceCsv('2025-09-01', '2026-01-13'));
});
afterEach(() => value(service, 'settings.save', { zone: 'auto', publicHolidays: 'auto' }));

const day = async (date: string) => {
  const { days, rows } = await value(service, 'plan.week', { from: date, to: date });
  return { ...days[0], orders: rows.length };
};

test('on Good Friday the canteens of mainland France serve, those of Alsace and Moselle do not', async () => {
  const goodFriday = '2026-04-03';
  expect(await day(goodFriday)).toMatchObject({ closed: null, orders: 2 });
  const heard: string[] = [];
  const unsubscribe = service.subscribe(({ type }) => heard.push(type));
  const settings = await value(service, 'settings.save', { publicHolidays: 'alsace-moselle' });
  unsubscribe();
  expect(settings.publicHolidays).toBe('alsace-moselle');
  expect(heard).toEqual(['changed']);
  expect(await day(goodFriday)).toMatchObject({
    closed: 'public-holiday',
    label: 'Vendredi saint',
    orders: 0,
  });
});

test('an overseas zone brings the public holidays of its own, unless others are chosen', async () => {
  const abolition = '2026-05-22';
  await value(service, 'settings.save', { zone: 'Martinique' });
  expect(await day(abolition)).toMatchObject({
    closed: 'public-holiday',
    label: 'Abolition de l’esclavage',
    orders: 0,
  });
  await value(service, 'settings.save', { publicHolidays: 'metropole' });
  expect(await day(abolition)).toMatchObject({ closed: null, orders: 2 });
});

test('a region that does not exist is refused', async () => {
  const refusal = await error(service, 'settings.save', { publicHolidays: 'bretagne' });
  expect(refusal).toMatchObject({
    kind: 'invalid-input',
    message: expect.stringContaining('jours fériés'),
  });
});
