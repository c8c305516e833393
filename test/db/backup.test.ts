import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { backUp, backUpNow, CopyCancelled, openBackup, replaceContent } from '../../db/backup.ts';
import { dataVersion } from '../../db/data-version.ts';
import { ForeignDatabaseError } from '../../db/database.ts';
import { DamagedDatabaseError, type Database, NewerDatabaseError, openDatabase } from '../../db/open.ts';
import { dump, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const csv = (days: number, of = 100) =>
  `site,date,reel\n${Array.from({ length: days }, (_, i) => `Les Tilleuls ${i % 7},${new Date(Date.UTC(2016, 0, 1 + i)).toISOString().slice(0, 10)},${of + i}`).join('\n')}`;

function canteens(name: string, days = 300): Database {
  const db = bench.database(name);
  bench.import(db, { 'a.csv': csv(days) });
  return db;
}

const target = (name: string) => join(bench.folder, name);

/** Files of the folder that belong to a copy. */
const leftBy = (name: string) => readdirSync(bench.folder).filter((file) => file.startsWith(name));

describe('a copy of data that are being worked with', () => {
  test('holds all of them, in one file that can be read where nothing may be written', async () => {
    const db = canteens('whole.sqlite');
    const seen: number[] = [];
    await backUp(db, target('whole-copy.sqlite'), { onProgress: (done) => seen.push(done) });
    expect(leftBy('whole-copy.sqlite')).toEqual(['whole-copy.sqlite']);
    const copy = openDatabase(target('whole-copy.sqlite'), { readonly: true });
    expect(dump(copy)).toEqual(dump(db));
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
    copy.close();
    expect(seen.at(-1)).toBeLessThanOrEqual(1);
  });

  test('is one state, though another connection writes meanwhile', async () => {
    const db = canteens('busy.sqlite', 3000);
    const other = bench.database('busy.sqlite');
    let writes = 0;
    await backUp(db, target('busy-copy.sqlite'), {
      onProgress() {
        if (writes++ < 3) {
          other.transaction(() => {
            other.exec(
              "UPDATE attendance SET served = served + 1; INSERT INTO setting VALUES ('n" +
                `${writes}', '1')`,
            );
          })();
        }
      },
    });
    const copy = openDatabase(target('busy-copy.sqlite'), { readonly: true });
    const settings = copy.prepare("SELECT count(*) FROM setting WHERE key LIKE 'n%'").pluck().get();
    const counts = copy.prepare('SELECT min(served) FROM attendance').pluck().get();
    expect(counts).toBe(100 + Number(settings));
    copy.close();
  });

  test('that is stopped leaves nothing, and what had its name stays', async () => {
    const db = canteens('stopped.sqlite', 3000);
    writeFileSync(target('stopped-copy.sqlite'), 'before');
    await expect(backUp(db, target('stopped-copy.sqlite'), { cancelled: () => true })).rejects.toThrow(
      CopyCancelled,
    );
    expect(leftBy('stopped-copy.sqlite')).toEqual(['stopped-copy.sqlite']);
    expect(readFileSync(target('stopped-copy.sqlite'), 'utf8')).toBe('before');
  });

  test('of damaged data is refused', async () => {
    canteens('damaged.sqlite', 3000).pragma('wal_checkpoint(TRUNCATE)');
    damage(target('damaged.sqlite'));
    const db = bench.database('damaged.sqlite');
    await expect(backUp(db, target('damaged-copy.sqlite'))).rejects.toThrow(DamagedDatabaseError);
    expect(() => backUpNow(db, target('damaged-copy.sqlite'))).toThrow();
    expect(leftBy('damaged-copy.sqlite')).toEqual([]);
  });
});

function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xab, 4096 * 20, 4096 * 21);
  writeFileSync(file, bytes);
}

