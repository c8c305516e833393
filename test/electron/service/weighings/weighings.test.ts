import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { migrate } from '../../../../db/migrations/migrate.ts';
import { migrations } from '../../../../db/migrations/migrations.ts';
import { openDatabase } from '../../../../db/open.ts';
import type { Input } from '../../../../electron/api/contract.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { dump } from '../../../db/support/database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
/** A Monday to a Friday before today. */
const period = { from: '2026-01-05', to: '2026-01-09' };

async function opened(name: string) {
  const service = serviceOn(name);
  const added = await value(service, 'sites.add', {
    name: 'Les Tilleuls',
    kind: 'E',
    capacity: 130,
    enrolled: 120,
  });
  const siteId = added.id;
  const { id } = await value(service, 'weighings.saveCampaign', { id: null, siteId, ...period });
  return { service, siteId, id };
}

const contents = (name: string) => {
  const db = openDatabase(databaseFile(join(folder, name)), { readonly: true });
  const rows = dump(db).filter((row) => !/^edit_row /.test(row));
  db.close();
  return rows;
};

const kilo = (
  source: 'preparation' | 'unserved' | 'plates',
  part: 'edible' | 'inedible',
  gross: number,
  tare = 0,
) => ({
  source,
  part,
  gross,
  tare,
});

test('the form’s worked example, from gross weights to both numbers, and back by undo', async () => {
  const { service, id } = await opened('example');
  const before = contents('example');
  const masses = [
    kilo('preparation', 'edible', 1900, 700),
    kilo('preparation', 'inedible', 3400),
    { ...kilo('unserved', 'edible', 3000), part: 'main' as const },
    { ...kilo('unserved', 'edible', 1500), part: 'bread' as const },
    kilo('unserved', 'inedible', 200),
    kilo('plates', 'edible', 6100),
    kilo('plates', 'inedible', 1100),
  ];
  const input = { campaignId: id, date: '2026-01-06', prepared: 118, distributed: 110, masses };
  const result = await service.call('weighings.saveDay', input, { language: 'fr' });
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value.findings).toEqual([]);
  const [campaign] = await value(service, 'weighings.list', {});
  expect(campaign?.figures).toMatchObject({ days: 1, total: 16_500, edible: 11_800, totalOfForm1b: 15_300 });
  expect(campaign?.figures.perCover?.toFixed(1)).toBe('107.3');
  expect(campaign?.figures.perCoverOfMaCantine?.toFixed(1)).toBe('150.0');
  expect(campaign?.days[0]?.masses).toContainEqual({
    bins: [],
    source: 'preparation',
    part: 'edible',
    gross: 1900,
    tare: 700,
    net: 1200,
  });
  expect(Object.keys(campaign?.maCantine ?? {}).slice(0, 6)).toEqual([
    'periodStartDate',
    'periodEndDate',
    'mealCount',
    'totalMass',
    'isSortedBySource',
    'preparationTotalMass',
  ]);
  expect(campaign?.maCantineFindings).toEqual([]);
  await value(service, 'edits.step', { edits: [result.edit ?? 0], way: 'undo' });
  expect(contents('example')).toEqual(before);
  await value(service, 'edits.step', { edits: [result.edit ?? 0], way: 'redo' });
  const removed = await service.call('weighings.removeCampaign', { id }, { language: 'fr' });
  if (!removed.ok) throw new Error(removed.error.message);
  expect(await value(service, 'weighings.list', {})).toEqual([]);
  await value(service, 'edits.step', { edits: [removed.edit ?? 0], way: 'undo' });
  expect((await value(service, 'weighings.list', {}))[0]?.figures).toMatchObject({ total: 16_500 });
});

