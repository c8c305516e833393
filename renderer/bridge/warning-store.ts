import type { ApiError } from '../../electron/api/contract.ts';

type Listener = (warning: ApiError) => void;

/** What went wrong beside the work of a call: it waits until somebody listens who can show it. */
export class WarningStore {
  readonly #listeners = new Set<Listener>();
  #waiting: ApiError[] = [];

  tell(warnings: readonly ApiError[]): void {
    if (this.#listeners.size === 0) {
      this.#waiting.push(...warnings);
    }
    for (const listener of this.#listeners) warnings.forEach(listener);
  }

  /** Returns the function that stops listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    for (const warning of this.#waiting.splice(0)) listener(warning);
    return () => this.#listeners.delete(listener);
  }
}
