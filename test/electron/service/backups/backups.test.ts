import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { migrate } from '../../../../db/migrations/migrate.ts';
import { migrations } from '../../../../db/migrations/migrations.ts';
import { openDatabase } from '../../../../db/open.ts';
import type { BackupReason, BackupRecord } from '../../../../electron/api/records.ts';
import { outdated } from '../../../../electron/service/backups/rotation.ts';
import { backupFolder, databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { WorkerJobs } from '../../../../electron/service/host/worker-jobs.ts';
import { addDays } from '../../../../forecasting/calendar/day.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { error, importing, servicesUnder, testToday, value } from '../support/asking.ts';

const folder = temporaryFolder();
const serviceOn = servicesUnder(folder);
const known = migrations.at(-1)?.version;

const reasons = async (service: Service) =>
  (await value(service, 'backups.list', {})).backups.map(({ reason }) => reason);

const siteDays = async (service: Service) => (await value(service, 'app.state', {})).siteDays;

async function filled(name: string, to = '2025-09-30'): Promise<Service> {
  const service = serviceOn(name);
  await importing(service, folder, `${name}.csv`, attendanceCsv('2025-09-01', to));
  return service;
}

/** The same data on another day. */
function onDay(name: string, day: string): Service {
  const service = createService({ dataFolder: join(folder, name), today: () => day });
  opened.push(service);
  return service;
}
const opened: Service[] = [];
afterAll(() => Promise.all(opened.map((service) => service.close())));

describe('the day’s backup', () => {
  test('is made once a day, when something changed since the last one', async () => {
    const service = await filled('daily');
    const first = await value(service, 'backups.daily', {});
    expect(first).toMatchObject({ reason: 'daily', at: expect.stringContaining(testToday) });
    expect(first?.name).toMatch(/^bonne-mesure_2026-01-14_\d\d-\d\d_01_daily\.sqlite$/);
    expect(await value(service, 'backups.daily', {})).toBeNull();
    const next = onDay('daily', '2026-01-15');
    expect(await value(next, 'backups.daily', {})).toBeNull();
    await value(next, 'settings.save', { serviceLevel: 0.7 });
    expect(await value(next, 'backups.daily', {})).toMatchObject({ reason: 'daily' });
  });

  test('is not made of data in which nothing was entered', async () => {
    expect(await value(serviceOn('empty'), 'backups.daily', {})).toBeNull();
    expect(existsSync(backupFolder(join(folder, 'empty')))).toBe(false);
  });

  test('comes before an import too; a large one, and undoing one, have their own', async () => {
    const service = await filled('reasons');
    await importing(service, folder, 'small.csv', attendanceCsv('2025-10-01', '2025-10-03'));
    expect(await reasons(service)).toEqual(['daily']);
    const large = `${attendanceCsv('2025-10-01', '2025-10-10')}${'\n'.repeat(300_000)}`;
    await importing(service, folder, 'large.csv', large);
    await value(service, 'imports.undo', { batch: 3 });
    expect(await reasons(service)).toEqual(['undo', 'import', 'daily']);
    expect((await error(service, 'imports.undo', { batch: 99 }))?.kind).toBe('not-found');
    expect(await reasons(service)).toHaveLength(3);
  });

  test('that cannot be written lets the work go on, and the answer says so', async () => {
    const service = await filled('unwritable');
    writeFileSync(backupFolder(join(folder, 'unwritable')), 'a file in the way');
    const { ticket } = await service.registerFile(join(folder, 'in/unwritable.csv'));
    const result = await service.call('imports.run', { tickets: [ticket] }, { language: 'fr' });
    expect(result).toMatchObject({ ok: true, warnings: [{ kind: 'file' }] });
    const refused = await error(service, 'backups.make', {});
    expect(refused?.message).toContain(backupFolder(join(folder, 'unwritable')));
    expect(refused?.remedy).not.toBe('');
  });
});

describe('rotation', () => {
  const record = (at: string, reason: BackupReason = 'daily'): BackupRecord => ({
    name: `bonne-mesure_${at}_09-00_01_${reason}.sqlite`,
    at: `${at}T09:00`,
    reason,
    bytes: 1,
  });

  test('keeps seven days, four weeks and twelve months', () => {
    const all = Array.from({ length: 800 }, (_, i) => record(addDays('2026-11-25', -i)));
    const gone = new Set(outdated(all));
    const kept = all.filter((backup) => !gone.has(backup)).map(({ at }) => at.slice(0, 10));
    expect(kept.slice(0, 7)).toEqual(Array.from({ length: 7 }, (_, i) => addDays('2026-11-25', -i)));
    expect(kept).toEqual(expect.arrayContaining(['2026-11-22', '2026-11-15', '2026-11-08']));
    expect(kept.at(-1)).toBe('2025-12-31');
    expect(kept).toHaveLength(7 + 2 + 11);
  });

  test('never takes the only one, however old', () => {
    expect(outdated([record('2019-01-01')])).toEqual([]);
  });

  test('leaves the last backups before a change, though they are of one day', () => {
    const restores = Array.from({ length: 9 }, () => record('2026-11-25', 'restore'));
    expect(outdated(restores)).toHaveLength(4);
  });

  test('takes place after a backup, and removes what an interrupted one left', async () => {
    const service = await filled('rotated');
    const place = backupFolder(join(folder, 'rotated'));
    mkdirSync(place);
    for (let i = 1; i <= 40; i++) {
      writeFileSync(join(place, record(addDays(testToday, -i)).name), '');
    }
    const part = join(place, 'bonne-mesure_2026-01-01_09-00_01_daily.sqlite.part');
    writeFileSync(part, '');
    utimesSync(part, new Date('2026-01-01'), new Date('2026-01-01'));
    writeFileSync(join(place, 'note.txt'), 'mine');
    await value(service, 'backups.make', {});
    const names = readdirSync(place);
    expect(names).toContain('note.txt');
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(names.length).toBeLessThan(15);
  });
});

describe('a restore', () => {
  test('says first what would change, and can be taken back', async () => {
    const service = await filled('restored');
    const { name } = await value(service, 'backups.make', {});
    await importing(service, folder, 'more.csv', attendanceCsv('2025-09-01', '2026-01-13'));
    const preview = await value(service, 'backups.inspect', { backup: name });
    expect(preview).toMatchObject({
      name,
      file: { sites: 2, lastDay: '2025-09-30' },
      now: { sites: 2, lastDay: '2026-01-13' },
    });
    const after = await siteDays(service);
    expect(preview.now?.siteDays).toBe(after);
    const { before } = await value(service, 'backups.restore', { backup: name });
    expect(await siteDays(service)).toBe(preview.file.siteDays);
    expect(before?.reason).toBe('restore');
    await value(service, 'backups.restore', { backup: before?.name ?? '' });
    expect(await siteDays(service)).toBe(after);
    expect((await value(service, 'data.check', {})).ok).toBe(true);
  });

  test('is seen by the worker and by this thread, which both have the data open', async () => {
    const service = createService({
      dataFolder: join(folder, 'threads'),
      today: () => testToday,
      jobs: new WorkerJobs(),
    });
    opened.push(service);
    await importing(service, folder, 'threads.csv', attendanceCsv('2025-09-01', '2025-12-12'));
    const plan = { from: '2026-01-12', to: '2026-01-16', asOf: '2025-12-12' };
    const first = await value(service, 'plan.week', plan);
    const { name } = await value(service, 'backups.make', {});
    await importing(
      service,
      folder,
      'threads-2.csv',
      attendanceCsv('2025-09-01', '2025-12-12').replaceAll(';12', ';9'),
    );
    expect((await value(service, 'plan.week', plan)).rows).not.toEqual(first.rows);
    const told: string[] = [];
    service.subscribe(({ type }) => told.push(type));
    const [restored] = await Promise.all([
      value(service, 'backups.restore', { backup: name }),
      value(service, 'app.state', {}),
      value(service, 'settings.save', { theme: 'dark' }),
    ]);
    expect(restored.before).not.toBeNull();
    expect(told).toContain('changed');
    expect((await value(service, 'plan.week', plan)).rows).toEqual(first.rows);
    expect((await value(service, 'imports.list', {})).length).toBe(1);
  }, 60_000);

  test('brings a backup of an older version up to date', async () => {
    const service = await filled('newest');
    const old = join(folder, 'old.sqlite');
    const db = new BetterSqlite3(old);
    migrate(db, migrations, 10);
    db.exec("INSERT INTO site (name, folded, kind) VALUES ('Ancienne', 'ancienne', 'E')");
    db.close();
    const bytes = readFileSync(old);
    const { ticket } = await service.registerFile(old);
    await value(service, 'backups.restore', { tickets: [ticket] });
    expect((await value(service, 'sites.list', {})).map(({ name }) => name)).toEqual(['Ancienne']);
    expect((await value(service, 'data.check', {})).schemaVersion).toBe(known);
    expect(readFileSync(old).equals(bytes)).toBe(true);
  });

  test.each([
    ['no backup', 'text.csv', 'date;site\n'.repeat(500), 'n’est pas une sauvegarde'],
    ['cut off', 'cut.sqlite', null, 'abîmé'],
  ])('of a file that is %s is refused, and nothing changes', async (_, name, text, words) => {
    const service = await filled(`refused-${name}`, '2025-12-12');
    const copy = join(folder, `copy-of-${name}`);
    await value(service, 'backups.save', { tickets: [service.registerTarget(copy)] });
    const file = join(folder, name);
    writeFileSync(file, text ?? readFileSync(copy).subarray(0, 4096 * 30));
    const before = await siteDays(service);
    const { ticket } = await service.registerFile(file);
    const refused = await error(service, 'backups.restore', { tickets: [ticket] });
    expect(refused).toMatchObject({ kind: 'refused', message: expect.stringContaining(words) });
    expect(await siteDays(service)).toBe(before);
    expect((await value(service, 'backups.list', {})).backups).toEqual([]);
  });

  test('of a newer version’s file, or of one that is gone, is refused', async () => {
    const service = await filled('newer');
    const copy = join(folder, 'newer.sqlite');
    await value(service, 'backups.save', { tickets: [service.registerTarget(copy)] });
    const db = new BetterSqlite3(copy);
    db.pragma('user_version = 9999');
    db.close();
    const { ticket } = await service.registerFile(copy);
    expect((await error(service, 'backups.inspect', { tickets: [ticket] }))?.message).toContain(
      'plus récente',
    );
    const gone = { backup: 'bonne-mesure_2020-01-01_09-00_01_daily.sqlite' };
    expect((await error(service, 'backups.restore', gone))?.kind).toBe('not-found');
    const outside = { backup: '../canteen.sqlite' };
    expect((await error(service, 'backups.restore', outside))?.kind).toBe('invalid-input');
  });

  test('takes what a copied database has in the log beside it', async () => {
    const from = join(folder, 'copied');
    const db = openDatabase(join(folder, 'logged.sqlite'));
    db.exec("INSERT INTO site (name, folded, kind) VALUES ('Au journal', 'au journal', 'E')");
    mkdirSync(from);
    for (const end of ['', '-wal']) {
      writeFileSync(join(from, `canteen.sqlite${end}`), readFileSync(join(folder, `logged.sqlite${end}`)));
    }
    db.close();
    const service = serviceOn('logged');
    const { ticket } = await service.registerFile(join(from, 'canteen.sqlite'));
    await value(service, 'backups.restore', { tickets: [ticket] });
    expect((await value(service, 'sites.list', {})).map(({ name }) => name)).toEqual(['Au journal']);
  });

  test('is possible when the data cannot be opened any more; the damaged file is kept', async () => {
    const first = await filled('broken');
    const { name } = await value(first, 'backups.make', {});
    const days = await siteDays(first);
    await first.close();
    const file = databaseFile(join(folder, 'broken'));
    writeFileSync(file, 'no database at all'.repeat(400));
    const service = onDay('broken', testToday);
    expect((await error(service, 'app.state', {}))?.kind).toBe('damaged-data');
    expect((await value(service, 'backups.list', {})).backups).toHaveLength(1);
    const restored = await value(service, 'backups.restore', { backup: name });
    expect(restored).toMatchObject({ now: null, before: null });
    expect(await siteDays(service)).toBe(days);
    const kept = readdirSync(backupFolder(join(folder, 'broken'))).find((of) => of.startsWith('damaged_'));
    expect(readFileSync(join(backupFolder(join(folder, 'broken')), kept ?? ''), 'utf8')).toContain(
      'no database',
    );
  });
});

describe('a copy', () => {
  test('is never written over the data, nor over a file that was given to be read', async () => {
    const service = await filled('over');
    const live = databaseFile(join(folder, 'over'));
    const over = { tickets: [service.registerTarget(live)] };
    expect((await error(service, 'backups.save', over))?.kind).toBe('refused');
    // Another spelling of the name, as macOS takes it, leads to the same file as a second name does.
    const second = join(folder, 'over', 'CANTEEN-2.sqlite');
    linkSync(live, second);
    const byName = { tickets: [service.registerTarget(second)] };
    expect((await error(service, 'backups.save', byName))?.kind).toBe('refused');
    rmSync(second);
    const { ticket } = await service.registerFile(join(folder, 'in/over.csv'));
    expect((await error(service, 'backups.save', { tickets: [ticket] }))?.kind).toBe('refused');
    expect(await siteDays(service)).toBeGreaterThan(0);
  });

  test('to a folder that is not there is refused in words', async () => {
    const service = await filled('nowhere');
    const tickets = [service.registerTarget(join(folder, 'not/there/x.sqlite'))];
    expect(await error(service, 'backups.save', { tickets })).toMatchObject({
      kind: 'file',
      message: expect.stringContaining('not/there'),
    });
  });
});

test('data of an older version are backed up before they are brought up to date', async () => {
  const place = join(folder, 'older');
  mkdirSync(place);
  const db = new BetterSqlite3(databaseFile(place));
  migrate(db, migrations, 10);
  db.exec("INSERT INTO site (name, folded, kind) VALUES ('Ancienne', 'ancienne', 'E')");
  db.close();
  const service = serviceOn('older');
  await value(service, 'app.state', {});
  const { backups } = await value(service, 'backups.list', {});
  expect(backups).toMatchObject([{ reason: 'migration' }]);
  const copy = new BetterSqlite3(join(backupFolder(place), backups[0]?.name ?? ''), { readonly: true });
  expect(copy.pragma('user_version', { simple: true })).toBe(10);
  expect(copy.prepare('SELECT name FROM site').pluck().all()).toEqual(['Ancienne']);
  copy.close();
  expect((await value(service, 'data.check', {})).schemaVersion).toBe(known);
});
