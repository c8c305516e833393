import { resolve } from 'node:path';

/** What SQLite appends to a file's name, `-journal` the longest. */
const suffix = 8;
/** SQLite opens no path of more bytes (`MAX_PATHNAME`), Windows none of more characters (`MAX_PATH`, with its end). */
const longest = { windows: 259, others: 512 };

/**
 * Throws, as the file system does, where SQLite could only say that it cannot open the file: of a path that is too long
 * for it, `ENAMETOOLONG`.
 */
export function requireShortPath(file: string, platform: NodeJS.Platform = process.platform): void {
  const path = resolve(file);
  const windows = platform === 'win32';
  const length = windows ? path.length : Buffer.byteLength(path);
  if (length + suffix <= (windows ? longest.windows : longest.others)) return;
  const told = { code: 'ENAMETOOLONG', syscall: 'open', path };
  throw Object.assign(new Error(`ENAMETOOLONG: name too long, open '${path}'`), told);
}
