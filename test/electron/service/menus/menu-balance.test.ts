import Papa from 'papaparse';
import { addDays } from '../../../../forecasting/calendar/day.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, importing, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

/** Every school day from 3 November 2025 on, with counts, and the same menu but for a few days. */
const days = Array.from({ length: 71 }, (_, i) => addDays('2025-11-03', i)).filter((day) => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && weekday !== 3 && (day < '2025-12-20' || day > '2026-01-04');
});
const menuOf = (day: string) =>
  day === '2026-01-08'
    ? 'Radis;Brimborion;Riz;Comté;Pomme'
    : 'Radis;Poisson pané;Frites;Comté OU Yaourt nature;Pomme';

async function opened(name: string, upTo = '2026-01-12') {
  const service = serviceOn(name);
  const served = days.filter((day) => day <= upTo);
  const attendance = ['site;date;servi', ...served.map((day) => `Les Tilleuls;${day};100`), ''].join('\n');
  const menus = [
    'Date;Entrée;Plat;Légumes;Laitage;Dessert',
    ...served.map((day) => `${day};${menuOf(day)}`),
    '',
  ];
  await importing(service, folder, 'frequentation.csv', attendance);
  await importing(service, folder, 'menus.csv', menus.join('\n'));
  return service;
}
const row = async (service: Awaited<ReturnType<typeof opened>>, criterion: number, to = '2026-01-12') => {
  const found = await value(service, 'menus.balance', { to });
  return found.rows.find((one) => one.criterion === criterion);
};

test('the last 20 served meals: a day that was closed is no meal, whatever its menu says', async () => {
  const service = await opened('closed');
  const before = await value(service, 'menus.balance', { to: '2026-01-12' });
  expect(before).toMatchObject({ meals: 20, lastDay: '2026-01-12', incomplete: [] });
  await value(service, 'closures.save', {
    closures: [{ from: '2026-01-09', siteId: null, kind: 'closure' }],
  });
  const after = await value(service, 'menus.balance', { to: '2026-01-12' });
  expect(after.meals).toBe(20);
  expect(after.rows.flatMap(({ meals }) => meals).map(({ date }) => date)).not.toContain('2026-01-09');
  expect(after.firstDay && before.firstDay && after.firstDay < before.firstDay).toBe(true);
});

test('every criterion with its meals; a choice and an unknown dish leave it open', async () => {
  const service = await opened('rows');
  expect(await row(service, 1)).toMatchObject({
    bound: 'least',
    limit: 10,
    times: 20,
    possible: 20,
    verdict: 'met',
    toCheck: true,
  });
  expect(await row(service, 13)).toMatchObject({ times: 19, possible: 20, verdict: 'not-met' });
  expect(await row(service, 5)).toMatchObject({ times: 1, possible: 20, verdict: 'depends' });
  expect((await value(service, 'menus.balance', { to: '2026-01-12' })).unknown).toEqual([
    { key: 'brimborion', name: 'Brimborion' },
  ]);
});

test('fewer than 20 served meals: no verdict', async () => {
  const service = await opened('few', '2025-11-14');
  const { meals, rows } = await value(service, 'menus.balance', { to: '2025-11-14' });
  expect(meals).toBeLessThan(20);
  expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['not-yet']));
  const empty = serviceOn('empty');
  expect(await value(empty, 'menus.balance', {})).toMatchObject({ meals: 0, firstDay: null });
});

test('what a person states of a dish counts for every spelling, is kept, and can be taken back', async () => {
  const service = await opened('stated');
  const state = (attribute: 'fried' | 'fish', has: boolean | null) =>
    value(service, 'dishes.stateAttribute', { name: 'POISSON PANÉ', attribute, has });
  expect((await row(service, 9))?.times).toBe(0);
  await state('fish', true);
  expect(await row(service, 9)).toMatchObject({ times: 19, verdict: 'met', toCheck: true });
  await value(service, 'dishes.stateAttribute', { name: 'Brimborion', attribute: 'fish', has: false });
  expect(await row(service, 9)).toMatchObject({ times: 19, possible: 19, verdict: 'met', toCheck: false });
  const records = await value(service, 'dishes.attributes', { name: 'Poisson pané' });
  expect(records.find(({ attribute }) => attribute === 'fish')).toEqual({
    attribute: 'fish',
    guessed: false,
    stated: true,
  });
  await state('fish', null);
  expect((await row(service, 9))?.times).toBe(0);
  expect(
    await error(service, 'dishes.stateAttribute', { name: '...', attribute: 'fish', has: true }),
  ).toMatchObject({ kind: 'not-found' });
});

test('the register has the served menus of three months, a section for each, choices joined', async () => {
  const service = await opened('register');
  const { body, fileName } = await value(service, 'menus.register', { to: '2026-01-12', format: 'csv' });
  expect(fileName).toBe('registre-menus-2025-10-13-2026-01-12.csv');
  const { data } = Papa.parse<string[]>(body.replace('\ufeff', ''), { delimiter: ';', skipEmptyLines: true });
  expect(data[0]).toEqual([
    'Date',
    'Entrée',
    'Plat principal',
    'Garniture',
    'Produit laitier',
    'Dessert',
    'Pain et autres',
  ]);
  expect(data).toHaveLength(days.filter((day) => day <= '2026-01-12').length + 1);
  expect(data.at(-1)).toEqual([
    '2026-01-12',
    'Radis',
    'Poisson pané',
    'Frites',
    'Comté ou Yaourt nature',
    'Pomme',
    '',
  ]);
  const page = await value(service, 'menus.register', { to: '2026-01-12', format: 'html' });
  for (const month of ['novembre 2025', 'décembre 2025', 'janvier 2026']) expect(page.body).toContain(month);
});
