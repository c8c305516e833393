import type Electron from 'electron';
import type { Page } from 'playwright-core';

/** What tests need of the app, whether Electron runs it or the stand-in. */
export interface RunningApp {
  /** Runs a function in the main process; it may use nothing from outside itself. */
  evaluate<R, A = undefined>(
    run: (electron: typeof Electron, argument: A) => R | Promise<R>,
    argument?: A,
  ): Promise<R>;
  firstWindow(): Promise<Page>;
  /** What the main process wrote on stderr so far. */
  errors(): string;
  /** Resolves with the exit code. */
  exited(): Promise<number | null>;
  close(): Promise<void>;
}
