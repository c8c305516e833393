import { statSync } from 'node:fs';
import { patiently } from '../../../db/files/patience.ts';

/**
 * Which file a path leads to: device and number of the file. `null` where there is none. Throws where the system does
 * not tell: that is no proof that the file went.
 */
function fileNumber(path: string): string | null {
  try {
    const { dev, ino } = patiently(() => statSync(path, { bigint: true }));
    return `${dev}:${ino}`;
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test(String((error as NodeJS.ErrnoException).code))) return null;
    throw error;
  }
}

/** Remembers which files an open database is, to see when others lie there, or none. */
export interface FileIdentity {
  /** `isOpen`: this program has the data open all the time; only then must their log be the same. */
  isInPlace(isOpen: boolean): boolean;
  /**
   * Called once this program has opened the data: a log of before went with the last that had them open. Where the
   * system does not tell which log is there, the next look takes it as it finds it.
   */
  opened(): void;
}

/** The log beside a database, and the index of the log. */
const logOf = (database: string): readonly (string | null)[] =>
  ['-wal', '-shm'].map((end) => fileNumber(`${database}${end}`));

/** Of a database that is there; `undefined` where none is. */
export function identityOf(database: string): FileIdentity | undefined {
  const own = fileNumber(database);
  if (own === null) return undefined;
  // The log is made by the first look at the data, and goes with the last program that has them open.
  let log = logOf(database);
  return {
    isInPlace(isOpen) {
      const found = logOf(database);
      if (!isOpen || log.includes(null)) log = found;
      return fileNumber(database) === own && found.every((number, i) => number === log[i]);
    },
    opened() {
      try {
        log = logOf(database);
      } catch {
        log = [null];
      }
    },
  };
}
