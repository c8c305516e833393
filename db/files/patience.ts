import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

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

/** Removes a file, or a folder with all in it. Answers whether it is gone; never throws. */
export function remove(path: string): boolean {
  try {
    patiently(() => rmSync(path, { recursive: true, force: true }));
    return true;
  } catch {
    return false;
  }
}

/** Writes a file whole or not at all: beside its place, then in it. Throws what the file system says. */
export function writeWhole(file: string, content: string | Uint8Array, mode = 0o666): void {
  const part = `${file}.${process.pid}-${randomUUID().slice(0, 8)}.part`;
  try {
    const handle = openSync(part, 'wx', mode);
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    rename(part, file);
  } catch (error) {
    remove(part);
    throw error;
  }
}
