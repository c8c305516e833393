import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { migrate } from '../../../../db/migrations/migrate.ts';
import { migrations } from '../../../../db/migrations/migrations.ts';
import { openDatabase } from '../../../../db/open.ts';
import { listOrders } from '../../../../db/orders.ts';
import type { Service } from '../../../../electron/service/host/service.ts';
import { error, value } from '../support/asking.ts';
import {
  canteens,
  clock,
  folder,
  friday,
  historyOfCanteens,
  plan,
  rowOfCanteen,
  thursday,
} from '../support/two-canteens.ts';

const caterer = { recipient: 'Traiteur du Lac', sentAt: '2026-01-12T09:10' };
const day = { from: thursday, to: thursday };

async function approved() {
  const all = await canteens();
  await value(all.service, 'settings.save', { person: 'C. Morel' });
  await value(all.service, 'orders.approve', day);
  return all;
}

const approvedOf = async (service: Service, siteId: number, date = thursday) =>
  rowOfCanteen(await plan(service), siteId, date).decision.approved;

test('approving and exporting say nothing of sending; a note says to whom and when, and undo takes it back', async () => {
  const { service, jaures } = await approved();
  await value(service, 'sheet.make', { date: thursday, format: 'html' });
  await value(service, 'orders.export', { ...day, kind: 'delivery', format: 'csv' });
  expect((await approvedOf(service, jaures))?.sending).toBeNull();
  const noted = await service.call('orders.noteSent', { ...day, ...caterer }, { language: 'fr' });
  if (!noted.ok || noted.edit === undefined) throw new Error('It was noted, as one edit.');
  expect(noted.value).toMatchObject({ already: 0, open: 0 });
  expect(noted.value.noted).toHaveLength(2);
  const { order } = rowOfCanteen(await plan(service), jaures, thursday);
  expect((await approvedOf(service, jaures))?.sending).toEqual({
    version: 1,
    ...caterer,
    by: 'C. Morel',
    quantity: order,
    difference: 0,
  });
  expect(await value(service, 'app.state', {})).toMatchObject({ lastRecipient: caterer.recipient });
  await value(service, 'edits.step', { edits: [noted.edit], way: 'undo' });
  expect((await approvedOf(service, jaures))?.sending).toBeNull();
  await value(service, 'edits.step', { edits: [noted.edit], way: 'redo' });
  expect((await approvedOf(service, jaures))?.sending).toMatchObject(caterer);
});

test('a correction shows what is different since it was sent, until it is noted as sent too', async () => {
  const { service, jaures } = await approved();
  await value(service, 'orders.noteSent', { ...day, ...caterer });
  const sent = (await approvedOf(service, jaures))?.sending?.quantity ?? 0;
  await value(service, 'orders.revise', { siteId: jaures, date: thursday, quantity: sent - 25 });
  expect(await approvedOf(service, jaures)).toMatchObject({
    version: 2,
    sending: { version: 1, quantity: sent, difference: -25 },
  });
  const again = await value(service, 'orders.noteSent', { ...day, recipient: 'Cuisine' });
  expect(again.noted).toEqual([{ siteId: jaures, date: thursday, version: 2 }]);
  expect(again.already).toBe(1);
  expect((await approvedOf(service, jaures))?.sending).toMatchObject({ recipient: 'Cuisine', difference: 0 });
  const { sendings } = await historyOfCanteens(service, jaures, thursday);
  expect(sendings.map(({ version, recipient }) => [version, recipient])).toEqual([
    [1, caterer.recipient],
    [2, 'Cuisine'],
  ]);
});

test('what was sent is not opened again, by a person or by a deadline that is moved', async () => {
  const { service, jaures } = await approved();
  await value(service, 'orders.noteSent', { ...day, ...caterer });
  const versions = [{ siteId: jaures, date: thursday, version: 1 }];
  expect(await value(service, 'orders.reopen', { versions })).toEqual({ opened: [], kept: 1 });
  expect((await value(service, 'orders.noteUnsent', { ...day, siteIds: [jaures] })).removed).toEqual(
    versions,
  );
  expect((await value(service, 'orders.reopen', { versions })).opened).toEqual(versions);
});

test('a closed order of a deadline is not sent for all that; noted, it stands when the deadline is moved', async () => {
  const { service, jaures } = await canteens();
  clock.today = '2026-01-08';
  const rule = { type: 'lead' as const, days: 2, at: '00:00' };
  await value(service, 'orderRules.save', { siteId: null, rule });
  clock.today = '2026-01-13';
  expect(await approvedOf(service, jaures)).toMatchObject({ automatic: true, sending: null });
  await value(service, 'orders.noteSent', { ...day, ...caterer });
  await value(service, 'orderRules.save', { siteId: null, rule: { ...rule, days: 0, at: '09:00' } });
  expect(await approvedOf(service, jaures)).toMatchObject({ automatic: true, sending: caterer });
});

test('only what is approved is noted, nothing of the past, and not before it happened', async () => {
  const { service, jaures } = await approved();
  const override = { siteId: jaures, date: friday, quantity: 99 };
  await value(service, 'orders.override', { overrides: [override] });
  const open = await value(service, 'orders.noteSent', { from: friday, to: friday, ...caterer });
  expect(open).toEqual({ noted: [], already: 0, open: 1 });
  const future = await error(service, 'orders.noteSent', { ...day, ...caterer, sentAt: '2026-01-14T09:10' });
  expect(future?.message).toMatch(/n’est pas encore passé/);
  for (const sentAt of ['2026-01-12', '2026-01-12T25:00', '2026-02-30T10:00', '1026-01-12T10:00', '']) {
    const refused = await error(service, 'orders.noteSent', { ...day, recipient: 'X', sentAt });
    expect(refused?.message).toMatch(/AAAA-MM-JJTHH:MM/);
  }
  expect((await error(service, 'orders.noteSent', { ...day, recipient: ' ' }))?.kind).toBe('invalid-input');
  clock.today = '2026-01-19';
  expect((await error(service, 'orders.noteSent', { ...day, ...caterer }))?.message).toMatch(/est passé/);
});

test('a database before version 370 opens with its orders, none of them noted as sent', () => {
  const path = join(folder, 'before-370.sqlite');
  const old = new BetterSqlite3(path);
  migrate(
    old,
    migrations.filter(({ version }) => version < 370),
  );
  old.exec(`INSERT INTO site (name, folded, kind) VALUES ('Lilas', 'lilas', 'E');
    INSERT INTO order_site (name, folded, kind) VALUES ('Lilas', 'lilas', 'E');
    INSERT INTO order_version VALUES ('2026-01-15', 1, 1, 60, 'recommended', '', NULL, 0, '2026-01-12T09:00',
      60, 58, 50, 58, 66, 0.8, '2026-01-09', 'regression', '[]', NULL)`);
  old.close();
  const db = openDatabase(path);
  expect(listOrders(db, '2026-01-15', '2026-01-15')).toMatchObject([
    { site: 'Lilas', versions: [{ quantity: 60 }], sendings: [] },
  ]);
  db.close();
});
