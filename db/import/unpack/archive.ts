import { closeSync, createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { type Entry, fromFdPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl';
import { openFile } from '../../files/reading.ts';
import { SourceRefused } from '../source-refused.ts';

export interface ArchiveLimits {
  readonly files: number;
  /** Megabytes of all files together, unpacked. */
  readonly megabytes: number;
}

export interface ArchiveEntry {
  readonly name: string;
  /** Unpacked. What the directory says; reading fails when the content is longer or shorter. */
  readonly size: number;
  readonly entry: Entry;
}

/**
 * Opens a ZIP archive for `use`, once its directory has shown that it is within the limits, and that no name leads
 * out of the archive. Nothing is unpacked before.
 */
export async function withArchive<T>(
  path: string,
  limits: ArchiveLimits,
  use: (entries: readonly ArchiveEntry[], archive: ZipFile) => Promise<T>,
): Promise<T> {
  return await sayDamaged(async () => {
    // Names are decoded here, so that a refused one can be told.
    const archive = await opened(path);
    try {
      return await use(await entriesOf(archive, limits), archive);
    } finally {
      archive.close();
    }
  });
}

async function opened(path: string): Promise<ZipFile> {
  const file = openFile(path);
  try {
    return await fromFdPromise(file, { decodeStrings: false, autoClose: false, lazyEntries: true });
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

async function entriesOf(archive: ZipFile, limits: ArchiveLimits): Promise<readonly ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  let bytes = 0;
  for await (const entry of archive.eachEntry()) {
    const name = getFileNameLowLevel(
      entry.generalPurposeBitFlag,
      entry.fileNameRaw,
      entry.extraFields,
      false,
    ).normalize('NFC');
    if (validateFileName(name) !== null || name.includes('\0')) {
      throw new SourceRefused({ code: 'unsafe-archive-name', params: {}, value: name });
    }
    if (name.endsWith('/')) {
      continue;
    }
    if (entry.isEncrypted()) {
      throw new SourceRefused({ code: 'encrypted-archive', params: {}, value: name });
    }
    bytes += entry.uncompressedSize;
    if (bytes > limits.megabytes * 1e6) {
      throw new SourceRefused({ code: 'archive-too-large', params: { megabytes: limits.megabytes } });
    }
    if (entries.push({ name, size: entry.uncompressedSize, entry }) > limits.files) {
      throw new SourceRefused({ code: 'too-many-files', params: { limit: limits.files } });
    }
  }
  return entries;
}

/** Writes one entry to a file. */
export async function copyEntry(archive: ZipFile, { entry }: ArchiveEntry, path: string): Promise<void> {
  await sayDamaged(async () =>
    pipeline(
      await archive.openReadStreamPromise(entry),
      createWriteStream(path, { fd: openFile(path, 'wx') }),
    ),
  );
}

/** Reads one entry through, piece by piece; a changed byte is found at its end. */
export async function readEntry(
  archive: ZipFile,
  { entry }: ArchiveEntry,
  visit: (bytes: Buffer) => void,
): Promise<void> {
  let sum = 0;
  const sink = new Writable({
    write(bytes: Buffer, _, done) {
      try {
        sum = crc32(bytes, sum);
        visit(bytes);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  await pipeline(await archive.openReadStreamPromise(entry), sink);
  if (sum !== entry.crc32) {
    throw new SourceRefused({ code: 'damaged-archive', params: {} });
  }
}

/** What the archive's structure does not bear out is damage; errors of the file system, and of ours, stay. */
async function sayDamaged<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw isDamage(error) ? new SourceRefused({ code: 'damaged-archive', params: {} }) : error;
  }
}

/** The libraries throw plain errors, and range errors where sizes lead out of the file. */
function isDamage(error: unknown): boolean {
  const { name, syscall } = error as { name?: unknown; syscall?: unknown };
  return (name === 'Error' || name === 'RangeError') && syscall === undefined;
}
