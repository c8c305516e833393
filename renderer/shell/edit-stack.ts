/** Something that was done and can be taken back. */
export interface Edit {
  /** What was done, as it was said. */
  readonly words: string;
  /** Throws where it is refused. What it answers is not looked at. */
  undo(): unknown;
  /** `null`: it cannot be done again. */
  readonly redo: (() => unknown) | null;
}

export type Way = 'undo' | 'redo';

export interface Undoing {
  readonly edit: Edit;
  readonly way: Way;
  /** What was thrown; `null`: done. */
  readonly problem: unknown;
}

/** As many as the database keeps (`db/edits.ts`): a week that is recorded value by value. What a step holds is small. */
const DEPTH = 300;

/** What was done, newest last, and what of it was taken back. One step is taken at a time, in the order asked for. */
export class EditStack {
  #done: readonly Edit[] = [];
  #undone: readonly Edit[] = [];
  #last: Promise<unknown> = Promise.resolve();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The edit that a step would take back, or do again. */
  readonly next = (way: Way): Edit | null => (way === 'undo' ? this.#done : this.#undone).at(-1) ?? null;

  /** A new edit: what was taken back before it cannot be done again. */
  push(edit: Edit): void {
    this.#set([...this.#done, edit].slice(-DEPTH), []);
  }

  /** Takes a step: the next one, or that of `edit` as long as it is still there. `null`: there is none. */
  step(way: Way, edit?: Edit): Promise<Undoing | null> {
    const step = this.#last.then(() => this.#step(way, edit));
    this.#last = step;
    return step;
  }

  async #step(way: Way, wanted: Edit | undefined): Promise<Undoing | null> {
    const from = way === 'undo' ? this.#done : this.#undone;
    const edit = wanted ? from.find((one) => one === wanted) : from.at(-1);
    if (!edit) return null;
    const without = (edits: readonly Edit[]) => edits.filter((one) => one !== edit);
    // Another edit may be pushed while this one is under way: the lists are looked at only afterwards.
    try {
      await (way === 'undo' ? edit.undo() : edit.redo?.());
      if (way === 'undo') this.#set(without(this.#done), edit.redo ? [...this.#undone, edit] : this.#undone);
      else this.#set([...this.#done, edit], without(this.#undone));
      return { edit, way, problem: null };
    } catch (problem) {
      // What is refused once is refused again: it must not stand in the way of the steps before it.
      this.#set(without(this.#done), without(this.#undone));
      return { edit, way, problem };
    }
  }

  #set(done: readonly Edit[], undone: readonly Edit[]): void {
    this.#done = done;
    this.#undone = undone;
    for (const listener of this.#listeners) listener();
  }
}
