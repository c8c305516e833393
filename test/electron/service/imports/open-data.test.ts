import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import type { Service } from '../../../../electron/service/host/service.ts';
import { canteens } from '../support/two-canteens.ts';

let service: Service;
let folder: string;
beforeAll(async () => {
  ({ service } = await canteens());
  folder = join(service.dataFolder, '..', `links-${process.pid}`);
  mkdirSync(folder);
  const file = databaseFile(service.dataFolder);
  symlinkSync(file, join(folder, 'link.csv'));
  linkSync(file, join(folder, 'second-name.xlsx'));
});

const french = { language: 'fr' } as const;
const names = ['canteen.sqlite', 'canteen.sqlite-wal', 'canteen.sqlite-shm'];

test('the open data chosen as a file to import, by any name, are not opened as a file', async () => {
  const paths = [
    ...names.map((name) => join(service.dataFolder, name)),
    join(folder, 'link.csv'),
    join(folder, 'second-name.xlsx'),
  ];
  const tickets = await Promise.all(paths.map(async (path) => (await service.registerFile(path)).ticket));
  const result = await service.call('imports.run', { tickets }, french);
  expect(result).toMatchObject({ ok: true, value: { batch: null } });
  const reasons = result.ok ? result.value.files.map(({ groups }) => groups[0]?.reason) : [];
  expect(reasons).toEqual(paths.map(() => 'Ce sont les données ouvertes dans l’application.'));
});

test('nor as a backup to restore, and the data stay as they are', async () => {
  const before = await service.call('sites.list', {}, french);
  const { ticket } = await service.registerFile(join(folder, 'link.csv'));
  const refused = {
    ok: false,
    error: { kind: 'file', message: expect.stringContaining('données ouvertes') },
  };
  for (const method of ['backups.inspect', 'backups.restore'] as const)
    expect(await service.call(method, { tickets: [ticket] }, french)).toMatchObject(refused);
  expect(await service.call('sites.list', {}, french)).toEqual(before);
});

test('their folder, chosen whole, is read but for them', async () => {
  const { ticket } = await service.registerFile(service.dataFolder);
  const result = await service.call('imports.run', { tickets: [ticket], dryRun: true }, french);
  const files = result.ok ? result.value.files : [];
  const data = files.filter(({ file }) => names.some((own) => file.endsWith(own)));
  expect(data.map(({ groups }) => groups[0]?.reason)).not.toContain(undefined);
  expect(data.every(({ imported }) => imported === 0)).toBe(true);
});
