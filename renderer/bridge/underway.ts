/** What was asked of the host and is not done yet, to wait for it or to say so. */
export class Underway {
  readonly #edits = new Set<Promise<unknown>>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly any = (): boolean => this.#edits.size > 0;

  add<T>(edit: Promise<T>): Promise<T> {
    this.#edits.add(edit);
    this.#tell();
    const gone = () => {
      this.#edits.delete(edit);
      this.#tell();
    };
    edit.then(gone, gone);
    return edit;
  }

  /** Waits until those of now are answered, and who asked for them has heard it. Were they all taken? */
  async taken(): Promise<boolean> {
    if (!this.any()) return true;
    const answers = await Promise.allSettled(this.#edits);
    await new Promise((resolve) => setTimeout(resolve, 0));
    return answers.every(({ status }) => status === 'fulfilled');
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
