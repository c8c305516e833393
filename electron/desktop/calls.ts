/** The calls under way: those with a name can be cancelled, and all are waited for before the app quits. */
export class Calls {
  readonly #names = new Set<string>();
  readonly #running = new Set<Promise<unknown>>();

  async track<T>(name: string | undefined, call: Promise<T>): Promise<T> {
    if (name !== undefined) {
      this.#names.add(name);
    }
    this.#running.add(call);
    try {
      return await call;
    } finally {
      this.#running.delete(call);
      if (name !== undefined) {
        this.#names.delete(name);
      }
    }
  }

  /** Names of the work under way that can be cancelled, that is work that lasts. */
  get names(): readonly string[] {
    return [...this.#names];
  }

  /** Resolves when nothing runs any more, or when the time is up. */
  async settled(milliseconds: number): Promise<void> {
    const { promise: timeUp, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    await Promise.race([Promise.allSettled(this.#running), timeUp]);
    clearTimeout(timer);
  }
}
