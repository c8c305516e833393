import { existsSync, readFileSync } from 'node:fs';
import { remove, writeWhole } from '../../db/files/patience.ts';

/** Starts in a row on which the graphics card's process died, after which the program does without the card. */
const most = 2;

/**
 * Whether the graphics card may draw: on some old computers, virtual machines and remote desktops its process dies and
 * the window stays black. Which starts went wrong is kept beside the window's place; removing the file tries again.
 */
export class Graphics {
  readonly #file: string;
  readonly #version: string;
  readonly #before: number;
  #died = false;

  /** `version`: of the program; a newer one brings a newer Chromium, and tries again. */
  constructor(file: string, version: string) {
    this.#file = file;
    this.#version = version;
    this.#before = this.#read();
  }

  get accelerated(): boolean {
    return this.#before < most;
  }

  /** The process that draws is gone, though nobody asked it to. */
  died(): void {
    if (this.#died || !this.accelerated) return;
    this.#died = true;
    this.#keep(this.#before + 1);
  }

  /** There is a picture: unless the card's process died before, this start went well. */
  shown(): void {
    if (!this.#died && this.accelerated && this.#before > 0) remove(this.#file);
  }

  #read(): number {
    if (!existsSync(this.#file)) return 0;
    try {
      const [version, failures] = readFileSync(this.#file, 'utf8').trim().split(' ');
      return version === this.#version ? Number(failures) || 0 : 0;
    } catch {
      return 0;
    }
  }

  #keep(failures: number): void {
    try {
      writeWhole(this.#file, `${this.#version} ${failures}\n`);
    } catch {
      // Not kept: the next start tries the card again.
    }
  }
}
