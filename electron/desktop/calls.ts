/** What is known of a call under way. */
export interface CallInfo {
  /** The name under which it can be cancelled. */
  readonly job: string | undefined;
  /** Whether the user would miss it: one asks before it is stopped. */
  readonly missed: boolean;
}

/** The calls under way: they are cancelled and waited for before the app quits. */
export class Calls {
  readonly #running = new Map<Promise<unknown>, CallInfo>();

  async track<T>(info: CallInfo, call: Promise<T>): Promise<T> {
    this.#running.set(call, info);
    try {
      return await call;
    } finally {
      this.#running.delete(call);
    }
  }

  /** Names of the calls that can be cancelled. */
  get jobs(): readonly string[] {
    return [...this.#running.values()].flatMap(({ job }) => job ?? []);
  }

  get wouldBeMissed(): boolean {
    return [...this.#running.values()].some(({ missed }) => missed);
  }

  /** Resolves when nothing runs any more, or when the time is up. */
  async settled(milliseconds: number): Promise<void> {
    const { promise: timeUp, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    await Promise.race([Promise.allSettled(this.#running.keys()), timeUp]);
    clearTimeout(timer);
  }
}
