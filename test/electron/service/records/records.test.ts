import { join } from 'node:path';
import { openDatabase } from '../../../../db/open.ts';
import { addVersions } from '../../../../db/orders.ts';
import { readServings } from '../../../../db/servings.ts';
import type { Input } from '../../../../electron/api/contract.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { ModelCache } from '../../../../electron/service/models/model-cache.ts';
import { dump } from '../../../db/support/database.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { attendanceCsv, menusCsv } from '../../canteen-files.ts';
import { error, servicesUnder, testToday, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
/** A Monday after the last day of the file, before today. */
const date = '2026-01-12';

async function opened(name: string) {
  const service = serviceOn(name);
  const files = [
    writeUnder(folder, `${name}-a.csv`, attendanceCsv('2025-09-01', '2025-12-12')),
    writeUnder(folder, `${name}-m.csv`, menusCsv),
  ];
  const registered = await Promise.all(files.map((path) => service.registerFile(path, path)));
  const tickets = registered.map(({ ticket }) => ticket);
  await value(service, 'imports.run', { tickets });
  const sites = await value(service, 'sites.list', {});
  const site = sites.find(({ name: of }) => of === 'LES TILLEULS');
  return { service, siteId: site?.id ?? 0 };
}

const rowOf = async ({ service, siteId }: Awaited<ReturnType<typeof opened>>) =>
  (await value(service, 'records.day', { date })).find((row) => row.siteId === siteId);

const contents = (name: string) => {
  const db = openDatabase(databaseFile(join(folder, name)), { readonly: true });
  const rows = dump(db).filter((row) => !/^(edit_row|order_site|site_name) /.test(row));
  db.close();
  return rows;
};

test('a day is entered, read again and taken back to the letter', async () => {
  const at = await opened('loop');
  const { service, siteId } = at;
  expect(await rowOf(at)).toMatchObject({ state: 'open', children: null, ordered: null, dishes: [] });
  const before = contents('loop');
  const entry = {
    siteId,
    date,
    children: 118,
    adults: 6,
    secondHelpings: 3,
    prepared: 126,
    left: 2,
    reason: 'class-away' as const,
    note: 'CE2 en sortie',
    dishes: [
      { dish: 'hachis PARMENTIER', prepared: 126, left: 6, thrown: 4, reused: 2 },
      { dish: 'Compote', prepared: 100, ranOutAt: '12:40' },
    ],
  };
  const result = await service.call('records.save', { entries: [entry] }, { language: 'fr' });
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value).toMatchObject([{ siteId, date, changed: 14, findings: [] }]);
  expect(await rowOf(at)).toMatchObject({
    state: 'complete',
    children: 118,
    manual: true,
    served: { A: 6 },
    seconds: { children: 3 },
    prepared: 126,
    left: 2,
    reason: 'class-away',
    note: 'CE2 en sortie',
    dishes: [
      { dish: 'Compote', prepared: 100, ranOut: true, ranOutAt: '12:40' },
      { dish: 'Hachis parmentier', prepared: 126, left: 6, thrown: 4, reused: 2, ranOut: false },
    ],
  });
  const db = openDatabase(databaseFile(join(folder, 'loop')), { readonly: true });
  // Demand of a dish that ran out is at least what was served: nothing left of all that was prepared.
  expect(readServings(db)).toEqual([
    { siteId, date, dish: 'Compote', served: 100, prepared: 100, left: 0, adults: 6 },
    { siteId, date, dish: 'Hachis parmentier', served: 120, prepared: 126, left: 6, adults: 6 },
  ]);
  db.close();
  // A month has the same rows; of its days to come nothing is said.
  const month = await value(service, 'records.month', { siteId, month: '2026-01' });
  expect(month.map((row) => row.date).slice(0, 2)).toEqual(['2026-01-01', '2026-01-02']);
  expect(month).toHaveLength(31);
  expect(month[11]).toEqual(await rowOf(at));
  expect(month.filter(({ findings }) => findings.length > 0)).toEqual([]);
  expect(await error(service, 'records.month', { siteId: 99, month: '2026-01' })).toMatchObject({
    kind: 'not-found',
  });
  const again = await value(service, 'records.save', { entries: [{ siteId, date, children: 119, left: 4 }] });
  expect(again).toMatchObject([{ changed: 2 }]);
  expect(await value(service, 'records.history', { siteId, date })).toMatchObject([
    { dish: '', field: 'children', value: 118 },
    { dish: '', field: 'left', value: 2 },
  ]);
  const edit = result.edit ?? 0;
  await value(service, 'edits.step', { edits: [edit, edit + 1], way: 'undo' });
  expect(contents('loop')).toEqual(before);
  expect(await value(service, 'records.history', { siteId, date })).toEqual([]);
}, 60_000);

