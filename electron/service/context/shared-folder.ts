import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { readTextFile } from '../../../db/files/reading.ts';

/** A folder that others write too: `by` names the program or the kind of network. */
export interface SharedFolder {
  readonly kind: 'synced' | 'network';
  readonly by: string;
}

/** What the system says of folders; injected by tests. */
export interface FolderSurroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What is mounted, as the system tells it; empty where it does not. */
  mounts(): string;
  exists(path: string): boolean;
  /** Where a path leads. */
  real(path: string): string;
}

const here: FolderSurroundings = {
  platform: process.platform,
  env: process.env,
  mounts: () => (process.platform === 'linux' ? readTextFile('/proc/self/mounts') : mountsOfMac()),
  exists: existsSync,
  // That of the system: it leads from a drive letter of Windows to the share behind it.
  real: (path) => realpathSync.native(path),
};

const mountsOfMac = (): string =>
  process.platform === 'darwin' ? execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2_000 }) : '';

/** Names that clients give to the folders that they keep in step. */
const syncNames: readonly (readonly [name: RegExp, by: string])[] = [
  [/^OneDrive([ -].+)?$/i, 'OneDrive'],
  [/^Dropbox([ -].+)?$/i, 'Dropbox'],
  [/^(Google ?Drive|GoogleDrive-.+|DriveFS|Mon Drive|My Drive)$/i, 'Google Drive'],
  [/^Nextcloud([ -]?\w+)?$/i, 'Nextcloud'],
  [/^ownCloud([ -]?\w+)?$/i, 'ownCloud'],
  [/^(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i, 'iCloud'],
  [/^kDrive\w*$/i, 'kDrive'],
  [/^pCloud ?Drive$/i, 'pCloud'],
  [/^(Seafile|SeaDrive)$/i, 'Seafile'],
  [/^Box( Sync|-Box)?$/i, 'Box'],
  [/^(Syncthing|Resilio Sync)$/i, 'Syncthing'],
];

/** What clients leave in such a folder, whatever its name. */
const syncMarks: readonly (readonly [name: string, by: string])[] = [
  ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.tmp.drivedownload', 'Google Drive'],
  ['.nextcloudsync.log', 'Nextcloud'],
  ['.owncloudsync.log', 'ownCloud'],
  ['.stfolder', 'Syncthing'],
];

/** Kinds of file system that lie on another computer, as Linux and macOS name them. */
const networks: readonly (readonly [type: RegExp, by: string])[] = [
  [/^(cifs|smb\w*|fuse\.smb\w*)$/, 'SMB'],
  [/^nfs\d?$/, 'NFS'],
  [/^(webdav|davfs2?|fuse\.davfs2?)$/, 'WebDAV'],
  [/^(fuse\.sshfs|macfuse_sshfs)$/, 'SSHFS'],
  [/^fuse\.rclone$/, 'rclone'],
  [/^fuse\.gvfsd-fuse$/, 'GVfs'],
  [/^afpfs$/, 'AFP'],
  [/^(fuse\.)?(ceph|glusterfs|lustre|afs|ncpfs)$/, 'NAS'],
];

const pathOf = ({ platform }: FolderSurroundings) => (platform === 'win32' ? win32 : posix);

/** A folder and all above it, the nearest first. */
function upwards(folder: string, path: typeof posix): readonly string[] {
  const above = path.dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above, path)];
}

/** Where a folder leads, or would once it is made. */
function realFolder(folder: string, around: FolderSurroundings): string {
  const path = pathOf(around);
  const found = upwards(path.normalize(folder), path).find(around.exists);
  return found === undefined ? folder : path.join(around.real(found), path.relative(found, folder));
}

interface Mount {
  readonly at: string;
  readonly type: string;
}

/** Lines of Linux (`share /mnt/town cifs rw 0 0`) and of macOS (`//town/share on /Volumes/share (smbfs, nodev)`). */
function mountsIn(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const ofMac = /^.* on (\/.*) \(([\w.]+)/.exec(line);
    if (ofMac) return [{ at: ofMac[1] ?? '', type: ofMac[2] ?? '' }];
    const [, at = '', type = ''] = line.split(' ');
    // Spaces are written as octal numbers.
    const place = at.replace(/\\([0-7]{3})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 8)),
    );
    return type === '' ? [] : [{ at: place, type }];
  });
}

function networkOf(folder: string, around: FolderSurroundings): SharedFolder | null {
  if (around.platform === 'win32')
    return /^\\\\(?![.?]\\(?!UNC\\))/.test(folder) ? { kind: 'network', by: 'SMB' } : null;
  const mounts = new Map(mountsIn(around.mounts()).map(({ at, type }) => [at, type]));
  const type = upwards(folder, posix).flatMap((place) => mounts.get(place) ?? [])[0] ?? '';
  const by = networks.find(([pattern]) => pattern.test(type))?.[1];
  return by === undefined ? null : { kind: 'network', by };
}

function syncOf(folder: string, around: FolderSurroundings): SharedFolder | null {
  const path = pathOf(around);
  const places = upwards(folder, path);
  const ofOneDrive = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].flatMap(
    (name) => around.env[name] ?? [],
  );
  const isIn = (root: string) =>
    places.some((place) => place.toLowerCase() === path.normalize(root).toLowerCase());
  const by = ofOneDrive.some(isIn)
    ? 'OneDrive'
    : (syncNames.find(([name]) => places.some((place) => name.test(path.basename(place))))?.[1] ??
      syncMarks.find(([name]) => places.some((place) => around.exists(path.join(place, name))))?.[1]);
  return by === undefined ? null : { kind: 'synced', by };
}

/**
 * Whether a folder lies on a network, or is kept in step by a sync client; `null`: neither, or the system does not
 * tell. SQLite needs locks and a shared memory that neither gives.
 */
export function sharedFolder(folder: string, around: FolderSurroundings = here): SharedFolder | null {
  try {
    const real = realFolder(folder, around);
    // A client's folder may be a link to another place: both names count.
    return networkOf(real, around) ?? syncOf(real, around) ?? syncOf(folder, around);
  } catch {
    return null;
  }
}
