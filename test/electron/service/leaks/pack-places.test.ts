import { saveKitchen } from '../../../../db/catalogue/kitchens.ts';
import { saveSiteDiners } from '../../../../db/catalogue/site-diners.ts';
import { importFiles } from '../../../../db/import/import-files.ts';
import { openDatabase } from '../../../../db/open.ts';
import { addVersions } from '../../../../db/orders.ts';
import { addPurchaseOrders } from '../../../../db/purchase-orders.ts';
import { listSites } from '../../../../db/sites.ts';
import type { LeaksReport } from '../../../../electron/api/records.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { excessOf } from '../../../../electron/service/leaks/cells.ts';
import { chanceDay } from '../../../../electron/service/leaks/pack-places.ts';
import { addDays, toDay, weekday } from '../../../../forecasting/calendar/day.ts';
import { rangeQuantiles } from '../../../../forecasting/leaks/excess.ts';
import { findLeaks } from '../../../../forecasting/leaks/leaks.ts';
import { seededRandom } from '../../../../forecasting/numerics/seeded.ts';
import { defaultDiners } from '../../../../forecasting/orders/site-diners.ts';
import { temporaryFolder, writeUnder } from '../../../support/temporary-folder.ts';
import { servicesUnder, value } from '../support/asking.ts';
import { leakCells, leakRows } from './leak-rows.ts';

const level = 0.8;
const sizes = [40, 70, 120];

/** Kitchens of three sites, 24 days each, ordered at the level; `alike`: share of chance that all sites share. */
function kitchens(count: number, alike: number, rounding: number) {
  const random = seededRandom(1 + Math.round(10 * alike));
  return Array.from({ length: count }, (_, i) => ({
    key: `kitchen ${i}`,
    occurrences: Array.from({ length: 24 }, (_day, n) => {
      const shared = random();
      const own = sizes.map((median, site) => {
        const demand = rangeQuantiles({ low: 0.8 * median, median, high: 1.15 * median });
        const p = random() < alike ? shared : random();
        const served = Math.round(demand.quantile(Math.min(0.9999, Math.max(0.0001, p))));
        return {
          ...{ siteId: site, date: '', key: 'pain', family: null, served, demand, level },
          ...{ prepared: null, left: null, grams: null },
        };
      });
      const needed = own.reduce((sum, { demand }) => sum + demand.quantile(level), 0);
      const date = addDays('2026-01-05', 5 * n);
      return excessOf(chanceDay(date, { portions: needed + rounding, rounding, sites: 3 }, own));
    }),
  }));
}

test('kitchens that order at their level: at most one in ten is flagged, however alike their sites are', () => {
  for (const alike of [0, 0.5, 1]) {
    const found = findLeaks(kitchens(120, alike, 0));
    expect(found.filter(({ leaks }) => leaks).length / found.length).toBeLessThanOrEqual(0.1);
  }
});

test('sacks that add 20 portions to 230 are found', () => {
  for (const alike of [0, 1]) {
    const found = findLeaks([...kitchens(40, alike, 20), ...kitchens(80, alike, 0)]);
    const flagged = (own: typeof found) => own.filter(({ leaks }) => leaks).length / own.length;
    expect(flagged(found.slice(0, 40))).toBeGreaterThanOrEqual(0.9);
    expect(flagged(found.slice(40))).toBeLessThanOrEqual(0.1);
  }
});

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
const [from, to] = ['2025-01-06', '2025-05-30'];
const range = { low: 90, median: 100, high: 110 };
/** Of yoghurt at the general level, of bread at its own. */
const [yoghurts, breads] = [level, 0.5].map((p) => 2 * Math.round(rangeQuantiles(range).quantile(p)));

