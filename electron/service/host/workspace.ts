import { remove } from '../../../db/files/patience.ts';
import { closeToOthers, makePrivateFile, makePrivateFolder } from '../../../db/files/private.ts';
import { removeLeftovers } from '../../../db/files/temporary.ts';
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

/** A data folder with its open database and the models fitted from it. One per thread. */
export class Workspace {
  readonly dataFolder: string;
  readonly models: ModelCache;
  readonly backups: BackupFolder;
  #db: Database | undefined;
  #unsaid: unknown[] = [];

  constructor(dataFolder: string) {
    this.dataFolder = dataFolder;
    this.models = new ModelCache(new ModelStore(modelFolder(dataFolder)));
    this.backups = new BackupFolder(backupFolder(dataFolder));
  }

  /** Opened at first use, so that a refused database is told as the answer of a call. */
  get db(): Database {
    if (!this.#db) {
      makeFolder(this.dataFolder);
      // Programs of other versions would run what lies there, whoever put it there.
      remove(formerCodeFolder(this.dataFolder));
      removeLeftovers();
      const file = databaseFile(this.dataFolder);
      makePrivateFile(file);
      for (const end of ['', '-wal', '-shm']) closeToOthers(`${file}${end}`);
      this.#db = openDatabase(file, {
        beforeMigrating: (db) => this.#keepBeforeMigrating(db),
      });
    }
    return this.#db;
  }

  /** Whether this thread has the data open. */
  get isOpen(): boolean {
    return this.#db !== undefined;
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

  close(): void {
    this.#db?.close();
    this.#db = undefined;
  }
}
