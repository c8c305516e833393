import { mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBackup } from '../../../../db/backup.ts';
import { dataVersion } from '../../../../db/data-version.ts';
import type { Database } from '../../../../db/open.ts';
import { requireSameContent } from '../../../../db/same-content.ts';
import { BackupFolder } from '../../../../electron/service/backups/backup-folder.ts';
import { Workbench } from '../../../db/support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const csv = `site,date,reel\n${Array.from({ length: 2000 }, (_, i) => `Les Tilleuls ${i % 7},${new Date(Date.UTC(2016, 0, 1 + i)).toISOString().slice(0, 10)},${100 + i}`).join('\n')}`;
const at = '2026-11-23T09:00';

function canteens(name: string): Database {
  const db = bench.database(name);
  bench.import(db, { 'a.csv': csv });
  return db;
}

describe('backups that several programs make at once', () => {
  test('are each whole, and none takes the place of another', async () => {
    const path = join(bench.folder, 'backups');
    canteens('busy.sqlite');
    const makers = Array.from({ length: 5 }, () => ({
      db: bench.database('busy.sqlite'),
      folder: new BackupFolder(path),
    }));
    const rounds = 4;
    const made: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const records = await Promise.all(makers.map(({ db, folder }) => folder.make(db, 'import', at, {})));
      made.push(...records.map(({ name }) => name));
    }
    expect(new Set(made).size).toBe(makers.length * rounds);
    const left = readdirSync(path).filter((name) => name.endsWith('.sqlite'));
    expect(left.length).toBeGreaterThan(0);
    expect(readdirSync(path)).toEqual(left);
    for (const name of left) {
      const backup = openBackup(join(path, name));
      expect(backup.prepare('SELECT count(*) FROM attendance').pluck().get()).toBe(2000);
      backup.close();
    }
  });

  test('keep the copy that another program is writing, and remove what is an hour old', async () => {
    const path = mkdtempSync(join(bench.folder, 'parts-'));
    const db = canteens('parts.sqlite');
    const part = (name: string) => join(path, `bonne-mesure_2026-11-23_09-00_01_daily.sqlite.${name}.part`);
    for (const name of ['young', 'old']) writeFileSync(part(name), 'half');
    const before = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(part('old'), before, before);
    await new BackupFolder(path).make(db, 'daily', at, {});
    expect(statSync(part('young')).size).toBe(4);
    expect(readdirSync(path).filter((name) => name.includes('.old.'))).toEqual([]);
  });
});

test('more than ninety-nine in one minute are known, and the last is the first of the list', async () => {
  const path = join(bench.folder, 'many');
  const folder = new BackupFolder(path);
  const db = canteens('many.sqlite');
  await folder.make(db, 'manual', at, {});
  const [{ name = '' } = {}] = folder.list();
  for (const number of ['98', '99']) writeFileSync(join(path, name.replace('_01_', `_${number}_`)), 'x');
  const made = [await folder.make(db, 'manual', at, {}), await folder.make(db, 'manual', at, {})];
  expect(made.map((record) => record.name)).toEqual([
    name.replace('_01_', '_100_'),
    name.replace('_01_', '_101_'),
  ]);
  expect(folder.list()[0]).toEqual(made[1]);
});

test('a copy without its rows, or without a table, is no copy', () => {
  const db = canteens('source.sqlite');
  const version = dataVersion(db);
  const file = join(bench.folder, 'hollow.sqlite');
  db.prepare('VACUUM INTO ?').run(file);
  expect(() => requireSameContent(db, version, file)).not.toThrow();
  const hollow = bench.database('hollow.sqlite');
  hollow.exec('DELETE FROM attendance WHERE served = 100');
  expect(() => requireSameContent(db, version, file)).toThrow(file);
  // Rows may differ where the source was written to meanwhile; tables may not.
  db.exec("INSERT INTO setting VALUES ('meanwhile', '1')");
  expect(() => requireSameContent(db, version, file)).not.toThrow();
  hollow.exec('DROP TABLE setting');
  expect(() => requireSameContent(db, version, file)).toThrow(file);
});
