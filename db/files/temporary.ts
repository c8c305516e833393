import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import { processOfPart } from './parts.ts';
import { patiently, remove } from './patience.ts';

/** What a folder is for, and the process (and the thread, where it is not its first) that it belongs to. */
const ownName = /^bonne-mesure-[a-z]+-(\d+)(?:t(\d+))?-.{6}$/;
const owner = isMainThread ? `${process.pid}` : `${process.pid}t${threadId}`;

/** Makes a folder in the system's for such files, or in another one. `use`: one word that says what for. */
export const makeTemporary = (use: string, within = tmpdir()): string =>
  patiently(() => mkdtempSync(join(within, `bonne-mesure-${use}-${owner}-`)));

/** Lends a folder to some work, and removes it with all in it; that it cannot be removed is no fault of the work. */
export async function withTemporary<T>(
  use: string,
  work: (folder: string) => T | Promise<T>,
  within = tmpdir(),
): Promise<T> {
  const folder = makeTemporary(use, within);
  try {
    return await work(folder);
  } finally {
    remove(folder);
  }
}

/** The same for work that is done at once. */
export function withTemporaryNow<T>(use: string, work: (folder: string) => T): T {
  const folder = makeTemporary(use);
  try {
    return work(folder);
  } finally {
    remove(folder);
  }
}

/** A process that ended, and whose end nobody has asked about: Linux keeps its number, as in containers. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /^\d+ \(.*\) Z /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Removes what processes that were killed left: their temporary folders, and half-written files in `folders`. Never throws. */
export function removeLeftovers(folders: readonly string[] = []): void {
  // The home too: a browser that sees nothing else prints there.
  const temporary = [tmpdir(), homedir()].flatMap((folder) =>
    namesIn(folder).map((name) => ({
      path: join(folder, name),
      pid: Number(ownName.exec(name)?.[1] ?? Number.NaN),
    })),
  );
  const parts = folders.flatMap((folder) =>
    namesIn(folder).map((name) => ({ path: join(folder, name), pid: processOfPart(name) ?? Number.NaN })),
  );
  for (const { path, pid } of [...temporary, ...parts]) {
    if (Number.isInteger(pid) && !isRunning(pid)) remove(path);
  }
}

/** Removes the temporary folders of a thread of this process that was stopped. Never throws. */
export function removeTemporaryOf(thread: number): void {
  for (const name of namesIn(tmpdir())) {
    const [, pid, own] = ownName.exec(name) ?? [];
    if (Number(pid) === process.pid && Number(own) === thread) remove(join(tmpdir(), name));
  }
}
