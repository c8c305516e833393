import type { Bridge } from '../../electron/api/bridge.ts';
import type { ApiEvent, Input, Method, Output, Result } from '../../electron/api/contract.ts';
import type { Language } from '../../electron/api/records.ts';

/** What carries calls and events: all of a bridge that is of use before there is a page. */
export type Line = Pick<Bridge, 'call' | 'cancel' | 'subscribe'>;

interface EarlyRequest {
  readonly key: string;
  readonly job: string;
  readonly result: Promise<Result<unknown>>;
}

const keyOf = (method: Method, input: unknown, language: Language) =>
  JSON.stringify([method, input, language]);

/**
 * Calls that are made while the page's code is still being loaded. When the page asks the same, it takes over the
 * call that is under way, with its progress and the way to cancel it.
 */
export class EarlyRequests {
  readonly #line: Line;
  /** Two windows on one host must not hear each other's progress. */
  readonly #window = Math.random().toString(36).slice(2);
  /** Made, and not taken over yet. */
  #calls: EarlyRequest[] = [];
  #made = 0;
  /** The page's name of a call by the name that the host knows. */
  readonly #taken = new Map<string, string>();
  readonly #listeners = new Set<(event: ApiEvent) => void>();
  /** What came before anybody listened. */
  readonly #waiting: ApiEvent[] = [];

  constructor(line: Line) {
    this.#line = line;
    line.subscribe((event) => this.#hear(event));
  }

  /** Rejects when the host is not there. */
  ask<M extends Method>(method: M, input: Input<M>, language: Language): Promise<Result<Output<M>>> {
    this.#made += 1;
    const job = `first-${this.#window}-${this.#made}`;
    const result = this.#line.call(method, input, { language, job });
    this.#calls.push({ key: keyOf(method, input, language), job, result });
    return result;
  }

  /** The bridge for the page: what was asked before is not asked again. */
  wrap(bridge: Bridge): Bridge {
    return {
      ...bridge,
      call: (method, input, options) => {
        const first = this.#take(keyOf(method, input, options.language), options.job);
        const again = () => bridge.call(method, input, options);
        return first ? (first.result as ReturnType<typeof again>).catch(again) : again();
      },
      cancel: (job) => bridge.cancel([...this.#taken].find(([, own]) => own === job)?.[0] ?? job),
      subscribe: (listener) => this.#subscribe(listener),
    };
  }

  #take(key: string, job: string | undefined): EarlyRequest | undefined {
    const found = this.#calls.find((call) => call.key === key);
    this.#calls = this.#calls.filter((call) => call !== found);
    if (found && job !== undefined) this.#taken.set(found.job, job);
    return found;
  }

  #subscribe(listener: (event: ApiEvent) => void): () => void {
    this.#listeners.add(listener);
    for (const event of this.#waiting.splice(0)) listener(this.#renamed(event));
    return () => this.#listeners.delete(listener);
  }

  #hear(event: ApiEvent): void {
    // An answer that is older than a change is nothing for a page that comes later.
    if (event.type === 'changed') this.#calls = [];
    if (this.#listeners.size === 0) this.#waiting.push(event);
    for (const listener of this.#listeners) listener(this.#renamed(event));
  }

  #renamed(event: ApiEvent): ApiEvent {
    if (event.type !== 'progress') return event;
    return { ...event, job: this.#taken.get(event.job) ?? event.job };
  }
}
