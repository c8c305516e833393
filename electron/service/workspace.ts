import { mkdirSync } from 'node:fs';
import { type Database, openDatabase } from '../../db/open.ts';
import { databaseFile } from './data-folder.ts';
import { ModelCache } from './plan/model-cache.ts';

/** A data folder with its open database and the models fitted from it. One per thread. */
export class Workspace {
  readonly dataFolder: string;
  readonly models = new ModelCache();
  #db: Database | undefined;

  constructor(dataFolder: string) {
    this.dataFolder = dataFolder;
  }

  /** Opened at first use, so that a refused database is told as the answer of a call. */
  get db(): Database {
    if (!this.#db) {
      mkdirSync(this.dataFolder, { recursive: true });
      this.#db = openDatabase(databaseFile(this.dataFolder));
    }
    return this.#db;
  }

  close(): void {
    this.#db?.close();
    this.#db = undefined;
  }
}
