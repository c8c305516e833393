import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { remove } from '../../db/files/patience.ts';
import { openFile, roughSize } from '../../db/files/reading.ts';
import { makeTemporary } from '../../db/files/temporary.ts';

export class UploadTooLarge extends Error {
  override readonly name = 'UploadTooLarge';
}

/** Lets bytes through up to a maximum, and swallows all when more are announced. */
class Limit extends Transform {
  exceeded: boolean;
  readonly #maximum: number;
  #bytes = 0;

  constructor(maximum: number, announced: number) {
    super();
    this.#maximum = maximum;
    this.exceeded = announced > maximum;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.#bytes += chunk.length;
    this.exceeded ||= this.#bytes > this.#maximum;
    done(null, this.exceeded ? undefined : chunk);
  }
}

/** How many files of the largest size may lie there at once. */
const largestAtOnce = 10;

/** Keeps the files that a page sent, or is about to be sent, in a folder of this process, until they are read. */
export class Uploads {
  readonly #maximum: number;
  #folder: string | undefined;
  /** By their tickets, the oldest first. */
  readonly #kept = new Map<string, { readonly path: string; readonly bytes: number }>();

  constructor(maximumBytes: number) {
    this.#maximum = maximumBytes;
  }

  /** A file that was received is known by its ticket now. Where there are too many the oldest ones go. */
  keep(ticket: string, path: string): void {
    this.#kept.set(ticket, { path, bytes: roughSize(path) });
    let bytes = [...this.#kept.values()].reduce((sum, file) => sum + file.bytes, 0);
    for (const [oldest, file] of this.#kept) {
      if (bytes <= this.#maximum * largestAtOnce) return;
      bytes -= file.bytes;
      this.release([oldest]);
    }
  }

  /** Nobody reads these any more. */
  release(tickets: readonly string[]): void {
    for (const ticket of tickets) {
      const file = this.#kept.get(ticket);
      if (file && this.#kept.delete(ticket)) remove(file.path);
    }
  }

  /** A name for a file that goes when the process does. */
  newPath(): string {
    this.#folder ??= makeTemporary('files');
    return join(this.#folder, randomUUID());
  }

  /**
   * Writes the body to a file as it arrives and returns its path. Of a file that is too large nothing stays;
   * its body is read to the end all the same, because a browser hears no answer before.
   */
  async receive(request: IncomingMessage): Promise<string> {
    const path = this.newPath();
    const limit = new Limit(this.#maximum, Number(request.headers['content-length'] ?? 0));
    try {
      await pipeline(request, limit, createWriteStream(path, { fd: openFile(path, 'w', 0o600) }));
      if (limit.exceeded) {
        throw new UploadTooLarge();
      }
      return path;
    } catch (error) {
      remove(path);
      throw error;
    }
  }

  close(): void {
    if (this.#folder) {
      remove(this.#folder);
    }
  }
}