test('what is wrong is said at its field, what is right is kept', async () => {
  const { service, siteId, id } = await opened('bad');
  const campaign = (from: string, to: string) => ({ id: null, siteId, from, to });
  expect(await error(service, 'weighings.saveCampaign', campaign('2026-01-09', '2026-01-16'))).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('Une autre campagne de ce site'),
  });
  expect(await error(service, 'weighings.saveCampaign', campaign('2026-01-13', '2026-01-12'))).toMatchObject({
    kind: 'refused',
  });
  const short = await value(service, 'weighings.saveCampaign', campaign('2026-01-12', '2026-01-14'));
  expect(short.findings.map(({ code }) => code)).toEqual(['few-days']);
  const day = { campaignId: id, date: '2026-01-06', distributed: 110 };
  const { findings } = await value(service, 'weighings.saveDay', {
    ...day,
    masses: [
      kilo('plates', 'edible', 12_000_000),
      kilo('unserved', 'edible', 500, 700),
      kilo('unserved', 'inedible', 200),
    ],
  });
  expect(findings.map(({ field, code }) => `${field} ${code}`)).toEqual([
    'plates.edible maybe-grams',
    'unserved.edible tare-above-gross',
  ]);
  expect(findings[0]?.message).toContain('12\u00a0kg');
  const [, first] = await value(service, 'weighings.list', {});
  expect(first?.days[0]?.masses.map(({ source, part }) => `${source} ${part}`)).toEqual([
    'plates edible',
    'unserved inedible',
  ]);
  expect(await error(service, 'weighings.saveDay', { ...day, date: '2026-01-10' })).toMatchObject({
    kind: 'refused',
  });
  expect(await error(service, 'weighings.saveDay', { ...day, campaignId: 99 })).toMatchObject({
    kind: 'not-found',
  });
});

test('what was weighed of meals not served stands beside the record of the day', async () => {
  const { service, siteId, id } = await opened('beside');
  await value(service, 'weighings.saveDay', {
    ...{ campaignId: id, date: '2026-01-06', distributed: 110 },
    masses: [
      kilo('plates', 'edible', 6_100),
      kilo('unserved', 'edible', 5_200, 700),
      kilo('unserved', 'inedible', 200),
    ],
  });
  const weighedOn = async (date: string) =>
    (await value(service, 'records.day', { date })).find((row) => row.siteId === siteId)?.leftWeighed;
  expect(await weighedOn('2026-01-06')).toBe(4_700);
  expect(await weighedOn('2026-01-07')).toBeNull();
});

test('containers are kept as a list', async () => {
  const { service } = await opened('tares');
  const tares = [
    { name: 'Bac GN 1/1', grams: 1250 },
    { name: 'Seau', grams: 400 },
  ];
  await value(service, 'weighings.saveTares', { tares });
  expect(await value(service, 'weighings.tares', {})).toEqual(tares);
});

test('a database before version 410 keeps its rows', () => {
  const path = join(folder, 'before.sqlite');
  const old = new BetterSqlite3(path);
  migrate(
    old,
    migrations.filter(({ version }) => version < 410),
  );
  old.exec(`INSERT INTO order_site (name, folded, kind) VALUES ('Lilas', 'lilas', 'E');
    INSERT INTO meal_value (date, order_site_id, folded, field, dish, number, at)
    VALUES ('2026-01-05', 1, '', 'left', '', 3, '2026-01-05T14:00')`);
  const rows = (db: unknown) => dump(db as never).filter((row) => /^(order_site|meal_value) /.test(row));
  const before = rows(old);
  old.close();
  const db = openDatabase(path);
  expect(rows(db)).toEqual(before);
  db.close();
});

test('containers make up a weight; half a day and half a source do not count, and the period ends with the last that does', async () => {
  const { service, id } = await opened('bins');
  const bins = [
    { name: 'Bac GN 1/1', tare: 2400, gross: 5350 },
    { name: 'Bac GN 1/2', tare: 1250, gross: 2050 },
    { name: 'Seau blanc', tare: 700, gross: 1400 },
  ];
  const save = (date: string, distributed: number, masses: Input<'weighings.saveDay'>['masses'] = []) =>
    value(service, 'weighings.saveDay', { campaignId: id, date, distributed, masses });
  const whole = [
    kilo('preparation', 'edible', 1200),
    kilo('preparation', 'inedible', 3400),
    kilo('unserved', 'inedible', 200),
    kilo('plates', 'edible', 6100),
    kilo('plates', 'inedible', 1100),
  ];
  await save('2026-01-05', 110, [...whole, { source: 'unserved', part: 'edible', gross: 0, bins }]);
  await save('2026-01-06', 100, whole.slice(0, 2));
  await save('2026-01-08', 100, [...whole, kilo('unserved', 'edible', 4500)].slice(1));
  const [campaign] = await value(service, 'weighings.list', {});
  expect(campaign?.dates).toEqual(
    ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09'].filter((d) =>
      campaign?.dates.includes(d),
    ),
  );
  expect(campaign?.days[0]?.masses.find(({ source }) => source === 'unserved')).toMatchObject({
    part: 'edible',
    gross: 8800,
    tare: 4350,
    net: 4450,
    bins,
  });
  expect(campaign?.figures).toMatchObject({ days: 1, leftOut: ['2026-01-06', '2026-01-08'], total: 16450 });
  expect(campaign?.maCantine).toMatchObject({
    periodEndDate: '2026-01-05',
    mealCount: 110,
    totalMass: 16.45,
  });
});