/** Two kitchens of two sites each; bread every day by the sack, yoghurt by the piece of four. */
async function twoKitchens(): Promise<{ readonly nord: number }> {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if ([1, 2, 4, 5].includes(weekday(toDay(date)))) dates.push(date);
  }
  const random = seededRandom(41);
  const drawn = new Map<string, number>();
  const served = (date: string, site: number) => {
    const key = `${date} ${site}`;
    const p = Math.min(0.999, Math.max(0.001, random()));
    const meals = drawn.get(key) ?? Math.round(rangeQuantiles(range).quantile(p));
    drawn.set(key, meals);
    return meals;
  };
  const names = ['AULNE', 'BOULEAU', 'CHENE', 'HETRE'];
  const meals = dates.flatMap((date) => names.map((name, i) => `E;${date};${served(date, i)};${name}`));
  const dishes = dates.flatMap((date) =>
    names.flatMap((name, i) => [
      `E;${date};${name};Pain;${served(date, i)}`,
      `E;${date};${name};Yaourt nature;${served(date, i)}`,
    ]),
  );
  const files = [
    ['meals.csv', ['site_type;date;reel;site_nom', ...meals].join('\n')],
    ['dishes.csv', ['site_type;date;site_nom;plat;servis', ...dishes].join('\n')],
  ] as const;
  writeUnder(folder, 'data/.keep', '');
  const db = openDatabase(databaseFile(`${folder}/data`));
  importFiles(
    db,
    files.map(([name, text]) => ({ path: writeUnder(folder, name, text), name })),
    { now: '2025-07-01T09:00' },
  );
  const ids = new Map(listSites(db).map(({ id, name }) => [name, id]));
  const kitchen = (name: string, own: readonly string[]) => {
    const { saved } = saveKitchen(db, { id: null, name, pools: false });
    for (const site of own) saveSiteDiners(db, { ...defaultDiners(ids.get(site) ?? 0), kitchenId: saved.id });
    return saved.id;
  };
  const nord = kitchen('Cuisine Nord', names.slice(0, 2));
  kitchen('Cuisine Sud', names.slice(2));
  const line = (
    date: string,
    placeName: string,
    dish: string,
    key: string,
    needed: number,
    rounding: number,
  ) => ({
    ...{ ref: `${date.replaceAll('-', '')}-${placeName}-${key}`, placeName, dish, key },
    ...{ size: key === 'pain' ? 'sac de 60' : 'lot de 4', quantity: 1, unit: 'pack' as const },
    ...{
      amount: null,
      amountUnit: null,
      yield: null,
      price: key === 'pain' ? null : 40,
      deadline: null,
      asOf: addDays(date, -7),
    },
    packing: { portions: needed + rounding, rounding, sites: 2 },
  });
  addPurchaseOrders(
    db,
    dates.map((date) => {
      return {
        ...{ supplier: 'Boulanger', date, version: 1, by: null, automatic: false },
        at: `${addDays(date, -3)}T09:00`,
        lines: [
          line(date, 'Cuisine Nord', 'Pain', 'pain', breads, 18),
          line(date, 'Cuisine Nord', 'Yaourt nature', 'yaourt nature', yoghurts, 1),
          line(date, 'Cuisine Sud', 'Pain', 'pain', breads, 1),
          line(date, 'Cuisine Sud', 'Yaourt nature', 'yaourt nature', yoghurts, 1),
        ],
      };
    }),
  );
  addVersions(
    db,
    dates.flatMap((date) =>
      names.map((name) => ({
        siteId: ids.get(name) ?? 0,
        date,
        order: {
          ...{ version: 1, quantity: 105, source: 'recommended' as const, reason: '', by: null },
          ...{ automatic: false, at: `${addDays(date, -3)}T09:00`, recommended: 105, mean: 100 },
          ...{ ...range, serviceLevel: level, asOf: addDays(date, -7), contributions: [] },
          model: 'regression' as const,
        },
      })),
    ),
  );
  db.close();
  return { nord };
}

test('the planted sack is found in its kitchen, with its cause, its price and what came of a trial', async () => {
  const { nord } = await twoKitchens();
  const service = serviceOn('data');
  const firstDay = '2025-03-03';
  const input = { from: firstDay, to, of: 'dishes' as const };
  const packs = ({ leaks }: LeaksReport) => leaks.filter(({ kind }) => kind === 'pack');
  const report = await value(service, 'leaks.report', input);
  expect(report.places).toBe(4);
  const [leak, ...others] = packs(report);
  expect(others).toEqual([]);
  expect(leak).toMatchObject({ kitchenId: nord, site: 'Cuisine Nord', siteKind: null, part: 'dish pain' });
  if (!leak) throw new Error('no leak');
  expect(leak.pack).toEqual({ name: 'Pain', sizes: ['sac de 60'] });
  expect(leak.causes).toEqual([{ cause: 'pack-rounding', amount: 18 }]);
  expect(leak.mean).toBeGreaterThan(9);
  expect(leak.mean).toBeLessThan(22);
  expect(leak.days[0]).toMatchObject({ date: firstDay, ordered: 218 });
  const { body } = await value(service, 'impact.export', { from: firstDay, to, format: 'csv' });
  const cause = 'arrondi au colis entier\u00a0: 18,0';
  const { rows } = leakRows(body);
  expect(rows.filter(([site]) => site === 'Cuisine Nord')).toEqual([
    leakCells(leak, ['Pain, sac de 60', cause, 'changer de colis']),
  ]);
  const { kitchenId = 0, kind, part } = leak;
  const key = { kitchenId, kind, part };
  await value(service, 'leaks.try', { ...key, cause: 'pack-rounding', on: '2025-05-01' });
  const [tried] = packs(await value(service, 'leaks.report', input));
  expect(tried?.trial).toMatchObject({ cause: 'pack-rounding', triedOn: '2025-05-01' });
  expect(await value(service, 'leaks.endTrial', key)).toEqual({ removed: true });
  expect(await value(service, 'leaks.endTrial', key)).toEqual({ removed: false });
  const unknown = await service.call(
    'leaks.try',
    { kitchenId: 99, kind, part, cause: 'pack-rounding' },
    { language: 'fr' },
  );
  expect(unknown).toMatchObject({ ok: false, error: { kind: 'not-found' } });
}, 60_000);
