import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { roughSize } from '../../../db/files/reading.ts';
import type { FileRef } from '../../api/records.ts';
import { ServiceError } from './errors.ts';

export interface TicketFile {
  readonly path: string;
  readonly name: string;
  /** The user named it for something to be written there; what was given to be read is never written over. */
  readonly target?: true;
}

/** Files that a host made readable. A page holds tickets and never paths, so it can ask for no other file. */
export class Tickets {
  readonly #files = new Map<string, TicketFile>();

  /** A file that is not there gets a ticket too: the import that reads it says so, and reads the others. */
  async add(path: string, name: string = basename(path)): Promise<FileRef> {
    const size = roughSize(path);
    const ticket = randomUUID();
    this.#files.set(ticket, { path, name });
    return { ticket, name, size };
  }

  /** Where the user wants something written; what has that name now is replaced. */
  addTarget(path: string): string {
    const ticket = randomUUID();
    this.#files.set(ticket, { path, name: basename(path), target: true });
    return ticket;
  }

  get(ticket: string): TicketFile {
    const file = this.#files.get(ticket);
    if (!file) {
      throw new ServiceError('file', (t) => t.errors.unknownTicket);
    }
    return file;
  }
}
