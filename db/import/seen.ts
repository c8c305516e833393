const blockBits = 9;
const blockSize = 1 << blockBits;

/**
 * Remembers on which line each (number, day) of a file first had each of two fields, in little memory: 4 bytes a day,
 * for both mostly stand on the same line.
 */
export class ReadDays {
  readonly #blocks = new Map<number, Uint32Array>();
  /** The lines of second fields that stand on another line than the first. */
  readonly #later = new Map<string, number>();

  /** The line on which the field was met before, or 0; notes this one. */
  meet(id: number, day: number, field: 0 | 1, line: number): number {
    const block = this.#block(id * 1024 + (day >> blockBits));
    const at = day & (blockSize - 1);
    const before = block[at] as number;
    const bit = 1 << field;
    if ((before & bit) !== 0) {
      return this.#later.get(`${id} ${day} ${field}`) ?? before >>> 2;
    }
    if (before !== 0 && before >>> 2 !== line) {
      this.#later.set(`${id} ${day} ${field}`, line);
    }
    block[at] = before === 0 ? (line << 2) | bit : before | bit;
    return 0;
  }

  /** The line on which the field was met; 0: it was not. */
  lineOf(id: number, day: number, field: 0 | 1): number {
    const at = this.#blocks.get(id * 1024 + (day >> blockBits))?.[day & (blockSize - 1)] ?? 0;
    if ((at & (1 << field)) === 0) return 0;
    return this.#later.get(`${id} ${day} ${field}`) ?? at >>> 2;
  }

  #block(key: number): Uint32Array {
    let block = this.#blocks.get(key);
    if (block === undefined) {
      block = new Uint32Array(blockSize);
      this.#blocks.set(key, block);
    }
    return block;
  }
}

/** The same for any key, for files of few rows. */
export class ReadKeys {
  readonly #lines = new Map<string, number>();

  meet(key: string, line: number): number {
    const before = this.#lines.get(key);
    if (before === undefined) {
      this.#lines.set(key, line);
    }
    return before ?? 0;
  }
}
