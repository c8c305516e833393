import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { projectFolder, sourceStamp } from '../../electron/build/builds.js';

/** States of the sources whose results are kept beside those of the present one. */
const keptStamps = 3;

let stamp: string | undefined;

/** A folder for these sources and this Node; making it tidies away those of sources long past. */
function folderOfSources(): string {
  const all = join(projectFolder, 'dist', 'kept');
  stamp ??= `${sourceStamp()}-${process.version}`;
  const folder = join(all, stamp);
  if (mkdirSync(folder, { recursive: true }) === undefined) return folder;
  const byAge = readdirSync(all)
    .map((name) => join(all, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of byAge.filter((one) => one !== folder).slice(keptStamps)) {
    rmSync(old, { recursive: true, force: true });
  }
  return folder;
}

/**
 * What takes long to work out and follows from the sources and its name alone: worked out by the first process that
 * asks, and read by the others, which wait for it. The name says all else that it depends on.
 */
export function kept<T>(name: string, make: () => T): T {
  const path = join(folderOfSources(), name);
  return read<T>(path) ?? alone(`${path}.lock`, () => read<T>(path) ?? written(path, make()));
}

function read<T>(path: string): T | null {
  try {
    return deserialize(readFileSync(path)) as T;
  } catch {
    return null;
  }
}

function written<T>(path: string, value: T): T {
  const fresh = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(fresh, serialize(value));
  renameSync(fresh, path);
  return value;
}

/** Does work while no other process holds the lock; that of a process that is gone is no hindrance. */
function alone<T>(lock: string, work: () => T): T {
  while (!taken(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!ownerRuns(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function ownerRuns(lock: string): boolean {
  try {
    const owner = readFileSync(lock, 'utf8');
    // Empty: taken this moment.
    if (owner !== '') process.kill(Number(owner), 0);
    return true;
  } catch (error) {
    // The lock was given back, or its owner is another's process.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
