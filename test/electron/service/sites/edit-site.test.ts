import { openDatabase } from '../../../../db/open.ts';
import type { Input, Method } from '../../../../electron/api/contract.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { dump } from '../../../db/support/database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, importing, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);

const days = ['2025-12-08', '2025-12-09', '2025-12-11', '2025-12-12'];
const rows = (site: string, served: number) => days.map((date) => `E,${date},${served},${site}`);
const file = `site_type,date,reel,site_nom\n${[...rows('Les Tilleuls', 80), ...rows('Tilleuls Annexe', 20)].join('\n')}\n`;

async function opened(name: string) {
  const service = serviceOn(name);
  await importing(service, folder, `${name}.csv`, file);
  const sites = await value(service, 'sites.list', {});
  const id = (site: string) => sites.find((one) => one.name === site)?.id ?? 0;
  const edit = async <M extends Method>(method: M, input: Input<M>) => {
    const result = await service.call(method, input, { language: 'fr' });
    if (!result.ok) throw new Error(result.error.message);
    return result.edit ?? 0;
  };
  const rowsNow = () => {
    const db = openDatabase(databaseFile(`${folder}/${name}`));
    const all = dump(db).filter((row) => !row.startsWith('edit_row '));
    db.close();
    return all;
  };
  return { service, id, edit, rowsNow };
}

test('a renamed site is known by its old name to files, and keeps its orders', async () => {
  const { service, id, edit } = await opened('renamed');
  const siteId = id('Les Tilleuls');
  const date = '2026-01-15';
  await edit('orders.override', { overrides: [{ siteId, date, quantity: 77, reason: 'x' }] });
  await edit('sites.update', { siteId, name: 'Jean Moulin', sector: 'Nord', capacity: 120 });
  expect(await value(service, 'sites.details', { siteId })).toMatchObject({
    name: 'Jean Moulin',
    sector: 'Nord',
    capacity: 120,
    names: [{ name: 'Les Tilleuls', days: 4 }],
  });
  const plan = await value(service, 'plan.week', { from: date, to: date });
  expect(plan.rows.find((row) => row.siteId === siteId)?.order).toBe(77);
  await importing(
    service,
    folder,
    'next.csv',
    `site_type,date,reel,site_nom\nE,2026-01-08,81,Les Tilleuls\n`,
  );
  expect((await value(service, 'sites.list', {})).map(({ name }) => name)).toEqual([
    'Jean Moulin',
    'Tilleuls Annexe',
  ]);
  expect(await value(service, 'sites.details', { siteId })).toMatchObject({ siteDays: 5 });
});

test('a name in use, no seats, a merge with itself and an unknown site are refused', async () => {
  const { service, id } = await opened('refused');
  const siteId = id('Les Tilleuls');
  expect(await error(service, 'sites.update', { siteId, name: 'TILLEULS  annexe' })).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('déjà le nom d’un autre site'),
  });
  for (const capacity of [0, -3]) {
    expect(await error(service, 'sites.update', { siteId, capacity })).toMatchObject({
      kind: 'invalid-input',
    });
  }
  expect(await error(service, 'sites.merge', { siteId, into: siteId })).toMatchObject({ kind: 'refused' });
  expect(await error(service, 'sites.remove', { siteId: 99 })).toMatchObject({ kind: 'not-found' });
});

test('enrolment and an estimate are entered, with where they come from', async () => {
  const { service, id, edit } = await opened('enrolled');
  const siteId = id('Les Tilleuls');
  await edit('sites.update', { siteId, enrolment: { schoolYear: 2025, children: 101 }, usual: 82 });
  const details = await value(service, 'sites.details', { siteId });
  expect(details).toMatchObject({ usual: 82 });
  expect(details.enrolment).toMatchObject([
    { schoolYear: 2025, children: 101, file: null, enteredOn: '2026-01-14' },
    { schoolYear: 2024, children: null },
    { schoolYear: 2023, children: null },
  ]);
});

test('two sites become one: their counts, names and what was entered; files that name the one mean the other', async () => {
  const { service, id, edit } = await opened('merged');
  const [siteId, into] = [id('Tilleuls Annexe'), id('Les Tilleuls')];
  await edit('sites.update', { siteId, usual: 20 });
  expect(await value(service, 'sites.overlap', { siteId, into })).toEqual({ days: 4, first: days[0] });
  await edit('sites.merge', { siteId, into });
  expect(await value(service, 'sites.details', { siteId: into })).toMatchObject({
    usual: 20,
    names: [{ name: 'Tilleuls Annexe' }],
  });
  await importing(
    service,
    folder,
    'next.csv',
    `site_type,date,reel,site_nom\nE,2026-01-08,21,Tilleuls Annexe\n`,
  );
  expect((await value(service, 'sites.list', {})).map(({ name }) => name)).toEqual(['Les Tilleuls']);
});

