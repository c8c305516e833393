import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../../db/files/patience.ts';
import { privateFile } from '../../db/files/private.ts';
import { logFailure } from './log.ts';

/** As many as one looks through without searching. */
const most = 10;

const listSchema = z.array(z.string().min(1)).max(100);

/** The files last handed to the app, newest first, kept beside the window's place. */
export class RecentFiles {
  readonly #file: string;
  #paths: readonly string[];

  constructor(file: string) {
    this.#file = file;
    this.#paths = read(file);
  }

  get paths(): readonly string[] {
    return this.#paths;
  }

  /** The last of several files given at once stands first, as if they had come one by one. */
  add(paths: readonly string[]): void {
    const newest = [...new Set(paths.toReversed())];
    this.#keep([...newest, ...this.#paths.filter((path) => !newest.includes(path))].slice(0, most));
  }

  remove(path: string): void {
    this.#keep(this.#paths.filter((kept) => kept !== path));
  }

  clear(): void {
    this.#keep([]);
  }

  /** Where the list cannot be written it lasts until the app is closed: the files themselves must not wait for it. */
  #keep(paths: readonly string[]): void {
    this.#paths = paths;
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeWhole(this.#file, `${JSON.stringify(paths)}\n`, privateFile);
    } catch (error) {
      logFailure('keeping of the recent files', error);
    }
  }
}

/** A list that cannot be read is no loss: it begins anew. */
function read(file: string): readonly string[] {
  try {
    return listSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).slice(0, most);
  } catch {
    return [];
  }
}
