import { readSync } from 'node:fs';
import { remove, writeNew } from './files/patience.ts';
import { privateFile } from './files/private.ts';
import { lookAt, readOwnText, withOpenFile } from './files/reading.ts';

// What was committed last lies in the log beside a database until it is written into it. Of a log that was cut,
// damaged or taken away SQLite takes what is whole, and says nothing. So how far the log had come is noted in a file
// of its own after each work that writes, and compared at the next start. The formats are SQLite's:
// https://sqlite.org/walformat.html

/** How far a log has come: which log it is, and how many pages it holds. */
interface LogState {
  /** Grows by one each time that the log is begun anew; the other half is drawn by chance. */
  readonly salt: number;
  readonly chance: number;
  readonly frames: number;
  /** The length that the log must have at least. */
  readonly bytes: number;
}

const headerBytes = 48;
const logHeaderBytes = 32;
const frameHeaderBytes = 24;

const markOf = (database: string) => `${database}-mark`;

/** What the index of the log says; `null` where there is none, or somebody is writing it at this moment. */
function readLogState(database: string): LogState | null {
  const index = `${database}-shm`;
  try {
    return withOpenFile(index, 'r', (file) => {
      const both = Buffer.alloc(2 * headerBytes);
      readSync(file, both, 0, both.length, 0);
      const header = both.subarray(0, headerBytes);
      // The header is there twice, so that a reader sees when it is half written.
      if (!header.equals(both.subarray(headerBytes)) || header.readUInt8(12) === 0) return null;
      const pageSize = header.readUInt16LE(14) === 1 ? 65_536 : header.readUInt16LE(14);
      const frames = header.readUInt32LE(16);
      return {
        salt: header.readUInt32BE(32),
        chance: header.readUInt32BE(36),
        frames,
        bytes: frames === 0 ? 0 : logHeaderBytes + frames * (frameHeaderBytes + pageSize),
      };
    });
  } catch {
    return null;
  }
}

/** Whether the log of an open database is at least as long as its index says. */
export function isLogWhole(database: string): boolean {
  const state = readLogState(database);
  return state === null || (lookAt(`${database}-wal`)?.size ?? 0) >= state.bytes;
}

/** Notes how far the log of an open database has come. Never throws: without the note a loss may go unseen. */
export function markLog(database: string): void {
  const state = readLogState(database);
  try {
    if (state === null) return;
    if (state.frames === 0) remove(markOf(database));
    else writeNew(markOf(database), `${state.salt} ${state.chance} ${state.frames}\n`, privateFile);
  } catch {
    // The folder went, or cannot be written.
  }
}

/** Of a database that was closed: its log was written into it, unless another program still has it open. */
export function forgetLog(database: string): void {
  if (lookAt(`${database}-wal`) === undefined) remove(markOf(database));
}

/** What was noted of a database before it is opened. */
interface LogMark extends Pick<LogState, 'salt' | 'chance' | 'frames'> {
  /** Nothing was written into the database since: what the log held is nowhere else. */
  readonly isLatest: boolean;
}

export function readLogMark(database: string): LogMark | null {
  try {
    const [salt, chance, frames] = readOwnText(markOf(database)).split(' ').map(Number);
    if (salt === undefined || chance === undefined || !Number.isInteger(frames)) return null;
    const [written, noted] = [database, markOf(database)].map((path) => lookAt(path)?.mtimeMs ?? 0);
    return { salt, chance, frames: Number(frames), isLatest: Number(written) < Number(noted) };
  } catch {
    return null;
  }
}

/** A log begun anew since has the next numbers. */
const isLater = (found: number, noted: number) => {
  const steps = (found - noted) >>> 0;
  return steps > 0 && steps < 1_000_000;
};

/** Of a database that was just opened: whether its log holds less than was noted, though it was written nowhere else. */
export function hasLostLog(database: string, mark: LogMark | null): boolean {
  if (mark === null) return false;
  const state = readLogState(database);
  if (state?.salt === mark.salt && state.chance === mark.chance) return state.frames < mark.frames;
  if (state !== null && state.frames > 0 && isLater(state.salt, mark.salt)) return false;
  return mark.isLatest;
}
