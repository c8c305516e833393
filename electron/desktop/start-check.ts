import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

/** Why the app cannot start, and what it is about: a path, or what the system said. */
export interface Obstacle {
  readonly kind: 'incomplete' | 'unsuited' | 'noFolder';
  readonly detail: string;
}

/** What the app needs beside its main file, from the folder that this lies in. */
const parts = ['preload.cjs', 'worker.js', 'cli.js', join('..', 'renderer', 'index.html')];

/** What would fail later without a word: a copy that stopped half-way, a program of another system, a folder that is none. */
export function obstacleToStart(processFolder: string, profile: string): Obstacle | null {
  const missing = parts.map((part) => join(processFolder, part)).find((path) => !existsSync(path));
  if (missing !== undefined) {
    return { kind: 'incomplete', detail: missing };
  }
  try {
    // Its binary is loaded with the first database.
    new BetterSqlite3(':memory:').close();
  } catch (error) {
    return { kind: 'unsuited', detail: (error as Error).message.split('\n')[0] ?? '' };
  }
  try {
    mkdirSync(profile, { recursive: true });
  } catch {
    return { kind: 'noFolder', detail: profile };
  }
  return null;
}
