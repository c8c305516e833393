import type { ParseArgsOptionsConfig } from 'node:util';
import type { Input, Method, Output } from '../../api/contract.ts';
import type { Language } from '../../api/records.ts';
import type { Service } from '../../service/host/service.ts';
import type { Messages } from '../../service/messages/messages.ts';

/** 0 done; 1 done, but some rows or sites were refused; 2 nothing done. */
export type ExitCode = 0 | 1 | 2;

export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/** What a command may use: the service, and where it writes. */
export interface Terminal {
  readonly language: Language;
  readonly texts: Messages;
  readonly json: boolean;
  readonly service: Service;
  /** Calls the service, showing progress; Ctrl-C cancels. Throws `CallFailed` on an error. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** The answer: as JSON, or as the readable text, on standard output. */
  answer(value: unknown, text: () => string): void;
  /** A message beside the answer, on standard error. */
  note(text: string): void;
}

export type CliCommandName = keyof Messages['cli']['commands'];

export interface Command {
  readonly options: ParseArgsOptionsConfig;
  /** Least and most words that are no options. */
  readonly words: readonly [least: number, most: number];
  /** Options that must be given. */
  readonly required?: readonly string[];
  /** It answers a window, which asks several things at once. */
  readonly serves?: true;
  run(terminal: Terminal, given: Arguments): Promise<ExitCode>;
}
