import { randomUUID } from 'node:crypto';
import { sheetOrigin } from './addresses.ts';

/** Sheets on their way to the printer: each has an address while its window needs it, and no longer. */
export class SheetShelf {
  readonly #sheets = new Map<string, string>();

  put(html: string): string {
    const address = `${sheetOrigin}/${randomUUID()}.html`;
    this.#sheets.set(address, html);
    return address;
  }

  find(address: string): string | undefined {
    return this.#sheets.get(address);
  }

  remove(address: string): void {
    this.#sheets.delete(address);
  }
}
