import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folderNotes } from '../../../../electron/service/context/folder-notes.ts';
import { type FolderSurroundings, sharedFolder } from '../../../../electron/service/context/shared-folder.ts';
import { createService } from '../../../../electron/service/host/service.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { testToday, value } from '../support/asking.ts';

const linuxMounts = `overlay / overlay rw,relatime 0 0
proc /proc proc rw 0 0
//server/town /mnt/la\\040ville cifs rw,vers=3.0 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/agent/key vfat rw 0 0
agent@server: /media/far fuse.sshfs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
https://cloud/dav /media/dav fuse.davfs2 rw 0 0
`;
const macMounts = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//agent@server/Town%20Hall on /Volumes/Town Hall (smbfs, nodev, nosuid, mounted by agent)
server:/export on /Volumes/export (nfs)
/dev/disk4s1 on /Volumes/KEY (msdos, local, nodev)
`;

const around = (platform: NodeJS.Platform, more: Partial<FolderSurroundings> = {}): FolderSurroundings => ({
  platform,
  env: {},
  mounts: () => (platform === 'linux' ? linuxMounts : macMounts),
  exists: () => false,
  real: (path) => path,
  ...more,
});

const holding = (...paths: readonly string[]) => ({ exists: (path: string) => paths.includes(path) });

describe('a data folder that others write too is recognised', () => {
  const oneDrive = { env: { OneDrive: 'C:\\Users\\agent\\Mairie' } };
  // A drive letter leads to the share behind it.
  const share = { exists: (path: string) => path === 'Z:\\', real: () => '\\\\server\\town\\' };
  const cases: readonly (readonly [string, string, FolderSurroundings])[] = [
    ['/mnt/la ville/cantine', 'network SMB', around('linux')],
    ['/home/agent/cantine', 'network NFS', around('linux')],
    ['/media/far/cantine', 'network SSHFS', around('linux')],
    ['/media/dav/cantine', 'network WebDAV', around('linux')],
    ['/run/user/1000/gvfs/smb-share:server=nas/cantine', 'network GVfs', around('linux')],
    ['/Volumes/Town Hall/cantine', 'network SMB', around('darwin')],
    ['/Volumes/export', 'network NFS', around('darwin')],
    ['\\\\server\\town\\cantine', 'network SMB', around('win32')],
    ['\\\\?\\UNC\\server\\town', 'network SMB', around('win32')],
    ['Z:\\cantine', 'network SMB', around('win32', share)],
    ['C:\\Users\\agent\\OneDrive - Mairie\\cantine', 'synced OneDrive', around('win32')],
    ['C:\\Users\\agent\\mairie\\cantine', 'synced OneDrive', around('win32', oneDrive)],
    ['C:\\Users\\agent\\Dropbox (Mairie)\\cantine', 'synced Dropbox', around('win32')],
    ['C:\\Users\\agent\\Google Drive\\cantine', 'synced Google Drive', around('win32')],
    ['/opt/agent/Nextcloud/cantine', 'synced Nextcloud', around('linux')],
    ['/opt/agent/Dropbox/cantine', 'synced Dropbox', around('linux')],
    ['/opt/sync/cantine', 'synced Syncthing', around('linux', holding('/opt/sync/.stfolder'))],
    ['/opt/cloud/cantine', 'synced Nextcloud', around('linux', holding('/opt/cloud/.nextcloudsync.log'))],
    ['/Users/a/Library/CloudStorage/OneDrive-Mairie/x', 'synced OneDrive', around('darwin')],
    ['/Users/a/Library/CloudStorage/GoogleDrive-a@b.fr/x', 'synced Google Drive', around('darwin')],
    ['/Users/a/Library/Mobile Documents/x', 'synced iCloud', around('darwin')],
    [
      '/Users/a/cantine',
      'synced Dropbox',
      around('darwin', { ...holding('/Users/a/cantine'), real: () => '/Users/a/Dropbox/cantine' }),
    ],
  ];
  test.each(cases)('%s: %s', (folder, expected, surroundings) => {
    const found = sharedFolder(folder, surroundings);
    expect(`${found?.kind} ${found?.by}`).toBe(expected);
  });

  test.each([
    ['/opt/agent/.local/share/bonne-mesure', around('linux')],
    // A memory stick within a home on the network.
    ['/home/agent/key/cantine', around('linux')],
    ['/Volumes/KEY/cantine', around('darwin')],
    ['C:\\Users\\agent\\AppData\\Roaming\\Bonne Mesure', around('win32')],
    ['\\\\?\\C:\\cantine', around('win32')],
    [
      '/opt/boxes/dropbox-manual',
      around('linux', {
        mounts: () => {
          throw new Error('no');
        },
      }),
    ],
  ])('%s is a folder of its own', (folder, surroundings) => {
    expect(sharedFolder(folder, surroundings)).toBeNull();
  });
});

const root = temporaryFolder();

test('the words say which program or network, and what to do, in both languages', () => {
  const [french] = folderNotes('/opt/Dropbox/cantine', {}, 'fr');
  const [english] = folderNotes('/opt/Dropbox/cantine', {}, 'en');
  expect(french).toMatchObject({ kind: 'synced', message: expect.stringContaining('Dropbox synchronise') });
  expect(english).toMatchObject({ kind: 'synced', message: expect.stringContaining('Dropbox synchronises') });
});

test('a folder whose data went is told at the next start, and not once there are data again', async () => {
  const dataFolder = join(root, 'data');
  const open = () => createService({ dataFolder, userFolder: join(root, 'user'), today: () => testToday });
  const first = open();
  expect(first.notesOfNewFolder('fr')).toEqual([]);
  expect((await value(first, 'app.state', {})).folderNotes).toEqual([]);
  await first.close();
  rmSync(dataFolder, { recursive: true });
  const second = open();
  const [note] = second.notesOfNewFolder('en');
  expect(note).toMatchObject({ kind: 'gone', message: expect.stringContaining('14 January 2026') });
  expect((await value(second, 'app.state', {})).folderNotes).toMatchObject([{ kind: 'gone' }]);
  await value(second, 'sites.add', { name: 'Lilas', kind: 'E', capacity: null, enrolled: null });
  expect((await value(second, 'app.state', {})).folderNotes).toEqual([]);
  await second.close();
});

const hasModes = process.getuid !== undefined;

(hasModes ? test : test.skip)('a folder in which everybody may write is told, in both languages', () => {
  const open = join(root, 'open-to-all');
  mkdirSync(open);
  for (const [mode, kinds] of [
    [0o777, ['open']],
    [0o770, []],
    [0o700, []],
  ] as const) {
    chmodSync(open, mode);
    for (const language of ['fr', 'en'] as const)
      expect(folderNotes(open, {}, language).map(({ kind }) => kind)).toEqual(kinds);
  }
});
