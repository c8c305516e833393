import BetterSqlite3 from 'better-sqlite3';
import type { ReadonlyDatabase } from '../../../../db/open.ts';
import type { Service } from '../../../../electron/service/host/service.ts';
import { dump } from '../../../db/support/database.ts';
import { error, importing, value } from '../support/asking.ts';
import {
  canteens,
  folder,
  friday,
  historyOfCanteens,
  plan,
  rowOfCanteen,
  thursday,
  tuesday,
} from '../support/two-canteens.ts';
import { doing, edits, portion } from './edit-cases.ts';

/** All that is kept, but for what only grows and what tells how to take edits back. */
function kept(service: Service): readonly string[] {
  const db = new BetterSqlite3(`${service.dataFolder}/canteen.sqlite`, { readonly: true });
  const rows = dump(db as ReadonlyDatabase).filter(
    (row) => !/^(edit_row|sheet_revision|order_site|order_basis) \[/.test(row),
  );
  db.close();
  return rows;
}

const step = (service: Service, edits: readonly number[], way: 'undo' | 'redo') =>
  value(service, 'edits.step', { edits, way });

/** A menu, the portions and a closure of files, counts of the staff alone, and whatever else edits may change. */
async function furnished() {
  const all = await canteens();
  const { service } = all;
  const files = {
    'menu.csv': `date;plat\n${thursday};Haricots verts\n${thursday};Rôti de dinde\n`,
    'closures.csv': `date;evenement\n${friday};Grève\n`,
    'names.csv': `site_nom;site_type;date;reel\nJ. Jaurès;E;2026-01-12;110\nPrévert;E;2026-01-12;50\n`,
    'staff.csv': `site_nom;site_type;date;prevision\nJean Jaurès;E;2026-01-12;117\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    expect(await importing(service, folder, name, text)).toMatchObject({ ok: true });
  }
  await value(service, 'settings.save', { person: 'C. Morel' });
  await value(service, 'catalogue.save', {
    entries: [
      { type: 'supplier', supplier: { id: null, name: 'Ferme', rule: null } },
      { type: 'kitchen', kitchen: { id: null, name: 'Centrale', pools: false } },
      { type: 'portion', rule: portion },
    ],
  });
  return all;
}

const databaseOf = (service: Service, readonly: boolean) =>
  new BetterSqlite3(`${service.dataFolder}/canteen.sqlite`, { readonly });

function rowsOf(service: Service, edit: number): number {
  const db = databaseOf(service, true);
  const rows = db.prepare('SELECT count(*) FROM edit_row WHERE edit = ?').pluck().get(edit);
  db.close();
  return Number(rows);
}

/** Has an edit fail as it writes its row of that number. */
async function failing(service: Service, row: number, edit: () => Promise<unknown>): Promise<void> {
  const db = databaseOf(service, false);
  db.exec(`CREATE TRIGGER half_way BEFORE INSERT ON edit_row WHEN NEW.step = ${row} BEGIN
    SELECT RAISE(ABORT, 'half-way'); END`);
  await expect(edit()).rejects.toThrow();
  db.exec('DROP TRIGGER half_way');
  db.close();
}

test('every edit is all or nothing; taken back, done again and taken back from the last to the first, it is as it was to the letter', async () => {
  const { service, ...sites } = await furnished();
  const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const stages = [kept(service)];
  const done: (readonly number[])[] = [];
  for (const [name, edit] of Object.entries(edits)) {
    const before = stages.at(-1);
    const numbers = await edit(service, sites);
    const after = kept(service);
    expect([name, after]).not.toEqual([name, before]);
    await step(service, numbers, 'undo');
    expect([name, kept(service)]).toEqual([name, before]);
    const [number = 0, ...others] = numbers;
    expect([name, others]).toEqual([name, []]);
    const rows = rowsOf(service, number);
    for (const row of new Set([Math.ceil(rows / 2), rows])) {
      await failing(service, row, () => edit(service, sites));
      expect([name, row, kept(service)]).toEqual([name, row, before]);
    }
    await step(service, numbers, 'redo');
    expect([name, kept(service)]).toEqual([name, after]);
    stages.push(after);
    done.push(numbers);
  }
  for (const numbers of done.toReversed()) {
    expect(kept(service)).toEqual(stages.pop());
    await step(service, numbers, 'undo');
  }
  complaints.mockRestore();
  expect(kept(service)).toEqual(stages.pop());
  expect((await value(service, 'data.check', {})).ok).toBe(true);
}, 240_000);

describe('what was changed since', () => {
  test('is not overwritten, and all of the edit is refused', async () => {
    const { service, jaures, fontaine } = await canteens();
    const [a, b] = [jaures, fontaine].map((siteId) => ({ siteId, date: thursday, quantity: 50, reason: '' }));
    if (!a || !b) throw new Error('two sites');
    const { edits: both } = await doing(service, 'orders.override', { overrides: [a, b] });
    await value(service, 'orders.override', { overrides: [{ ...b, quantity: 51 }] });
    const before = kept(service);
    const refused = await error(service, 'edits.step', { edits: both, way: 'undo' });
    expect(refused).toMatchObject({ kind: 'refused' });
    expect(refused?.message).toContain('ces données ont changé');
    expect(kept(service)).toEqual(before);
  });

  test('an order of one’s own stays under an order that is frozen', async () => {
    const { service, jaures } = await canteens();
    const { edits: said } = await doing(service, 'orders.override', {
      overrides: [{ siteId: jaures, date: thursday, quantity: 50, reason: '' }],
    });
    await value(service, 'orders.approve', { from: thursday, to: thursday });
    expect(await error(service, 'edits.step', { edits: said, way: 'undo' })).toMatchObject({
      kind: 'refused',
    });
  });

  test('an import that was undone cannot come back in parts', async () => {
    const { service } = await furnished();
    const { edits: removed } = await doing(service, 'closures.remove', {
      closures: [{ date: friday, siteId: null, kind: 'strike' }],
    });
    const imports = await value(service, 'imports.list', {});
    const batch = imports.find(({ files }) => files[0]?.file === 'closures.csv')?.batch ?? 0;
    await value(service, 'imports.undo', { batch });
    expect(await error(service, 'edits.step', { edits: removed, way: 'undo' })).toMatchObject({
      kind: 'refused',
    });
    expect((await value(service, 'data.check', {})).ok).toBe(true);
  });

  test('an edit that is not known is refused', async () => {
    const { service } = await canteens();
    expect(await error(service, 'edits.step', { edits: [7], way: 'redo' })).toMatchObject({
      kind: 'refused',
    });
  });
});

test('an order that was opened comes back as it was validated, whatever is forecast now', async () => {
  const { service, jaures } = await canteens();
  await value(service, 'orders.approve', { from: thursday, to: thursday });
  const before = await historyOfCanteens(service, jaures, thursday);
  const { edits: opened } = await doing(service, 'orders.reopen', {
    versions: [{ siteId: jaures, date: thursday, version: 1 }],
  });
  const served = Array.from({ length: 9 }, (_, i) => `Jean Jaurès;E;2025-10-0${i + 1};${300 + i}`).join('\n');
  await importing(service, folder, 'served.csv', `site_nom;site_type;date;reel\n${served}\n`);
  expect(rowOfCanteen(await plan(service), jaures, thursday).mean).not.toBe(before.versions[0]?.mean);
  await step(service, opened, 'undo');
  expect((await historyOfCanteens(service, jaures, thursday)).versions).toEqual(before.versions);
  expect(rowOfCanteen(await plan(service), jaures, thursday).decision.sheetVersion).toBe(3);
});

test('two sheets that differ never carry one version', async () => {
  const { service, jaures } = await canteens();
  const versionNow = async () => rowOfCanteen(await plan(service), jaures, tuesday).decision.sheetVersion;
  const call = (all: number | null) =>
    doing(service, 'orders.headCount', {
      siteId: jaures,
      date: tuesday,
      counts: all === null ? null : { all },
    });
  expect(await versionNow()).toBe(1);
  const { edits: first } = await call(100);
  expect(await versionNow()).toBe(2);
  await call(null);
  expect(await versionNow()).toBe(3);
  expect(await error(service, 'edits.step', { edits: first, way: 'undo' })).toMatchObject({
    kind: 'refused',
  });
  const { edits: second } = await call(101);
  expect(await versionNow()).toBe(4);
  await step(service, second, 'undo');
  expect(await versionNow()).toBe(5);
  await step(service, second, 'redo');
  expect(await versionNow()).toBe(6);
});
