import type { CommandName } from '../../electron/api/commands.ts';

type Run = () => void;

/** What can be asked for now: parts of the page offer commands while they are shown, and the last offer counts. */
export class CommandStore {
  readonly #offers = new Map<CommandName, readonly Run[]>();

  /** Returns the function that takes the offer back. */
  offer(name: CommandName, run: Run): () => void {
    this.#offers.set(name, [...(this.#offers.get(name) ?? []), run]);
    return () => {
      const left = (this.#offers.get(name) ?? []).filter((other) => other !== run);
      this.#offers.set(name, left);
    };
  }

  offers(name: CommandName): boolean {
    return (this.#offers.get(name)?.length ?? 0) > 0;
  }

  /** Tells whether anybody carried it out. */
  run(name: CommandName): boolean {
    const run = this.#offers.get(name)?.at(-1);
    run?.();
    return run !== undefined;
  }
}