describe('a backup is opened', () => {
  const write = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(target(name), bytes);
    return target(name);
  };

  test('only when it is a database of this app', () => {
    expect(() => openBackup(write('text.sqlite', 'date;site\n'.repeat(500)))).toThrow(ForeignDatabaseError);
    expect(() => openBackup(write('empty.sqlite', ''))).toThrow(ForeignDatabaseError);
    const other = new BetterSqlite3(target('other.sqlite'));
    other.exec('CREATE TABLE site (id INTEGER)');
    other.pragma('user_version = 10');
    other.close();
    expect(() => openBackup(target('other.sqlite'))).toThrow(ForeignDatabaseError);
  });

  test('and has no part that this app does not make', async () => {
    await backUp(canteens('plain.sqlite'), target('trigger.sqlite'));
    const added = new BetterSqlite3(target('trigger.sqlite'));
    added.exec('CREATE TRIGGER t AFTER INSERT ON setting BEGIN DELETE FROM attendance; END');
    added.close();
    expect(() => openBackup(target('trigger.sqlite'))).toThrow(ForeignDatabaseError);
  });

  test('and is not newer than the app, nor damaged', async () => {
    await backUp(canteens('sound.sqlite', 3000), target('newer.sqlite'));
    const newer = new BetterSqlite3(target('newer.sqlite'));
    newer.pragma('user_version = 9999');
    newer.close();
    expect(() => openBackup(target('newer.sqlite'))).toThrow(NewerDatabaseError);
    await backUp(bench.database('sound.sqlite'), target('bad.sqlite'));
    damage(target('bad.sqlite'));
    expect(() => openBackup(target('bad.sqlite'))).toThrow(DamagedDatabaseError);
  });
});

describe('a backup takes the place of the data', () => {
  test('for every connection that has them open, and the statements they prepared', async () => {
    const db = canteens('live.sqlite', 50);
    await backUp(db, target('live-copy.sqlite'));
    const state = dump(db);
    const other = bench.database('live.sqlite');
    const count = other.prepare('SELECT count(*) FROM attendance').pluck();
    bench.import(db, { 'b.csv': csv(900, 5) });
    expect(count.get()).toBe(900);
    const stamp = dataVersion(db);
    const backup = openBackup(target('live-copy.sqlite'));
    await replaceContent(db, backup);
    backup.close();
    expect(count.get()).toBe(50);
    expect(dump(db)).toEqual(state);
    expect(dataVersion(db)).not.toBe(stamp);
    expect(other.pragma('journal_mode', { simple: true })).toBe('wal');
    bench.import(other, { 'b.csv': csv(60, 5) });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(statSync(target('live.sqlite')).size).toBeGreaterThan(4096);
  });

  test('whatever the size of its pages', async () => {
    const db = canteens('pages.sqlite', 50);
    await backUp(db, target('pages-copy.sqlite'));
    const state = dump(db);
    const copy = new BetterSqlite3(target('pages-copy.sqlite'));
    copy.pragma('page_size = 8192');
    copy.exec('VACUUM');
    copy.close();
    bench.import(db, { 'b.csv': csv(90, 5) });
    const backup = openBackup(target('pages-copy.sqlite'));
    await replaceContent(db, backup);
    backup.close();
    expect(dump(db)).toEqual(state);
  });

  test('or not at all: it is stopped half-way, or another program is writing', async () => {
    const db = canteens('kept.sqlite', 50);
    db.prepare("INSERT INTO setting VALUES ('large', ?)").run('x'.repeat(3_000_000));
    await backUp(db, target('kept-copy.sqlite'));
    bench.import(db, { 'b.csv': csv(90, 5) });
    const state = dump(db);
    const backup = openBackup(target('kept-copy.sqlite'));
    let looks = 0;
    await expect(replaceContent(db, backup, { cancelled: () => ++looks > 1 })).rejects.toThrow(CopyCancelled);
    expect(dump(db)).toEqual(state);
    const other = bench.database('kept.sqlite');
    other.exec('BEGIN IMMEDIATE');
    await expect(replaceContent(db, backup)).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    other.exec('COMMIT');
    expect(dump(db)).toEqual(state);
    backup.close();
  }, 20_000);
});
