import type { ProgressStage } from '../api/contract.ts';
import type { Messages } from '../service/messages/messages.ts';

/** Tells how far a call has come: one line that is rewritten on a terminal, one line per stage elsewhere. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #names: Messages['cli']['stages'];
  #stage: ProgressStage | undefined;
  #shown = false;

  constructor(stream: NodeJS.WriteStream, names: Messages['cli']['stages']) {
    this.#stream = stream;
    this.#names = names;
  }

  show(stage: ProgressStage, done: number): void {
    if (this.#stream.isTTY) {
      this.#stream.write(`\r\u001b[K${this.#names[stage]} ${Math.round(done * 100)} %`);
      this.#shown = true;
    } else if (stage !== this.#stage) {
      this.#stream.write(`${this.#names[stage]}\n`);
    }
    this.#stage = stage;
  }

  clear(): void {
    if (this.#shown) {
      this.#stream.write('\r\u001b[K');
    }
  }
}