test('the sheet to print has a page a day with the tares, and only the weighings that are the site’s', async () => {
  const { service, id, siteId } = await opened('paper');
  await value(service, 'weighings.saveTares', { tares: [{ name: 'Seau <blanc>', grams: 700 }] });
  const sheet = await value(service, 'weighings.sheet', { campaignId: id, format: 'html' });
  expect(sheet.fileName).toBe('pesee-2026-01-05-2026-01-09-les-tilleuls.html');
  expect(sheet.body.match(/<article/g)?.length).toBe(4);
  expect(sheet.body).toContain('Seau &lt;blanc&gt;');
  expect(sheet.body).toContain('Déchets de la préparation');
  const proposed = await value(service, 'weighings.propose', { siteId });
  expect(proposed).toMatchObject({
    from: '2026-01-15',
    kitchen: null,
    sources: ['preparation', 'unserved', 'plates'],
  });
  await value(service, 'weighings.saveCampaign', { id, siteId, ...period, sources: ['unserved', 'plates'] });
  const own = await value(service, 'weighings.sheet', { campaignId: id, date: '2026-01-06', format: 'html' });
  expect(own.body.match(/<article/g)?.length).toBe(1);
  expect(own.body).toContain('Pesé ailleurs, pas sur cette feuille\u00a0: Déchets de la préparation.');
});

test('a weight before its meals, and one on record: 12,000 kg is asked about either way', async () => {
  const { service, id } = await opened('grams');
  const day = { campaignId: id, date: '2026-01-06' };
  const heavy = { ...day, masses: [kilo('plates', 'edible', 12_000_000)] };
  expect((await value(service, 'weighings.saveDay', heavy)).findings).toMatchObject([
    { field: 'plates.edible', code: 'maybe-grams', severity: 'check' },
  ]);
  const onRecord = async () => (await value(service, 'weighings.list', {}))[0]?.days[0]?.findings ?? [];
  expect((await onRecord()).map(({ field, code }) => `${field} ${code}`)).toEqual([
    'plates.edible maybe-grams',
  ]);
  await value(service, 'weighings.saveDay', { ...day, masses: [kilo('plates', 'edible', 12_000)] });
  expect(await onRecord()).toEqual([]);
});

test('the yearly questions are answered from what is on record, the others are not', async () => {
  const { service, siteId } = await opened('yearly');
  const asked = (year: number) => value(service, 'weighings.yearly', { siteId, year });
  expect(await asked(2026)).toEqual({
    ...{ days: 0, firstDay: null, lastDay: null, children: 0, adults: 0, reused: 0 },
    vegetarian: { weeks: 0, vegetarian: 0, unsure: 0, answer: null },
  });
  const menu = (date: string, main: string) =>
    value(service, 'menus.save', {
      ...{ date, siteId: null },
      dishes: [
        { dish: main, course: 'main', choice: null },
        { dish: 'Compote', course: 'dessert', choice: null },
      ],
    });
  await menu('2026-01-05', 'Steak haché');
  await menu('2026-01-06', 'Lasagnes de légumes');
  await menu('2026-01-12', 'Omelette');
  await menu('2026-01-13', 'Poisson pané');
  await value(service, 'records.save', {
    entries: [
      {
        ...{ siteId, date: '2026-01-05', children: 100, adults: 8 },
        dishes: [{ dish: 'Compote', prepared: 110, left: 5, reused: 3 }],
      },
      { siteId, date: '2026-01-06', children: 104 },
      { siteId, date: '2025-12-18', children: 90 },
    ],
  });
  expect(await asked(2026)).toMatchObject({
    ...{ days: 2, firstDay: '2026-01-05', lastDay: '2026-01-06', children: 204, adults: 8, reused: 3 },
    vegetarian: { weeks: 2, vegetarian: 2, unsure: 0, answer: 'MID' },
  });
  expect(await asked(2025)).toMatchObject({ days: 1, children: 90, adults: 0 });
});