test.each(['renamed', 'merged', 'removed', 'released'] as const)(
  'a site %s is undone to the letter',
  async (how) => {
    const { service, id, edit, rowsNow } = await opened(`undo-${how}`);
    const [siteId, into] = [id('Tilleuls Annexe'), id('Les Tilleuls')];
    await edit('orders.override', { overrides: [{ siteId, date: '2026-01-15', quantity: 17, reason: 'x' }] });
    await edit('attendance.save', { siteId, days: [{ date: days[0] ?? '', served: 22 }] });
    const before = rowsNow();
    const name = (await value(service, 'sites.details', { siteId })).names[0];
    const done =
      how === 'renamed'
        ? await edit('sites.update', { siteId, name: 'Autre', usual: 18 })
        : how === 'merged'
          ? await edit('sites.merge', { siteId, into })
          : how === 'removed'
            ? await edit('sites.remove', { siteId })
            : await edit('sites.update', { siteId, releaseName: name?.id ?? 1, capacity: 44 });
    expect(rowsNow()).not.toEqual(before);
    await value(service, 'edits.step', { edits: [done], way: 'undo' });
    expect(rowsNow()).toEqual(before);
    await value(service, 'edits.step', { edits: [done], way: 'redo' });
  },
);

test('the counts of a removed site wait under its name', async () => {
  const { service, id, edit } = await opened('waiting');
  await edit('sites.remove', { siteId: id('Tilleuls Annexe') });
  expect(await value(service, 'questions.list', {})).toMatchObject([{ name: 'Tilleuls Annexe', rows: 4 }]);
});

test('a site closed from a date is neither forecast nor missing from then on; what was recorded stays', async () => {
  const { service, id, edit, rowsNow } = await opened('closing');
  const siteId = id('Les Tilleuls');
  const [from, to] = ['2026-01-12', '2026-01-16'];
  const planned = async () =>
    (await value(service, 'plan.week', { from, to })).rows
      .filter((row) => row.siteId === siteId)
      .map(({ date }) => date);
  const all = await planned();
  expect(all.length).toBeGreaterThan(2);
  const before = rowsNow();
  const step = await edit('sites.update', { siteId, closedFrom: '2026-01-15' });
  expect(await planned()).toEqual(all.filter((date) => date < '2026-01-15'));
  const month = await value(service, 'data.coverageMonth', { siteId, month: '2026-01' });
  const dayOn = (date: string) => month.sites[0]?.days.find((one) => one.date === date);
  expect(dayOn('2026-01-16')).toMatchObject({ closed: 'not-open', expected: false });
  // Somebody stated it: it is nothing to be told again each week.
  expect((await value(service, 'plan.week', { from, to })).refused).toEqual([]);
  expect(await value(service, 'sites.details', { siteId })).toMatchObject({
    siteDays: 4,
    closedFrom: '2026-01-15',
  });
  // Opened after some of its records: nothing before is missing, and they stay.
  await edit('sites.update', { siteId, closedFrom: null, openFrom: '2025-12-11' });
  const december = await value(service, 'data.coverageMonth', { siteId, month: '2025-12' });
  const served = december.sites[0]?.days.filter((one) => one.served !== null);
  expect(served?.map(({ date, expected }) => [date.slice(8), expected])).toEqual([
    ['08', false],
    ['09', false],
    ['11', true],
    ['12', true],
  ]);
  await service.call('edits.step', { edits: [step + 1], way: 'undo' }, { language: 'fr' });
  await service.call('edits.step', { edits: [step], way: 'undo' }, { language: 'fr' });
  expect(rowsNow()).toEqual(before);
});

test('dates in the wrong order, a name of another site and an unknown kitchen are refused, and nothing is changed', async () => {
  const { service, id, rowsNow } = await opened('refused');
  const siteId = id('Les Tilleuls');
  const before = rowsNow();
  const refused = async (change: Omit<Input<'sites.update'>, 'siteId'>) =>
    (await error(service, 'sites.update', { siteId, ...change }))?.message;
  expect(await refused({ openFrom: '2026-09-01', closedFrom: '2026-07-05' })).toContain('jamais été ouvert');
  expect(await refused({ addName: 'tilleuls ANNEXE' })).toContain('désigne déjà un autre site');
  expect(await refused({ kitchenId: 7 })).toContain('cuisine');
  expect(rowsNow()).toEqual(before);
});

test('what files call a site is added by hand, and its kitchen is chosen', async () => {
  const { service, id, edit } = await opened('added');
  const siteId = id('Les Tilleuls');
  await edit('sites.update', { siteId, addName: 'TILLEULS PRIM' });
  await edit('catalogue.save', {
    entries: [{ type: 'kitchen', kitchen: { id: null, name: 'Cuisine Nord', pools: true } }],
  });
  const [kitchen] = (await value(service, 'sites.details', { siteId })).kitchens;
  await edit('sites.update', { siteId, kitchenId: kitchen?.id ?? 0 });
  expect(await value(service, 'sites.details', { siteId })).toMatchObject({
    names: [{ name: 'TILLEULS PRIM', days: 0 }],
    kitchenId: kitchen?.id,
  });
  await importing(
    service,
    folder,
    'more.csv',
    'site_type,date,reel,site_nom\nE,2026-01-08,81,Tilleuls prim\n',
  );
  expect(await value(service, 'sites.details', { siteId })).toMatchObject({ siteDays: 5 });
  const year = await value(service, 'sites.year', { siteId, schoolYear: 2025 });
  expect(year.served).toHaveLength(5);
  expect(year.breaks.length).toBeGreaterThan(0);
});
