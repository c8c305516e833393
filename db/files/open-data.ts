import { type BigIntStats, statSync } from 'node:fs';
import { patiently } from './patience.ts';

// Closing a file gives up every lock that its process has on it (POSIX): what SQLite has open must never be opened as
// a file, by whatever name it is reached.

/** The code of the error of a file that is part of the open data. */
export const openDataCode = 'EOPENDATA';

/** The databases that this thread works on. */
const databases: string[] = [];

/** Keeps a database, its log and the index of that from being opened as files, until the returned function is called. */
export function keepFromFiles(database: string): () => void {
  databases.push(database);
  return () => {
    const place = databases.indexOf(database);
    if (place >= 0) databases.splice(place, 1);
  };
}

const numbersOf = (path: string): BigIntStats | undefined =>
  patiently(() => statSync(path, { bigint: true, throwIfNoEntry: false }));

/** Throws where a path leads to the open data: by itself, a link, or a second name. Opens nothing. */
export function requireNotOpenData(path: string): void {
  if (databases.length === 0) return;
  const asked = numbersOf(path);
  if (asked === undefined) return;
  const parts = databases.flatMap((database) => ['', '-wal', '-shm'].map((end) => `${database}${end}`));
  for (const part of parts) {
    const found = numbersOf(part);
    if (found !== undefined && found.dev === asked.dev && found.ino === asked.ino) {
      throw Object.assign(new Error(`${path} is the open data`), {
        code: openDataCode,
        syscall: 'open',
        path,
      });
    }
  }
}
