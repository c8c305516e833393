import { join } from 'node:path';
import Database from 'better-sqlite3';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, importing, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
const menus = (...rows: readonly string[]) => ['Date;Rang;Plat', ...rows, ''].join('\n');
const september = menus(
  '01/09/2025;1;Melon',
  '01/09/2025;2;Hachis Parmentier*',
  '02/09/2025;1;hachis  parmentier BIO',
  '02/09/2025;2;Brimborion',
  '04/09/2025;1;Hachis Parmentier*',
  '04/09/2025;2;Parmentier',
);

async function opened(name: string) {
  const service = serviceOn(name);
  await importing(service, folder, 'menus.csv', september);
  return service;
}
const find = async (service: Awaited<ReturnType<typeof opened>>, key: string) =>
  (await value(service, 'dishes.list', {})).find((dish) => dish.key === key);

test('a dish is listed once, with its spellings, markers and days', async () => {
  const service = await opened('list');
  const list = await value(service, 'dishes.list', {});
  expect(list.map(({ key }) => key)).toEqual(['hachi parmentier', 'brimborion', 'melon', 'parmentier']);
  expect(list[0]).toEqual({
    key: 'hachi parmentier',
    name: 'Hachis Parmentier',
    family: 'red-meat',
    byHand: false,
    markers: ['asterisk', 'organic'],
    times: 3,
    lastServed: '2025-09-04',
    spellings: ['Hachis Parmentier*', 'hachis  parmentier BIO'].map((text) => text.replace('  ', ' ')),
    merged: [],
  });
  expect(list[1]).toMatchObject({ name: 'Brimborion', family: null });
});

test('a family said by hand is kept, for new imports too, and can be taken back', async () => {
  const service = await opened('family');
  const events: string[] = [];
  service.subscribe(({ type }) => events.push(type));
  const said = await value(service, 'dishes.correct', { key: 'brimborion', family: 'fish' });
  expect(said).toMatchObject({ key: 'brimborion', family: 'fish', byHand: true, times: 1 });
  expect(events).toContain('changed');
  await importing(service, folder, 'octobre.csv', menus('06/10/2025;1;BRIMBORIONS bio'));
  expect(await find(service, 'brimborion')).toMatchObject({ family: 'fish', byHand: true, times: 2 });
  const back = await value(service, 'dishes.correct', { key: 'brimborion', family: null });
  expect(back).toMatchObject({ family: null, byHand: false });
});

test('a dish said to be another counts as that one, for new imports too, and can be separated', async () => {
  const service = await opened('same');
  const whole = await value(service, 'dishes.correct', { key: 'parmentier', sameAs: 'hachi parmentier' });
  expect(whole).toMatchObject({
    key: 'hachi parmentier',
    name: 'Hachis Parmentier',
    times: 3,
    merged: [{ key: 'parmentier', name: 'Parmentier' }],
  });
  expect(await find(service, 'parmentier')).toBeUndefined();
  await importing(service, folder, 'octobre.csv', menus('06/10/2025;1;Parmentier', '07/10/2025;1;Melon'));
  expect(await find(service, 'hachi parmentier')).toMatchObject({ times: 4, lastServed: '2025-10-06' });
  // What is said of a merged dish is said of the dish that it is.
  const said = await value(service, 'dishes.correct', { key: 'parmentier', family: 'vegetarian' });
  expect(said).toMatchObject({ key: 'hachi parmentier', family: 'vegetarian', byHand: true });
  const own = await value(service, 'dishes.correct', { key: 'parmentier', sameAs: null });
  expect(own).toMatchObject({ key: 'parmentier', family: 'red-meat', byHand: false, times: 2 });
});

test('what makes no sense is refused, and nothing changes', async () => {
  const service = await opened('refused');
  await value(service, 'dishes.correct', { key: 'parmentier', sameAs: 'hachi parmentier' });
  const before = await value(service, 'dishes.list', {});
  const circle = await error(service, 'dishes.correct', { key: 'hachi parmentier', sameAs: 'parmentier' });
  expect(circle).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('«\u00a0Parmentier\u00a0»'),
  });
  expect(await error(service, 'dishes.correct', { key: 'melon', sameAs: 'melon' })).toMatchObject({
    kind: 'refused',
  });
  expect(await error(service, 'dishes.correct', { key: 'rutabaga', family: 'fish' })).toMatchObject({
    kind: 'not-found',
  });
  expect(await error(service, 'dishes.correct', { key: 'melon', sameAs: 'rutabaga' })).toMatchObject({
    kind: 'not-found',
  });
  const english = await error(service, 'dishes.correct', { key: 'rutabaga', family: 'fish' }, 'en');
  expect(english?.message).toBe('No dish on the menus matches “rutabaga”.');
  for (const input of [
    { key: 'melon' },
    { key: 'melon', family: 'soda' },
    { key: 'melon', family: 'fish', sameAs: null },
  ]) {
    expect(await error(service, 'dishes.correct', input)).toMatchObject({ kind: 'invalid-input' });
  }
  expect(await value(service, 'dishes.list', {})).toEqual(before);
});

test('a correction that cannot be read, or that runs in a circle, does no harm', async () => {
  const service = await opened('strange');
  const db = new Database(join(folder, 'strange', 'canteen.sqlite'));
  db.exec(`INSERT INTO dish_correction VALUES ('melon', 'Melon', 'moon food', NULL),
    ('parmentier', 'Parmentier', NULL, 'brimborion'), ('brimborion', 'Brimborion', NULL, 'parmentier')`);
  db.close();
  const list = await value(service, 'dishes.list', {});
  expect(list.find(({ key }) => key === 'melon')).toMatchObject({ family: 'fruit', byHand: false });
  expect(list.reduce((sum, { spellings }) => sum + spellings.length, 0)).toBe(5);
});
