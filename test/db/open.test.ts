import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { checkDatabase } from '../../db/check.ts';
import { ForeignDatabaseError } from '../../db/database.ts';
import { removeUnusable } from '../../db/impossible-days.ts';
import { migrate, schemaVersion } from '../../db/migrations/migrate.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { DamagedDatabaseError, NewerDatabaseError, openDatabase } from '../../db/open.ts';
import { applicationId } from '../../db/own-schema.ts';
import { readSetting, saveSetting } from '../../db/settings.ts';
import { dump, Workbench } from './support/database.ts';

const bench = new Workbench();
afterAll(() => bench.close());

const latest = migrations.at(-1)?.version ?? 0;

const tablesOf = (db: BetterSqlite3.Database) =>
  db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();

const anIndexOf = (db: BetterSqlite3.Database) =>
  db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    .pluck()
    .get() as string;

describe('migrations', () => {
  test('are in order, each with a number of its own', () => {
    const versions = migrations.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  test('stop at the version asked for: 0 is an empty file', () => {
    const db = new BetterSqlite3(':memory:');
    migrate(db, migrations, 0);
    expect(schemaVersion(db)).toBe(0);
    expect(tablesOf(db)).toEqual([]);
  });

  test('0010 makes strict tables', () => {
    const db = new BetterSqlite3(':memory:');
    migrate(db, migrations, 10);
    expect(schemaVersion(db)).toBe(10);
    const loose = db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
    expect(tablesOf(db)).toEqual([
      'attendance',
      'change',
      'closure',
      'enrolment',
      'import_batch',
      'import_file',
      'menu_item',
      'school',
      'school_holiday',
      'serving',
      'setting',
      'site',
      'site_name',
    ]);
    expect(() => db.exec("INSERT INTO setting VALUES ('a', NULL)")).toThrow(/NOT NULL/);
    expect(() => db.exec("INSERT INTO enrolment VALUES (1, 'x', 3, NULL)")).toThrow();
  });

  test('one that fails leaves the version before it, and so do those before it', () => {
    const db = new BetterSqlite3(':memory:');
    const good = { version: latest + 5, sql: 'CREATE TABLE whole (id INTEGER) STRICT' };
    migrate(db, migrations);
    const broken = {
      version: latest + 10,
      sql: 'CREATE TABLE half (id INTEGER) STRICT; SELECT * FROM nowhere;',
    };
    expect(() => migrate(db, [...migrations, good, broken])).toThrow(/nowhere/);
    expect(schemaVersion(db)).toBe(latest);
    expect(tablesOf(db)).not.toContain('half');
    expect(tablesOf(db)).not.toContain('whole');
  });
});

test('settings are kept, changed and forgotten', () => {
  const db = bench.database();
  saveSetting(db, 'serviceLevel', 0.8);
  saveSetting(db, 'serviceLevel', 0.85);
  saveSetting(db, 'zone', { name: 'B' });
  expect([readSetting(db, 'serviceLevel'), readSetting(db, 'zone')]).toEqual([0.85, { name: 'B' }]);
  saveSetting(db, 'zone', undefined);
  expect(readSetting(db, 'zone')).toBeUndefined();
});

describe('openDatabase', () => {
  test('makes a file, and finds it again', () => {
    const file = join(bench.folder, 'again.sqlite');
    const first = openDatabase(file);
    const before = dump(first);
    first.close();
    const second = openDatabase(file);
    expect(dump(second)).toEqual(before);
    expect(second.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(second.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(checkDatabase(second)).toEqual({ schemaVersion: latest, findings: [] });
    second.close();
  });

  test('refuses a newer file and leaves its bytes alone', () => {
    const file = join(bench.folder, 'newer.sqlite');
    const db = new BetterSqlite3(file);
    db.exec('CREATE TABLE future (id INTEGER); PRAGMA user_version = 9990');
    db.pragma(`application_id = ${applicationId}`);
    db.close();
    const before = readFileSync(file);
    expect(() => openDatabase(file)).toThrow(NewerDatabaseError);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test.each([
    ['another program’s', 'CREATE TABLE notes (id INTEGER, text TEXT)'],
    ['another program’s, numbered', 'CREATE TABLE notes (id INTEGER); PRAGMA user_version = 10'],
    ['another program’s, newer', 'CREATE TABLE notes (id INTEGER); PRAGMA user_version = 9990'],
    ['another program’s, marked', 'PRAGMA application_id = 252006674'],
  ])('refuses %s, and leaves its bytes alone', (_what, sql) => {
    const file = join(bench.folder, 'foreign.sqlite');
    rmSync(file, { force: true });
    const db = new BetterSqlite3(file);
    db.exec(sql);
    db.close();
    const before = readFileSync(file);
    expect(() => openDatabase(file)).toThrow(ForeignDatabaseError);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test.each([
    ['CREATE TRIGGER spy AFTER INSERT ON setting BEGIN DELETE FROM site; END', 'trigger'],
    ['CREATE VIEW spy AS SELECT * FROM site', 'view'],
    [
      'DROP VIEW dish_served; CREATE VIEW dish_served AS SELECT 1 AS site_id, 2 AS day, 3 AS dish',
      'changed view',
    ],
  ])('refuses a file of ours with what would run with our work: %s', (sql) => {
    const file = join(bench.folder, 'prepared.sqlite');
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    const made = openDatabase(file);
    expect(made.pragma('application_id', { simple: true })).toBe(applicationId);
    made.exec(sql);
    made.close();
    expect(() => openDatabase(file)).toThrow(ForeignDatabaseError);
  });

  test('the check compares every part, and names a setting and days that cannot be read', () => {
    const db = openDatabase(join(bench.folder, 'parts.sqlite'));
    db.exec(
      `CREATE TABLE extra (id INTEGER); DROP INDEX ${anIndexOf(db)}; ALTER TABLE setting ADD COLUMN more TEXT`,
    );
    db.exec("INSERT INTO setting (key, value) VALUES ('zone', '{broken')");
    db.exec("INSERT INTO closure (date, kind) VALUES ('2026-02-31', 'closure')");
    expect(readSetting(db, 'zone')).toBeUndefined();
    const codes = () =>
      checkDatabase(db).findings.map((finding) => ('part' in finding ? finding.difference : finding.code));
    expect(codes().toSorted()).toEqual([
      'changed',
      'foreign',
      'impossible-days',
      'missing',
      'unreadable-settings',
    ]);
    expect(removeUnusable(db)).toBe(2);
    expect(codes().toSorted()).toEqual(['changed', 'foreign', 'missing']);
    db.close();
  });

  test('refuses what is no database, and leaves it alone', () => {
    const file = join(bench.folder, 'letter.sqlite');
    writeFileSync(file, 'Dear canteen,\n'.repeat(500));
    expect(() => openDatabase(file)).toThrow(DamagedDatabaseError);
    expect(readFileSync(file, 'utf8').startsWith('Dear canteen')).toBe(true);
  });

  test('opens for reading only', () => {
    const file = join(bench.folder, 'readonly.sqlite');
    openDatabase(file).close();
    const db = openDatabase(file, { readonly: true });
    expect(() => db.exec('DELETE FROM site')).toThrow(/readonly/);
    db.close();
  });

  test('what opens for reading cannot be given to a writer', () => {
    const readonly = openDatabase(join(bench.folder, 'readonly.sqlite'), { readonly: true });
    // @ts-expect-error A ReadonlyDatabase is no Database.
    expect(() => saveSetting(readonly, 'theme', 'dark')).toThrow(/readonly/);
    expect(readSetting(readonly, 'theme')).toBeUndefined();
    readonly.close();
  });

  test('a page overwritten is found by the check', () => {
    const file = join(bench.folder, 'page.sqlite');
    const db = openDatabase(file);
    bench.import(db, { 'a.csv': `site,date,reel\n${rows(400)}` });
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const bytes = readFileSync(file);
    bytes.fill(0xab, 4096 * 20, 4096 * 21);
    writeFileSync(file, bytes);
    const reopened = openDatabase(file);
    const { findings } = checkDatabase(reopened);
    reopened.close();
    expect(findings[0]?.code).toBe('damaged');
  });
});

function rows(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2016, 0, 1 + index)).toISOString().slice(0, 10);
    return `Les Tilleuls ${index % 7},${day},${100 + index}`;
  });
  return lines.join('\n');
}
