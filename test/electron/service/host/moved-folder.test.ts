import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openBackup } from '../../../../db/backup.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import type { Service } from '../../../../electron/service/host/service.ts';
import { createService } from '../../../../electron/service/host/service.ts';
import { WorkerJobs } from '../../../../electron/service/host/worker-jobs.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { attendanceCsv } from '../../canteen-files.ts';
import { error, importing, testToday, value } from '../support/asking.ts';

const folder = temporaryFolder();
const here = (name: string) => join(folder, name);

async function opened(name: string, withWorker: boolean): Promise<Service> {
  const jobs = withWorker ? { jobs: new WorkerJobs() } : {};
  const service = createService({ dataFolder: here(name), today: () => testToday, ...jobs });
  await importing(service, folder, `${name}.csv`, attendanceCsv('2025-09-01', '2025-09-30'));
  return service;
}

const closure = { kind: 'closure', from: '2026-01-20', to: '2026-01-20', siteId: null } as const;

describe('the folder of the open data', () => {
  const away: readonly [what: string, take: (dataFolder: string) => void][] = [
    ['is renamed', (dataFolder) => renameSync(dataFolder, `${dataFolder}-renamed`)],
    ['is deleted', (dataFolder) => rmSync(dataFolder, { recursive: true })],
    [
      'is replaced by a copy',
      (dataFolder) => {
        renameSync(dataFolder, `${dataFolder}-old`);
        mkdirSync(dataFolder);
        copyFileSync(databaseFile(`${dataFolder}-old`), databaseFile(dataFolder));
      },
    ],
    [
      'gets another file in the place of the data',
      (dataFolder) => {
        copyFileSync(databaseFile(dataFolder), `${dataFolder}.other`);
        renameSync(`${dataFolder}.other`, databaseFile(dataFolder));
      },
    ],
    ['loses its log', (dataFolder) => rmSync(`${databaseFile(dataFolder)}-wal`)],
  ];

  const cases = away.flatMap(([what, take]) => [true, false].map((worker) => [what, worker, take] as const));

  test.each(cases)(
    '%s (worker: %s): nothing is said to be saved, and a copy can be kept',
    async (what, worker, take) => {
      const name = `${what.replaceAll(' ', '-')}-${worker}`;
      const service = await opened(name, worker);
      await value(service, 'closures.save', { closures: [closure] });
      // As every page does first: the thread that answers has the data open too.
      await value(service, 'app.state', {});
      take(here(name));
      const existed = existsSync(here(name));
      const refused = await error(service, 'closures.save', {
        closures: [{ ...closure, from: '2026-01-19' }],
      });
      expect(refused).toMatchObject({
        kind: 'file',
        message: expect.stringContaining('déplacé, supprimé ou remplacé'),
      });
      expect(await error(service, 'backups.make', {})).toEqual(refused);
      expect(await error(service, 'data.check', {})).toEqual(refused);
      expect(existsSync(here(name))).toBe(existed);
      const copy = here(`${name}.sqlite`);
      await value(service, 'backups.save', { tickets: [service.registerTarget(copy)] });
      const kept = openBackup(copy);
      expect(kept.prepare('SELECT count(*) FROM closure').pluck().get()).toBe(1);
      kept.close();
      await service.close();
    },
  );

  test('is put back in its place: all goes on', async () => {
    const service = await opened('back', false);
    renameSync(here('back'), here('elsewhere'));
    expect(await error(service, 'closures.save', { closures: [closure] })).not.toBeNull();
    renameSync(here('elsewhere'), here('back'));
    await value(service, 'closures.save', { closures: [closure] });
    await service.close();
  });

  test('a log that went with the last thread that had the data open is not missed', async () => {
    const jobs = new WorkerJobs();
    const service = createService({ dataFolder: here('log'), today: () => testToday, jobs });
    await importing(service, folder, 'log.csv', attendanceCsv('2025-09-01', '2025-09-30'));
    // As a worker does that is stopped, or let go: its log goes with it, and this thread begins another.
    await jobs.close();
    await value(service, 'app.state', {});
    await value(service, 'closures.save', { closures: [closure] });
    rmSync(`${databaseFile(here('log'))}-wal`);
    expect(
      await error(service, 'closures.save', { closures: [{ ...closure, from: '2026-01-19' }] }),
    ).toMatchObject({
      kind: 'file',
    });
    await service.close();
  });
});
