import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';

import { partOf } from './parts.ts';

/** What a system answers while somebody else holds a file for a moment: a virus scanner, an index, a sync client. */
const passing = new Set(['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY', 'EMFILE', 'ENFILE', 'UNKNOWN']);

/** Waits before each further try, in milliseconds: a second and a half in all. */
const pauses = [20, 40, 80, 160, 300, 400, 500] as const;

const isPassing = (error: unknown) => passing.has(String((error as NodeJS.ErrnoException).code));

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Does one step of the file system, again where it is held up for a moment. Throws what the last try threw. */
export function patiently<T>(step: () => T): T {
  for (const pause of pauses) {
    try {
      return step();
    } catch (error) {
      if (!isPassing(error)) throw error;
      sleep(pause);
    }
  }
  return step();
}

/** Gives a file another name; what had that name is replaced. */
export function rename(from: string, to: string): void {
  patiently(() => renameSync(from, to));
}

/** Gives a file a second name. Throws `EEXIST` where something has it. */
export function link(from: string, to: string): void {
  patiently(() => linkSync(from, to));
}

/** Sets the time of a file; where the system keeps it, the file stays as it is. */
export function setTime(path: string, time: Date): void {
  try {
    patiently(() => utimesSync(path, time, time));
  } catch {
    // A file with another time is a file all the same.
  }
}

/** Has all that was written to an open file put on the disk. */
export function flushToDisk(file: number): void {
  patiently(() => fsyncSync(file));
}

/** What is written: at once, or piece by piece as it is made. */
type Content = string | Uint8Array | Generator<string>;

function writeContent(handle: number, content: Content): void {
  const isWhole = typeof content === 'string' || content instanceof Uint8Array;
  for (const piece of isWhole ? [content] : content) writeFileSync(handle, piece);
}

/** Writes a file that nobody else looks at yet, as in a temporary folder. */
export function writeNew(file: string, content: Content, mode = 0o666): void {
  const handle = patiently(() => openSync(file, 'w', mode));
  try {
    writeContent(handle, content);
  } finally {
    closeSync(handle);
  }
}

/** Removes a file, or a folder with all in it. Answers whether it is gone; never throws. */
export function remove(path: string): boolean {
  try {
    patiently(() => rmSync(path, { recursive: true, force: true }));
    return true;
  } catch {
    return false;
  }
}

/** Where a path leads, through links; the path itself where nothing lies there yet. */
function placeOf(path: string): {
  readonly place: string;
  readonly isDevice: boolean;
  readonly mode?: number;
} {
  const found = patiently(() => statSync(path, { throwIfNoEntry: false }));
  if (found === undefined) return { place: path, isDevice: false };
  const isDevice = !found.isFile() && !found.isDirectory();
  return { place: patiently(() => realpathSync(path)), isDevice, mode: found.mode & 0o777 };
}

/**
 * Writes a file whole or not at all: beside its place, then in it. A pipe or a device is written to, not replaced.
 * `mode`: of a new file; one that is replaced keeps its own. Throws what the file system says.
 */
export function writeWhole(file: string, content: Content, mode = 0o666): void {
  const { place, isDevice, mode: kept = mode } = placeOf(file);
  if (isDevice) {
    writeNew(place, content);
    return;
  }
  const part = partOf(place);
  try {
    const handle = patiently(() => openSync(part, 'wx', kept));
    try {
      writeContent(handle, content);
      flushToDisk(handle);
    } finally {
      closeSync(handle);
    }
    rename(part, place);
  } catch (error) {
    remove(part);
    throw error;
  }
}
