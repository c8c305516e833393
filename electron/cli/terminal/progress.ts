import type { ProgressStage } from '../../api/contract.ts';
import type { Messages } from '../../service/messages/messages.ts';

/** Tells how far a call has come: one line that is rewritten on a terminal, one line per stage elsewhere. */
export class TerminalProgress {
  readonly #stream: NodeJS.WriteStream;
  readonly #texts: Messages['cli'];
  #stage: ProgressStage | undefined;
  #shown = false;

  constructor(stream: NodeJS.WriteStream, texts: Messages['cli']) {
    this.#stream = stream;
    this.#texts = texts;
  }

  show(stage: ProgressStage, done: number): void {
    if (this.#stream.isTTY) {
      this.#stream.write(`\r\u001b[K${this.#texts.stages[stage]} ${this.#texts.percent(done)}`);
      this.#shown = true;
    } else if (stage !== this.#stage) {
      this.#stream.write(`${this.#texts.stages[stage]}\n`);
    }
    this.#stage = stage;
  }

  clear(): void {
    if (this.#shown) {
      this.#stream.write('\r\u001b[K');
    }
  }
}
