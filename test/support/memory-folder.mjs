import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

/** Linux keeps what lies there in memory. */
const memory = '/dev/shm';
const start = 'bonne-mesure-tests-';
const ownFolder = join(memory, `${start}${process.pid}`);

/** What all temporary folders of a run come to at most, and as much again. */
const neededBytes = 2 ** 31;

/**
 * Temporary folders lie in memory during the tests: a disk takes milliseconds for each change that SQLite has it write
 * through, thousands of times. What a test sees is the same. Where memory is short, programs may not run from there,
 * or `TMPDIR` says where they are to lie, nothing changes.
 */
export function takeMemoryFolder() {
  if (process.env.TMPDIR !== undefined && process.env.TMPDIR !== ownFolder) return;
  if (process.platform !== 'linux' || !existsSync(memory)) return;
  clearLeftFolders();
  const { bavail, bsize } = statfsSync(memory);
  if (bavail * bsize < neededBytes || freemem() < neededBytes) return;
  mkdirSync(ownFolder, { recursive: true });
  // As the system's own: tests run programs as other users, too.
  chmodSync(ownFolder, 0o1777);
  if (runsPrograms()) process.env.TMPDIR = ownFolder;
  else removeMemoryFolder();
}

export const removeMemoryFolder = () => rmSync(ownFolder, { recursive: true, force: true, maxRetries: 5 });

function runsPrograms() {
  const program = join(ownFolder, 'program');
  writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  const { status } = spawnSync(program);
  rmSync(program);
  return status === 0;
}

/** Those of runs that were ended from outside. */
function clearLeftFolders() {
  for (const name of readdirSync(memory).filter((one) => one.startsWith(start))) {
    if (existsSync(`/proc/${name.slice(start.length)}`)) continue;
    rmSync(join(memory, name), { recursive: true, force: true });
  }
}
