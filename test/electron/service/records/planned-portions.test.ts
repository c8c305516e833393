import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../../db/open.ts';
import { saveHeadCounts } from '../../../../db/orders.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { fillOrderedTown } from '../../../support/ordered-town.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { servicesUnder, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
const date = '2026-01-09';
const menu = ['Carottes râpées', 'Hachis', 'Yaourt'];

async function town() {
  const data = join(folder, 'data');
  mkdirSync(data);
  fillOrderedTown(data, { sites: 3, from: '2026-01-05', to: date });
  const path = join(folder, 'menus.csv');
  const days = [date, '2026-01-12'];
  writeFileSync(
    path,
    `date;plat\n${days.flatMap((day) => menu.map((dish) => `${day};${dish}`)).join('\n')}\n`,
  );
  const service = serviceOn('data');
  const file = await service.registerFile(path, 'menus.csv');
  await value(service, 'imports.run', { tickets: [file.ticket], dryRun: false });
  return service;
}

test('a day’s sheet proposes what was prepared, by those who were counted, without what is kept for the laboratory', async () => {
  const service = await town();
  const sites = await value(service, 'sites.list', {});
  const [first] = sites;
  const id = first?.id ?? 0;
  const all = await value(service, 'records.planned', { date });
  expect(all.map(({ siteId, dish }) => [siteId, dish])).toEqual(
    sites.flatMap((site) => ['', ...menu].map((dish) => [site.id, dish])),
  );
  const { rows, meals } = await value(service, 'plan.dishes', { from: date, to: date });
  const bySheet = rows.map((row) => [row.siteId, row.dish, row.portions - row.samples]);
  const ofDishes = all.filter(({ dish }) => dish !== '');
  expect(ofDishes.map(({ siteId, dish, portions }) => [siteId, dish, portions])).toEqual(bySheet);
  const ofMeals = all.filter(({ dish }) => dish === '');
  expect(ofMeals.map(({ portions }) => portions)).toEqual(
    meals.map(({ children, adults }) => (children ?? 0) + adults),
  );
  expect(await value(service, 'records.planned', { date, siteId: id })).toEqual(
    all.filter(({ siteId }) => siteId === id),
  );
  const db = openDatabase(databaseFile(join(folder, 'data')));
  saveHeadCounts(db, [
    { siteId: id, date, headCount: { counts: { E: 40, A: 2 }, by: null, at: `${date}T09:00` } },
  ]);
  db.close();
  const counted = await value(service, 'records.planned', { date, siteId: id });
  expect(counted.map(({ portions }) => portions)).toEqual(['', ...menu].map(() => 42));
  // Of a day that nothing was ordered for there was no sheet, and of a site that is none nobody knows.
  expect(await value(service, 'records.planned', { date: '2026-01-12' })).toEqual([]);
  expect(await value(service, 'records.planned', { date: '2026-01-12', siteId: id })).toEqual([]);
});
