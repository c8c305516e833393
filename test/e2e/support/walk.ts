import type { Locator, Page } from 'playwright-core';

/** What a person did in one step of a walk: presses of the mouse, and of keys. */
export interface Presses {
  readonly step: string;
  clicks: number;
  keys: number;
}

/** A walk through the program in which each press is counted. */
export class Walk {
  readonly #page: Page;
  readonly steps: Presses[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  step(step: string): void {
    this.steps.push({ step, clicks: 0, keys: 0 });
  }

  async click(what: Locator): Promise<void> {
    this.#now.clicks += 1;
    await what.click();
  }

  /** One key, `Control+k` too. */
  async press(key: string): Promise<void> {
    this.#now.keys += 1;
    await this.#page.keyboard.press(key);
  }

  /** A key for each letter. */
  async type(words: string): Promise<void> {
    this.#now.keys += words.length;
    await this.#page.keyboard.type(words);
  }

  get #now(): Presses {
    const last = this.steps.at(-1);
    if (!last) throw new Error('a walk begins with a step');
    return last;
  }
}
