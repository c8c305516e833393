import { join } from 'node:path';
import { keepFromFiles } from '../../../db/files/open-data.ts';
import { remove } from '../../../db/files/patience.ts';
import { closeToOthers, makePrivateFile, makePrivateFolder } from '../../../db/files/private.ts';
import { lookAt } from '../../../db/files/reading.ts';
import { removeLeftovers } from '../../../db/files/temporary.ts';
import { type LookOnly, openLookOnly } from '../../../db/look-only.ts';
import { type Database, openDatabase, type ReadonlyDatabase } from '../../../db/open.ts';
import { BackupFolder } from '../backups/backup-folder.ts';
import {
  backupFolder,
  databaseFile,
  formerCodeFolder,
  modelFolder,
  ownDataFolder,
} from '../context/data-folder.ts';
import { ServiceError } from '../context/errors.ts';
import { ModelCache } from '../models/model-cache.ts';
import { ModelStore } from '../models/model-store.ts';

/** Whatever stands in the way (a file of that name, a right that is missing), it is the folder that is unusable. */
function makeFolder(folder: string): void {
  try {
    makePrivateFolder(folder);
    // One that somebody chose may be for more than this.
    if (folder === ownDataFolder()) closeToOthers(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      throw error;
    }
    throw new ServiceError('file', (t) => t.errors.dataFolderUnusable);
  }
}

/** What is said of a folder, a file or a disk that is read, but not written. */
const unwritable = /^(SQLITE_(READONLY|CANTOPEN|PERM|FULL|IOERR)|EROFS|EACCES|EPERM|ENOSPC|EDQUOT)/;

const isUnwritable = (error: unknown) => unwritable.test(String((error as { code?: unknown }).code));

const sizeOf = (file: string): number => lookAt(file)?.size ?? 0;

/** A data folder with its open database and the models fitted from it. One per thread. */
export class Workspace {
  readonly dataFolder: string;
  readonly models: ModelCache;
  readonly backups: BackupFolder;
  #db: Database | undefined;
  #lookOnly: (LookOnly & { readonly reason: unknown }) | undefined;
  #unsaid: unknown[] = [];
  /** From before the data are opened: another thread may have them open already. */
  readonly #letFilesIn: () => void;

  constructor(dataFolder: string) {
    this.dataFolder = dataFolder;
    this.models = new ModelCache(new ModelStore(modelFolder(dataFolder)));
    this.backups = new BackupFolder(backupFolder(dataFolder));
    this.#letFilesIn = keepFromFiles(databaseFile(dataFolder));
  }

  /** Opened at first use, so that a refused database is told as the answer of a call. */
  get db(): Database {
    // Of data that can only be looked at it takes the type of those that can be changed: SQLite refuses each change,
    // and `whyLookOnly` tells before.
    return this.#db ?? (this.#lookOnly?.db as Database | undefined) ?? this.#open();
  }

  /** Why the data can only be looked at; `null` where they can be changed. Throws what keeps them from being opened. */
  whyLookOnly(): unknown {
    // The disk may have room again by now. What others still read in stays open.
    if (!this.#db) this.#open();
    return this.#db ? null : this.#lookOnly?.reason;
  }

  #open(): Database {
    makeFolder(this.dataFolder);
    // Programs of other versions would run what lies there, whoever put it there.
    remove(formerCodeFolder(this.dataFolder));
    removeLeftovers([
      this.dataFolder,
      this.backups.path,
      modelFolder(this.dataFolder),
      join(this.dataFolder, 'desktop'),
    ]);
    const file = databaseFile(this.dataFolder);
    this.#requireData(file);
    try {
      makePrivateFile(file);
      for (const end of ['', '-wal', '-shm']) closeToOthers(`${file}${end}`);
      this.#db = openDatabase(file, {
        beforeMigrating: (db) => this.#keepBeforeMigrating(db),
      });
      return this.#db;
    } catch (error) {
      if (!isUnwritable(error) || sizeOf(file) === 0) throw error;
      this.#lookOnly ??= { ...openLookOnly(file), reason: error };
      return this.#lookOnly.db as Database;
    }
  }

  /** Where there are backups, or a log, there were data: to begin anew beside them would hide that they are gone. */
  #requireData(file: string): void {
    if (sizeOf(file) > 0) return;
    const [last] = this.backups.list();
    if (last) throw new ServiceError('damaged-data', (t) => t.errors.dataMissing(this.dataFolder, last.name));
    // SQLite removes the log of a file that is not there: whoever puts the file back would miss what it held.
    if (sizeOf(`${file}-wal`) > 0) {
      throw new ServiceError('damaged-data', (t) => t.errors.onlyLog(this.dataFolder));
    }
  }

  /** Whether this thread has the data open. */
  get isOpen(): boolean {
    return this.#db !== undefined || this.#lookOnly !== undefined;
  }

  /** What went wrong beside the work, since this was asked last. */
  takeUnsaid(): readonly unknown[] {
    return this.#unsaid.splice(0);
  }

  /** A migration is one transaction: that its backup cannot be written is no reason to keep the app closed. */
  #keepBeforeMigrating(db: ReadonlyDatabase): void {
    try {
      this.backups.makeNow(db);
    } catch (error) {
      this.#unsaid.push(error);
    }
  }

  /**
   * Called after work that writes: what SQLite keeps in a log beside the file goes into the file. After a kill the log
   * may be taken away or damaged by others, of which SQLite says nothing. It stays where somebody reads at this moment.
   * (Never looked at as a file meanwhile: closing it would give up the locks of the whole process.)
   */
  emptyLog(): void {
    const db = this.#db;
    if (!db) return;
    const patience = Number(db.pragma('busy_timeout', { simple: true }));
    try {
      // An empty log that is emptied looks to others as if the data had changed.
      if (sizeOf(`${databaseFile(this.dataFolder)}-wal`) === 0) return;
      db.pragma('busy_timeout = 0');
      db.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // The work is done and is in the log: a full disk is told by the next work that writes.
    } finally {
      db.pragma(`busy_timeout = ${patience}`);
    }
  }

  close(): void {
    this.#db?.close();
    this.#db = undefined;
    this.#lookOnly?.close();
    this.#lookOnly = undefined;
    this.#letFilesIn();
  }
}
