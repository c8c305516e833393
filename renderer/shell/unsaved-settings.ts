import type { Settings } from '../../electron/api/records.ts';

type Change = Partial<Settings>;

interface Save<T> {
  change: Change;
  readonly done: Promise<T>;
}

/**
 * Settings that the page shows and the host has not saved yet: what the host tells meanwhile is older, and must not turn
 * the page back. One save is under way at a time; what changes during it is saved in one after it.
 */
export class UnsavedSettings<T> {
  #shown: Change = {};
  #current: Promise<unknown> | null = null;
  #next: Save<T> | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object as long as nothing changed. */
  readonly shown = (): Change => this.#shown;

  show(change: Change): void {
    this.#shown = { ...this.#shown, ...change };
    this.#tell();
  }

  /** Shows a change and writes it, together with what else waits; `readAgain` brings the host's state after the last. */
  save(change: Change, write: (change: Change) => Promise<T>, readAgain: () => Promise<void>): Promise<T> {
    this.show(change);
    if (this.#next) {
      this.#next.change = { ...this.#next.change, ...change };
      return this.#next.done;
    }
    const { promise: done, resolve, reject } = Promise.withResolvers<T>();
    this.#next = { change, done };
    const before = this.#current ?? Promise.resolve();
    void before.then(async () => {
      const own = this.#next?.change ?? {};
      this.#next = null;
      const written = write(own);
      this.#current = written.catch(() => undefined);
      written.then(resolve, reject);
      await this.#current;
      if (this.#next !== null) return;
      this.#current = null;
      await readAgain();
      if (this.#current === null && this.#next === null) this.#forget();
    });
    return done;
  }

  #forget(): void {
    this.#shown = {};
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