test('what is right is kept, what cannot be is refused beside its field', async () => {
  const at = await opened('bad');
  const { service, siteId } = at;
  const [odd, ahead, ofFile] = await value(service, 'records.save', {
    entries: [
      { siteId, date, children: 400, dishes: [{ dish: 'Compote', prepared: 90, left: 95, ranOut: true }] },
      { siteId, date: '2026-01-20', children: 100 },
      { siteId, date: '2025-12-12', children: 3, adults: 4 },
    ],
  });
  expect(odd?.findings.map(({ field, code }) => `${field} ${code}`)).toEqual([
    'served above-usual',
    'dishes.0.left left-above-prepared',
    'dishes.0.ranOut ran-out-with-left',
  ]);
  expect(odd?.changed).toBe(4);
  expect(odd?.findings[0]?.message).toMatch(/^400\u202f\? D’habitude \d+ à \d+/);
  expect(ahead).toMatchObject({
    changed: 0,
    findings: [{ field: 'date', code: 'future', severity: 'refused' }],
  });
  expect(ofFile).toMatchObject({
    changed: 2,
    findings: [{ field: 'served', code: 'below-usual', severity: 'check' }],
  });
  expect((await rowOf(at))?.state).toBe('check');
  const checked: Input<'records.check'> = { entries: [{ siteId, date, left: 5, prepared: 3 }] };
  const before = contents('bad');
  expect(await value(service, 'records.check', checked)).toMatchObject([
    { changed: 0, findings: expect.arrayContaining([expect.objectContaining({ field: 'left' })]) },
  ]);
  expect(contents('bad')).toEqual(before);
  expect(
    await error(service, 'records.save', { entries: [{ siteId, date, dishes: [{ dish: 'Poulte' }] }] }),
  ).toMatchObject({
    kind: 'not-found',
  });
  expect(await error(service, 'records.save', { entries: [{ siteId, date, children: -1 }] })).toMatchObject({
    kind: 'invalid-input',
  });
}, 60_000);

test('the head count stands in only where somebody says so, and is never learned from', async () => {
  const at = await opened('estimate');
  const { service, siteId } = at;
  await value(service, 'orders.headCount', { siteId, date: testToday, counts: { all: 110 } });
  const row = async () =>
    (await value(service, 'records.day', { date: testToday })).find((one) => one.siteId === siteId);
  expect(await row()).toMatchObject({ headCount: 110, children: null, state: 'open' });
  const entry = { siteId, date: testToday };
  await value(service, 'records.save', { entries: [{ ...entry, estimated: true }] });
  expect(await row()).toMatchObject({ headCount: 110, children: null, state: 'estimated' });
  await value(service, 'records.save', { entries: [{ ...entry, children: 104 }] });
  expect(await row()).toMatchObject({ children: 104, state: 'complete' });
}, 60_000);

test('what is odd can be said to be true, until the children change; what contradicts itself cannot', async () => {
  const at = await opened('sure');
  const { service, siteId } = at;
  const save = (entry: Partial<Input<'records.save'>['entries'][number]>) =>
    value(service, 'records.save', { entries: [{ siteId, date, ...entry }] });
  await save({ children: 400 });
  expect(await rowOf(at)).toMatchObject({
    state: 'check',
    findings: [{ code: 'above-usual', canBeTrue: true }],
  });
  await save({ sure: true });
  expect(await rowOf(at)).toMatchObject({ state: 'complete', findings: [] });
  await save({ prepared: 10, left: 12 });
  expect(await rowOf(at)).toMatchObject({
    state: 'check',
    findings: [{ code: 'left-above-prepared', canBeTrue: false }],
  });
  await save({ left: 2, children: 410 });
  expect(await rowOf(at)).toMatchObject({ state: 'check', findings: [{ code: 'above-usual' }] });
}, 60_000);

const version = {
  version: 1,
  quantity: 120,
  source: 'recommended',
  reason: '',
  by: null,
  automatic: false,
  at: '2026-01-09T09:00',
  recommended: 120,
  mean: 116,
  low: 110,
  median: 116,
  high: 123,
  serviceLevel: 0.8,
  asOf: '2026-01-08',
  model: 'regression',
  contributions: [],
} as const;

