import Database from 'better-sqlite3';
import type { Method } from '../../../electron/api/contract.ts';
import { acceptedYears } from '../../../electron/api/schema-parts.ts';
import { databaseFile } from '../../../electron/service/context/data-folder.ts';
import { plausibleYears } from '../../../forecasting/domain/plausible-days.ts';
import { error, servicesUnder, value } from './support/asking.ts';
import { canteens, folder, thursday, week } from './support/two-canteens.ts';

const service = servicesUnder(folder)('years');

test('the years of the contract are those of the domain', () => {
  expect(acceptedYears).toEqual(plausibleYears);
});

describe('years outside 1990–2069', () => {
  test.each<[Method, (date: string) => object]>([
    ['closures.save', (date) => ({ closures: [{ kind: 'closure', from: date, siteId: null }] })],
    [
      'closures.save',
      (date) => ({ closures: [{ kind: 'closure', from: thursday, to: date, siteId: null }] }),
    ],
    [
      'closures.save',
      (date) => ({ closures: [{ kind: 'strike', from: thursday, siteId: null, announced: date }] }),
    ],
    ['menus.save', (date) => ({ date, siteId: null, dishes: [] })],
    ['plan.week', (date) => ({ from: date, to: date })],
    ['plan.cell', (date) => ({ siteId: 1, date })],
    ['plan.dishes', (date) => ({ from: date, to: date })],
    ['sheet.make', (date) => ({ date, format: 'csv' })],
    ['orders.approve', (date) => ({ from: date, to: date })],
    ['orders.headCount', (date) => ({ siteId: 1, date, counts: { all: 3 } })],
    ['orders.history', (date) => ({ siteId: 1, date })],
    ['closures.list', (date) => ({ from: date, to: date })],
    ['menus.month', (date) => ({ month: date.slice(0, 7) })],
  ])('%s refuses them with words', async (method, input) => {
    for (const date of ['0026-12-03', '1989-12-31', '2070-01-01', '9999-01-01']) {
      const found = await error(service, method, input(date));
      expect(found?.kind).toMatch(/refused|invalid-input/);
      expect(found?.message).toMatch(/1990–2069|au moins/);
    }
  });

  test('a closure of the year 26 on record breaks nothing, is listed by the check, and can be removed', async () => {
    const { service: own } = await canteens();
    const before = await value(own, 'plan.week', week);
    const db = new Database(databaseFile(own.dataFolder));
    db.exec(`INSERT INTO closure (date, kind, site_name_id, absent, announced)
      VALUES ('0026-12-03', 'closure', NULL, NULL, '2026-01-13'), ('9026-12-03', 'strike', NULL, NULL, NULL)`);
    db.close();
    expect(await value(own, 'plan.week', week)).toEqual(before);
    expect(await value(own, 'plan.dishes', week)).toMatchObject({ from: week.from });
    expect((await value(own, 'sheet.make', { date: thursday, format: 'csv' })).body).toContain('Jean Jaurès');
    const found = await value(own, 'data.check', {});
    expect(found).toMatchObject({ ok: false, impossibleDays: 2 });
    expect(found.findings[0]).toContain('0026-12-03');
    const keys = [{ date: '0026-12-03', siteId: null, kind: 'closure' as const }];
    expect(await value(own, 'closures.remove', { closures: keys })).toHaveLength(1);
    expect(await value(own, 'data.removeImpossible', {})).toEqual({ removed: 1 });
    expect(await value(own, 'data.check', {})).toMatchObject({ ok: true, impossibleDays: 0 });
  });
});

test('purchase factors of an earlier version that nobody could enter today are listed by the check', async () => {
  const { service: own } = await canteens();
  const db = new Database(databaseFile(own.dataFolder));
  db.exec(`INSERT INTO portion_rule (scope_type, scope, name, unit, purchase_factor)
    VALUES ('food', 'stew', 'stew', 'g', 10), ('food', 'roast', 'roast', 'g', 1.35)`);
  db.close();
  expect(await value(own, 'data.check', {})).toMatchObject({ ok: true, oddFactors: ['stew\u00a0: 10,00'] });
});
