import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { createService, type Service } from '../../../../electron/service/host/service.ts';
import { describeWhere } from '../../../support/describe-where.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { error, importing, testToday, value } from '../support/asking.ts';

const folder = temporaryFolder();
const closure = { kind: 'closure', from: '2026-01-20', to: '2026-01-20', siteId: null } as const;

const open = (dataFolder: string): Service => createService({ dataFolder, today: () => testToday });

async function filled(dataFolder: string): Promise<void> {
  const service = open(dataFolder);
  await importing(service, folder, 'a.csv', attendanceCsv('2025-09-01', '2025-09-30'));
  await value(service, 'backups.make', {});
  await service.close();
}

describe('no data where there are backups', () => {
  test.each([
    ['no file', (file: string) => rmSync(file)],
    ['an empty file', (file: string) => truncateSync(file)],
  ])('%s: nothing is begun in its place, and the last backup is offered', async (what, take) => {
    const dataFolder = join(folder, what.replace(' ', '-'));
    await filled(dataFolder);
    take(databaseFile(dataFolder));
    const service = open(dataFolder);
    const refused = await error(service, 'app.state', {});
    const { backups } = await value(service, 'backups.list', {});
    expect(refused).toMatchObject({
      kind: 'damaged-data',
      message: expect.stringContaining('manque'),
      remedy: expect.stringContaining(backups[0]?.name ?? 'no backup'),
    });
    expect(await error(service, 'closures.save', { closures: [closure] })).toEqual(refused);
    expect(existsSync(databaseFile(dataFolder)) ? readFileSync(databaseFile(dataFolder)).length : 0).toBe(0);
    await value(service, 'backups.restore', { backup: backups[0]?.name ?? '' });
    expect(await value(service, 'app.state', {})).toMatchObject({ empty: false });
    await service.close();
  });
});

/** Whether this process may mount a disk of its own in memory. */
function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'bonne-mesure-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', place], { stdio: 'ignore' });
    execFileSync('umount', [place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

describeWhere(
  process.platform === 'linux' && canMount(),
  'a disk that is not written',
  'no disk can be mounted',
  () => {
    const disk = join(folder, 'disk');
    const dataFolder = join(disk, 'data');
    const mount = (...words: string[]) => execFileSync('mount', words, { stdio: 'ignore' });

    beforeEach(async () => {
      mkdirSync(disk, { recursive: true });
      mount('-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk);
      await filled(dataFolder);
    });

    afterEach(() => execFileSync('umount', ['-l', disk]));

    async function looksAndExports(service: Service): Promise<void> {
      expect(await value(service, 'app.state', {})).toMatchObject({ empty: false, sites: 2 });
      const sheet = await value(service, 'data.export', { kind: 'attendance', format: 'csv' });
      expect(sheet.body).toContain('2025-09-01');
      const copy = join(folder, 'copy.sqlite');
      await value(service, 'backups.save', { tickets: [service.registerTarget(copy)] });
      expect(existsSync(copy)).toBe(true);
    }

    test('read-only: looking, exporting and a copy elsewhere go on, and a change says why not', async () => {
      mount('-o', 'remount,ro', disk);
      const service = open(dataFolder);
      await looksAndExports(service);
      for (const [method, input] of [
        ['closures.save', { closures: [closure] }],
        ['sample.load', {}],
        ['settings.save', { theme: 'dark' }],
      ] as const) {
        expect(await error(service, method, input)).toMatchObject({
          kind: 'file',
          message: expect.stringContaining('ne peut pas être modifié'),
        });
      }
      await service.close();
    });

    test('full: looking, exporting and a copy elsewhere go on, and once there is room so do changes', async () => {
      const fill = join(disk, 'fill');
      try {
        for (let size = 1 << 20; ; ) writeFileSync(fill, Buffer.alloc(size), { flag: 'a' });
      } catch {
        // Full.
      }
      const service = open(dataFolder);
      await looksAndExports(service);
      expect(await error(service, 'closures.save', { closures: [closure] })).toMatchObject({
        kind: 'file',
        message: expect.stringContaining('Le disque est plein'),
      });
      rmSync(fill);
      await value(service, 'closures.save', { closures: [closure] });
      expect(await value(service, 'closures.list', { from: '2026-01-01', to: '2026-01-31' })).toHaveLength(1);
      await service.close();
    });
  },
);