test('the days that ordered and have no count are the open ones', async () => {
  const at = await opened('open');
  const { service, siteId } = at;
  const open = async () => (await value(service, 'app.state', {})).openRecordDays;
  expect(await open()).toEqual([]);
  const db = openDatabase(databaseFile(join(folder, 'open')));
  addVersions(db, [{ siteId, date, order: version }]);
  db.close();
  expect(await open()).toEqual([date]);
  await value(service, 'records.save', { entries: [{ siteId, date, estimated: true }] });
  expect(await open()).toEqual([]);
  await value(service, 'records.save', { entries: [{ siteId, date, estimated: null }] });
  expect(await open()).toEqual([date]);
  await value(service, 'records.save', { entries: [{ siteId, date, children: 117 }] });
  expect(await open()).toEqual([]);
}, 120_000);

test('classes entered one after the other add up, and a class alone says nothing of the whole', async () => {
  const at = await opened('classes');
  const { service, siteId } = at;
  await value(service, 'sites.update', { siteId, kind: 'M/E' });
  const enter = (childrenByClass: object) =>
    value(service, 'records.save', { entries: [{ siteId, date, childrenByClass }] });
  await enter({ M: 17 });
  expect(await rowOf(at)).toMatchObject({ children: null });
  await enter({ E: 29 });
  expect(await rowOf(at)).toMatchObject({ children: 46 });
  await enter({ M: 18 });
  expect(await rowOf(at)).toMatchObject({ children: 47 });
  const secondHelpingsByClass = { M: 2, E: 5 };
  await value(service, 'records.save', { entries: [{ siteId, date, secondHelpingsByClass }] });
  expect(await rowOf(at)).toMatchObject({ children: 47, seconds: { M: 2, E: 5 } });
});

test('more than 600 g thrown for each diner is asked about: portions weigh what the kitchen’s portions do', async () => {
  const at = await opened('thrown');
  const { service, siteId } = at;
  const save = (thrown: number) =>
    value(service, 'records.save', {
      entries: [
        {
          siteId,
          date,
          children: 118,
          dishes: [{ dish: 'Hachis parmentier', prepared: 900, left: 800, thrown }],
        },
      ],
    });
  const codes = (saved: Awaited<ReturnType<typeof save>>) => saved[0]?.findings.map(({ code }) => code);
  expect(codes(await save(40))).not.toContain('much-thrown');
  expect(codes(await save(800))).toContain('much-thrown');
  const { findings = [], state } = (await rowOf(at)) ?? {};
  expect(state).toBe('check');
  // 800 portions of a cooked dish for 118 children.
  const [found] = findings.filter(({ code }) => code === 'much-thrown');
  expect(Number(found?.values.perDiner)).toBeGreaterThan(600);
  expect(Number(found?.values.kilograms) * 1000).toBeCloseTo(Number(found?.values.perDiner) * 118, -2);
}, 60_000);

test('an entry is checked without a look at the records of all sites, against the past of its own', async () => {
  const { service, siteId } = await opened('own-past');
  const history = jest.spyOn(ModelCache.prototype, 'history');
  const check = async (children: number) =>
    (await value(service, 'records.check', { entries: [{ siteId, date, children }] }))[0]?.findings.map(
      ({ code }) => code,
    );
  expect(await check(118)).toEqual([]);
  expect(await check(700)).not.toEqual([]);
  expect(history).not.toHaveBeenCalled();
  history.mockRestore();
});

test('a site with a secondary class counts it apart, and a part of its children is no whole', async () => {
  const at = await opened('secondary');
  const { service, siteId } = at;
  const diners = { siteId, kitchenId: null, shares: { M: 0, E: 0.6, C: 0.4, A: 0 }, adults: 0 };
  const rest = { diets: { noPork: 0, vegetarian: 0, allergy: 0 }, samples: 0, note: '' };
  const entry = { type: 'guests', diners: { ...diners, ...rest } } as const;
  await value(service, 'catalogue.save', { entries: [entry] });
  expect(await rowOf(at)).toMatchObject({ classes: ['E', 'C'] });
  const enter = (entry: object) => value(service, 'records.save', { entries: [{ siteId, date, ...entry }] });
  await enter({ childrenByClass: { C: 30 }, secondHelpingsByClass: { C: 4 } });
  expect(await rowOf(at)).toMatchObject({ children: null, served: { C: 30 }, seconds: { C: 4 } });
  await enter({ childrenByClass: { E: 50 } });
  expect(await rowOf(at)).toMatchObject({ children: 80, classes: ['E', 'C'] });
});
