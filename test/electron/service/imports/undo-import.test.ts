import BetterSqlite3 from 'better-sqlite3';
import type { ReadonlyDatabase } from '../../../../db/open.ts';
import type { Service } from '../../../../electron/service/host/service.ts';
import { dump } from '../../../db/support/database.ts';
import { importing, value } from '../support/asking.ts';
import {
  attendance,
  canteens,
  folder,
  friday,
  historyOfCanteens,
  plan,
  rowOfCanteen,
  thursday,
  tuesday,
} from '../support/two-canteens.ts';

function rowsOf(service: Service, ...tables: readonly string[]): readonly string[] {
  const db = new BetterSqlite3(`${service.dataFolder}/canteen.sqlite`, { readonly: true });
  const rows = dump(db as ReadonlyDatabase).filter((row) =>
    tables.some((table) => row.startsWith(`${table} [`)),
  );
  db.close();
  return rows;
}

const diners = (siteId: number) => ({
  ...{ siteId, kitchenId: null, shares: { M: 0.3, E: 0.7, C: 0, A: 0 }, adults: 4 },
  ...{ diets: { noPork: 1, vegetarian: 2, allergy: 0 }, samples: 1, note: 'Au fond de la cour' },
});

/** One of each kind of thing that people type about a site. */
async function typeAbout(service: Service, siteId: number): Promise<void> {
  await value(service, 'catalogue.save', { entries: [{ type: 'guests', diners: diners(siteId) }] });
  await value(service, 'orderRules.save', { siteId, rule: { type: 'lead', days: 1, at: '10:00' } });
  await value(service, 'menus.save', {
    date: thursday,
    siteId,
    dishes: [{ dish: 'Omelette', course: 'main', choice: null }],
  });
  await value(service, 'attendance.save', { siteId, days: [{ date: '2026-01-11', served: 118 }] });
  await value(service, 'closures.save', { closures: [{ from: '2026-01-19', siteId, kind: 'closure' }] });
  await value(service, 'orders.override', {
    overrides: [{ siteId, date: friday, quantity: 77, reason: 'Sortie' }],
  });
  await value(service, 'orders.headCount', { siteId, date: tuesday, counts: { all: 101 } });
}

const manualTables = ['order_rule', 'site_guests', 'typed_menu', 'order_override', 'roll_call', 'closure'];
const imports = async (service: Service) =>
  (await value(service, 'imports.list', {})).map(({ batch }) => batch);

describe('undoing the import that brought a site', () => {
  test('keeps everything that was typed, says why, and importing again joins it all up without a double', async () => {
    const { service, jaures } = await canteens();
    await typeAbout(service, jaures);
    const typed = rowsOf(service, ...manualTables);
    const [batch = 0] = await imports(service);
    const report = await value(service, 'imports.undo', { batch });
    expect(report.keptSites).toEqual([
      { site: 'Jean Jaurès', siteKind: 'E', typed: ['counts', 'closures', 'menus', 'guests', 'rule'] },
    ]);
    expect(report.keptOrders).toEqual([]);
    expect(rowsOf(service, ...manualTables)).toEqual(typed);
    expect((await value(service, 'sites.list', {})).map(({ id, siteDays }) => [id, siteDays])).toEqual([
      [jaures, 1],
    ]);
    expect((await value(service, 'data.check', {})).ok).toBe(true);
    const text = attendance();
    await importing(service, folder, 'again.csv', text);
    expect(await value(service, 'questions.list', {})).toEqual([]);
    const sites = await value(service, 'sites.list', {});
    expect(sites.map(({ name }) => name)).toEqual(['Jean Jaurès', 'La Fontaine']);
    expect(sites[0]).toMatchObject({ id: jaures, siteDays: text.split('Jean Jaurès').length });
    expect(rowsOf(service, ...manualTables)).toEqual(typed);
    const rows = await plan(service);
    expect(rowOfCanteen(rows, jaures, friday).decision).toMatchObject({ quantity: 77, reason: 'Sortie' });
    expect(rowOfCanteen(rows, jaures, tuesday).decision.mealsToCook).toBe(101);
    const catalogue = await value(service, 'catalogue.read', {});
    expect(catalogue.sites.find(({ siteId }) => siteId === jaures)).toMatchObject({ adults: 4 });
  });

  test('tells of orders that wait for their site', async () => {
    const { service, fontaine } = await canteens();
    await value(service, 'orders.override', {
      overrides: [{ siteId: fontaine, date: friday, quantity: 30, reason: 'Piscine' }],
    });
    const [batch = 0] = await imports(service);
    const report = await value(service, 'imports.undo', { batch });
    expect(report).toMatchObject({ keptSites: [], keptOrders: ['La Fontaine'] });
    await importing(service, folder, 'again.csv', attendance());
    const [site] = (await value(service, 'sites.list', {})).filter(({ name }) => name === 'La Fontaine');
    expect((await historyOfCanteens(service, site?.id ?? 0, friday)).override).toMatchObject({
      quantity: 30,
    });
  });

  test('takes the staff’s figures away from under a typed count, and leaves the count', async () => {
    const { service, jaures } = await canteens();
    const staff = 'site_nom;site_type;date;prevision\nJean Jaurès;E;2026-01-12;117\n';
    await importing(service, folder, 'staff.csv', staff);
    const before = rowsOf(service, 'attendance');
    await value(service, 'attendance.save', { siteId: jaures, days: [{ date: '2026-01-12', served: 118 }] });
    await value(service, 'attendance.save', { siteId: jaures, days: [{ date: '2026-01-12', served: null }] });
    expect(rowsOf(service, 'attendance')).toEqual(before);
    await value(service, 'attendance.save', { siteId: jaures, days: [{ date: '2026-01-12', served: 119 }] });
    const [last = 0] = await imports(service);
    await value(service, 'imports.undo', { batch: last });
    const typed = rowsOf(service, 'attendance').filter((row) => row.endsWith(',119,null,null]'));
    expect(typed).toHaveLength(1);
  });

  test('a name under which counts are typed goes on standing for its site', async () => {
    const { service, jaures } = await canteens();
    await importing(
      service,
      folder,
      'rows.csv',
      'site_nom;site_type;date;reel\nECOLE J. J.;E;2025-06-02;99\n',
    );
    const names = 'site_nom;site_type;cantine_nom;cantine_type\nECOLE J. J.;E;Jean Jaurès;E\n';
    await importing(service, folder, 'names.csv', names);
    await value(service, 'attendance.save', { siteId: jaures, days: [{ date: '2026-01-12', served: 118 }] });
    for (const batch of await imports(service)) {
      await value(service, 'imports.undo', { batch });
    }
    const days = await value(service, 'sites.list', {});
    expect(days).toMatchObject([{ name: 'Jean Jaurès', siteDays: 1 }]);
    expect(await value(service, 'questions.list', {})).toEqual([]);
  });

  test('leaves nothing behind where nothing was typed, and the sample goes with all that was', async () => {
    const { service } = await canteens();
    const [batch = 0] = await imports(service);
    expect(await value(service, 'imports.undo', { batch })).toMatchObject({ keptSites: [], keptOrders: [] });
    expect(rowsOf(service, 'site', 'site_name', 'attendance', 'change', 'import_batch')).toEqual([]);
    await value(service, 'sample.load', {});
    const [site] = await value(service, 'sites.list', {});
    await typeAbout(service, site?.id ?? 0);
    await value(service, 'sample.clear', {});
    expect(rowsOf(service, 'site', 'site_name', 'attendance', ...manualTables)).toEqual([]);
  });
});
