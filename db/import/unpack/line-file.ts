import { closeSync, writeSync } from 'node:fs';
import { openFile } from '../../files/reading.ts';

const pieceSize = 1 << 16;

/** Writes a new file line by line, in pieces. */
export class LineFile {
  readonly path: string;
  readonly #file: number;
  #piece = '';
  #isClosed = false;

  constructor(path: string) {
    this.path = path;
    this.#file = openFile(path, 'wx');
  }

  add(line: string): void {
    this.#piece += `${line}\n`;
    if (this.#piece.length > pieceSize) {
      this.#flush();
    }
  }

  close(): void {
    if (!this.#isClosed) {
      this.#flush();
      closeSync(this.#file);
      this.#isClosed = true;
    }
  }

  #flush(): void {
    writeSync(this.#file, this.#piece);
    this.#piece = '';
  }
}
