import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { backUp, backUpNow, type CopyHooks } from '../../../db/backup.ts';
import { link, remove, rename, setTime } from '../../../db/files/patience.ts';
import { makePrivateFolder } from '../../../db/files/private.ts';
import { lookAt } from '../../../db/files/reading.ts';
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

/** Names in the order of their minutes and numbers: the hundredth of a minute comes after the ninety-ninth. */
const inOrder = new Intl.Collator('en', { numeric: true });

/** Gives a file a name that nothing has yet. Throws `EEXIST` where something has. */
function claim(part: string, file: string): void {
  try {
    link(part, file);
  } catch (error) {
    if (isNameTaken(error) || existsSync(file)) throw error;
    // Memory sticks know no second name for a file.
    rename(part, file);
  }
}

/** A backup by its name; `null` for a file of another. */
function recordOf(name: string, bytes: number): BackupRecord | null {
  const [, day, hours, minutes, , reason] = backupName.exec(name) ?? [];
  return day ? { name, at: `${day}T${hours}:${minutes}`, reason: reason as BackupReason, bytes } : null;
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
      .toSorted((a, b) => inOrder.compare(b, a))
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
    try {
      const placed = this.#placing(reason, at);
      const bytes = await backUp(db, this.fileOf(placed.name()), hooks, placed.place);
      return this.#made(placed.name(), bytes);
    } catch (error) {
      throw backupFailure(error, this.path);
    }
  }

  /** The backup before a migration, which waits for it. */
  makeNow(db: ReadonlyDatabase): BackupRecord {
    this.prepare();
    try {
      const placed = this.#placing('migration', now());
      const bytes = backUpNow(db, this.fileOf(placed.name()), placed.place);
      return this.#made(placed.name(), bytes);
    } catch (error) {
      throw backupFailure(error, this.path);
    }
  }

  /** When the data of the latest backup were read, in milliseconds since 1970; `null` without one. */
  lastMade(): number | null {
    const times = this.list().flatMap(({ name }) => this.#timeOf(name) ?? []);
    return times[0] ?? null;
  }

  /** `null` for a file that went meanwhile. */
  #timeOf(name: string): number | null {
    return lookAt(this.fileOf(name))?.mtimeMs ?? null;
  }

  /** Gives a copy the next free name, whoever else makes backups meanwhile. */
  #placing(reason: BackupReason, at: string) {
    const start = new Date();
    let name = this.#nextName(reason, at);
    const place = (part: string): void => {
      // What is written while the copy is made may not be in it: it counts as written after it.
      setTime(part, start);
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

  /** The file itself is not looked at again: it is there, whatever the system says of it. */
  #made(name: string, bytes: number): BackupRecord {
    try {
      this.#prune();
    } catch {
      // What is superfluous goes next time.
    }
    return recordOf(name, bytes) as BackupRecord;
  }

  #names(): readonly string[] {
    try {
      return readdirSync(this.path);
    } catch {
      return [];
    }
  }

  #record(name: string): BackupRecord | null {
    if (!backupName.test(name)) return null;
    const file = lookAt(this.fileOf(name));
    return file?.isFile() ? recordOf(name, file.size) : null;
  }

  /** Backups of one minute are numbered. */
  #nextName(reason: BackupReason, at: string): string {
    const minute = `bonne-mesure_${at.replace('T', '_').replace(':', '-')}`;
    const last = this.list().find(({ name }) => name.startsWith(minute));
    const number = last ? Number.parseInt(last.name.slice(minute.length + 1), 10) + 1 : 1;
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
