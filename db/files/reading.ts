import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  openSync,
  readFileSync,
  type Stats,
  statSync,
} from 'node:fs';
import { requireNotOpenData } from './open-data.ts';
import { patiently } from './patience.ts';

/**
 * Opens a file, never one of the open data; who opens it closes it. Throws what the system still says after a second
 * and a half.
 */
export function openFile(path: string, flags = 'r', mode?: number): number {
  requireNotOpenData(path);
  return patiently(() => openSync(path, flags, mode));
}

/** Lends an open file to some work. */
export function withOpenFile<T>(path: string, flags: 'r' | 'r+', use: (file: number) => T): T {
  const file = openFile(path, flags);
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}

export const readTextFile = (path: string): string => patiently(() => readFileSync(path, 'utf8'));

/** A pipe is not waited for. Windows has no such flag, and no such pipes. */
const atOnce = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a text that the app wrote itself. Throws what the system says, and `EISDIR` for what is no file (a pipe, a
 * device) or is longer than `most` bytes: then it is not what was written.
 */
export function readOwnText(path: string, most = 64e6): string {
  const file = patiently(() => openSync(path, atOnce));
  try {
    const found = fstatSync(file);
    if (!found.isFile() || found.size > most) {
      throw Object.assign(new Error(`${path} is no such file`), { code: 'EISDIR', syscall: 'read', path });
    }
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

export const readBytes = (path: string): Buffer => patiently(() => readFileSync(path));

/** What lies at a path; `undefined` where nothing does. Throws where the system does not tell. */
export const lookAt = (path: string): Stats | undefined =>
  patiently(() => statSync(path, { throwIfNoEntry: false }));

/** For what may be wrong without harm, as a progress: 0 where nothing lies, or the system does not tell. */
export function roughSize(path: string): number {
  try {
    return lookAt(path)?.size ?? 0;
  } catch {
    return 0;
  }
}

export function copyFile(from: string, to: string): void {
  patiently(() => copyFileSync(from, to));
}

/** Do two paths lead to one file: also where a system takes "A" for "a", or a file has two names? */
export function isSameFile(a: string, b: string): boolean {
  const [first, second] = [a, b].map((path) =>
    patiently(() => statSync(path, { bigint: true, throwIfNoEntry: false })),
  );
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
}
