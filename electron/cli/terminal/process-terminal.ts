import type { Input, Method, Output } from '../../api/contract.ts';
import type { Language } from '../../api/records.ts';
import type { Service } from '../../service/host/service.ts';
import { type Messages, messagesIn } from '../../service/messages/messages.ts';
import type { Terminal } from './command.ts';
import { CallFailed } from './errors.ts';
import { withOldKeys } from './old-keys.ts';
import { TerminalProgress } from './progress.ts';

/** The call under way; a command makes one at a time. */
const job = 'cli';

/** A command's view of this process: standard output, standard error, Ctrl-C. */
export class ProcessTerminal implements Terminal {
  readonly language: Language;
  readonly texts: Messages;
  readonly json: boolean;
  readonly service: Service;
  /** One for all calls of a command: what two calls do one after the other is told once. */
  readonly #progress: TerminalProgress;

  constructor(service: Service, language: Language, json: boolean) {
    this.service = service;
    this.language = language;
    this.texts = messagesIn(language);
    this.json = json;
    this.#progress = new TerminalProgress(process.stderr, this.texts.cli);
  }

  async call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
    const progress = this.#progress;
    const unsubscribe = this.service.subscribe((event) => {
      if (event.type === 'progress') {
        progress.show(event.stage, event.done);
      }
    });
    // The first Ctrl-C stops the work cleanly; a second one ends the process.
    const interrupt = () => this.service.cancel(job);
    process.once('SIGINT', interrupt);
    try {
      const result = await this.service.call(method, input, { language: this.language, job });
      if (result.ok) {
        for (const { message, remedy } of result.warnings ?? []) {
          this.note(`${message}\n${remedy}`);
        }
        return result.value;
      }
      throw new CallFailed(result.error);
    } finally {
      process.off('SIGINT', interrupt);
      unsubscribe();
      progress.clear();
    }
  }

  answer(value: unknown, text: () => string): void {
    process.stdout.write(this.json ? `${JSON.stringify(withOldKeys(value))}\n` : `${text()}\n`);
  }

  note(text: string): void {
    process.stderr.write(`${text}\n`);
  }
}
