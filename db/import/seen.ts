const blockBits = 9;
const blockSize = 1 << blockBits;

/** Remembers on which line each (number, day) of a file was met, in little memory: 4 bytes a day. */
export class SeenDays {
  readonly #blocks = new Map<number, Int32Array>();

  /** The line on which it was met before, or 0; notes this one. */
  meet(id: number, day: number, line: number): number {
    const block = this.#block(id * 1024 + (day >> blockBits));
    const at = day & (blockSize - 1);
    const before = block[at] as number;
    if (before === 0) {
      block[at] = line;
    }
    return before;
  }

  #block(key: number): Int32Array {
    let block = this.#blocks.get(key);
    if (block === undefined) {
      block = new Int32Array(blockSize);
      this.#blocks.set(key, block);
    }
    return block;
  }
}

/** The same for any key, for files of few rows. */
export class SeenKeys {
  readonly #lines = new Map<string, number>();

  meet(key: string, line: number): number {
    const before = this.#lines.get(key);
    if (before === undefined) {
      this.#lines.set(key, line);
    }
    return before ?? 0;
  }
}
