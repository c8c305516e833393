import { existsSync, linkSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { backUp, backUpNow, type CopyHooks } from '../../../db/backup.ts';
import { patiently, remove, rename } from '../../../db/files/patience.ts';
import { makePrivateFolder } from '../../../db/files/private.ts';
import type { ReadonlyDatabase } from '../../../db/open.ts';
import { backupName } from '../../api/backups.ts';
import type { BackupReason, BackupRecord } from '../../api/records.ts';
import { now } from '../context/clock.ts';
import type { Backups } from '../context/ports.ts';
import { backupFailure } from './failures.ts';
import { outdated } from './rotation.ts';

/** What a copy that was cut off leaves behind. */
const unfinished = /^bonne-mesure_.*\.part(-journal|-wal|-shm)?$/;

/** A copy that is under way is younger than this, in milliseconds. */
const anHour = 3_600_000;

const isNameTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';

/** Gives a file a name that nothing has yet. Throws `EEXIST` where something has. */
function claim(part: string, file: string): void {
  try {
    patiently(() => linkSync(part, file));
  } catch (error) {
    if (isNameTaken(error) || existsSync(file)) throw error;
    // Memory sticks know no second name for a file.
    rename(part, file);
  }
}

/** What is written while the copy is made may not be in it: it counts as written after it. */
function backdate(part: string, start: Date): void {
  try {
    patiently(() => utimesSync(part, start, start));
  } catch {
    // A copy with a later time is a copy all the same.
  }
}

/** The backups of one data folder: files that each hold all of the data at one time. */
export class BackupFolder implements Backups {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** The latest first; without a folder there is none. */
  list(): readonly BackupRecord[] {
    return this.#names()
      .toSorted()
      .reverse()
      .flatMap((name) => this.#record(name) ?? []);
  }

  fileOf(name: string): string {
    return join(this.path, name);
  }

  /** Makes the folder. Throws a `ServiceError`. */
  prepare(): void {
    try {
      makePrivateFolder(this.path);
    } catch (error) {
      throw backupFailure(error, this.path);
    }
  }

  /**
   * Makes a backup; only then are those removed that it makes superfluous. Throws a `ServiceError` when the folder
   * or the data are at fault; earlier backups then stay as they are.
   */
  async make(
    db: ReadonlyDatabase,
    reason: BackupReason,
    at: string,
    hooks: CopyHooks,
  ): Promise<BackupRecord> {
    this.prepare();
    const placed = this.#placing(reason, at);
    try {
      await backUp(db, this.fileOf(placed.name()), hooks, placed.place);
    } catch (error) {
      throw backupFailure(error, this.path);
    }
    return this.#made(placed.name());
  }

  /** The backup before a migration, which waits for it. */
  makeNow(db: ReadonlyDatabase): BackupRecord {
    this.prepare();
    const placed = this.#placing('migration', now());
    try {
      backUpNow(db, this.fileOf(placed.name()), placed.place);
    } catch (error) {
      throw backupFailure(error, this.path);
    }
    return this.#made(placed.name());
  }

  /** When the data of the latest backup were read, in milliseconds since 1970; `null` without one. */
  lastMade(): number | null {
    const times = this.list().flatMap(({ name }) => this.#timeOf(name) ?? []);
    return times[0] ?? null;
  }

  /** `null` for a file that went meanwhile. */
  #timeOf(name: string): number | null {
    return statSync(this.fileOf(name), { throwIfNoEntry: false })?.mtimeMs ?? null;
  }

  /** Gives a copy the next free name, whoever else makes backups meanwhile. */
  #placing(reason: BackupReason, at: string) {
    const start = new Date();
    let name = this.#nextName(reason, at);
    const place = (part: string): void => {
      backdate(part, start);
      for (;;) {
        try {
          claim(part, this.fileOf(name));
          return;
        } catch (error) {
          const next = this.#nextName(reason, at);
          if (!isNameTaken(error) || next === name) throw error;
          name = next;
        }
      }
    };
    return { place, name: () => name };
  }

  #made(name: string): BackupRecord {
    this.#prune();
    return this.#record(name) as BackupRecord;
  }

  #names(): readonly string[] {
    try {
      return readdirSync(this.path);
    } catch {
      return [];
    }
  }

  #record(name: string): BackupRecord | null {
    const [, day, hours, minutes, , reason] = backupName.exec(name) ?? [];
    const file = statSync(this.fileOf(name), { throwIfNoEntry: false });
    if (!(day && file?.isFile())) {
      return null;
    }
    return { name, at: `${day}T${hours}:${minutes}`, reason: reason as BackupReason, bytes: file.size };
  }

  /** Backups of one minute are numbered. */
  #nextName(reason: BackupReason, at: string): string {
    const minute = `bonne-mesure_${at.replace('T', '_').replace(':', '-')}`;
    const last = this.list().find(({ name }) => name.startsWith(minute));
    const number = last ? Number(last.name.slice(minute.length + 1, minute.length + 3)) + 1 : 1;
    return `${minute}_${String(number).padStart(2, '0')}_${reason}.sqlite`;
  }

  #prune(): void {
    const old = Date.now() - anHour;
    const left = this.#names().filter((name) => unfinished.test(name) && (this.#timeOf(name) ?? old) < old);
    for (const name of [...outdated(this.list()).map((backup) => backup.name), ...left]) {
      // What another program holds open goes next time.
      remove(this.fileOf(name));
    }
  }
}
