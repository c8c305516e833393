import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Electron from 'electron';
import { type Browser, chromium, type Page } from 'playwright-core';
import { builtProgram } from '../../../support/built.ts';
import { toChromium } from './address.ts';
import type { standIn } from './electron.ts';

export type StandInElectron = typeof Electron & { readonly standIn: typeof standIn };

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

export interface LaunchOptions {
  readonly dataFolder: string;
  /** The app's main file; without it that of the build. */
  readonly main?: string;
  /** A packed app's program; without it a main file runs. */
  readonly program?: string;
  /** Arguments after the app's main file. */
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const here = dirname(fileURLToPath(import.meta.url));
/** The app's built files in a Node process in which `electron` is the stand-in. */
export class StandInApp {
  readonly #process: ChildProcess;
  readonly #exited: Promise<number | null>;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #browser: Browser | null = null;
  #errors = '';
  #last = 0;

  constructor({ dataFolder, main, program, words = [], env = {} }: LaunchOptions) {
    const preloads = ['--disable-warning=ExperimentalWarning', '--import', join(here, 'register.ts')];
    const unpacked = program === undefined ? [...preloads, main ?? builtProgram('main')] : [];
    this.#process = spawn(program ?? process.execPath, [...unpacked, ...words], {
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      env: { ...process.env, NODE_OPTIONS: '', BONNE_MESURE_DATA: dataFolder, ...env },
    });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errors += text;
    });
    this.#process.on('message', (answer: Answer) => this.#settle(answer));
    const { promise, resolve } = Promise.withResolvers<number | null>();
    this.#exited = promise;
    this.#process.once('exit', (code) => {
      for (const settler of this.#waiting.values()) {
        settler.reject(new Error(`the app ended\n${this.#errors}`));
      }
      resolve(code);
    });
  }

  /** Runs a function in the main process; it may use nothing from outside itself. */
  evaluate<R, A = undefined>(
    run: (electron: StandInElectron, argument: A) => R | Promise<R>,
    argument?: A,
  ): Promise<R> {
    const settler = Promise.withResolvers<unknown>();
    this.#waiting.set(++this.#last, settler);
    this.#process.send({ id: this.#last, source: String(run), argument });
    return settler.promise as Promise<R>;
  }

  #settle({ id, value, error }: Answer): void {
    const settler = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) {
      settler?.resolve(value);
    } else {
      settler?.reject(new Error(error));
    }
  }

  async firstWindow(): Promise<Page> {
    const browser = await this.browser();
    const start = toChromium('app://bonne-mesure/');
    for (let tries = 0; tries < 600; tries += 1) {
      const page = browser
        .contexts()
        .flatMap((context) => context.pages())
        .find((candidate) => candidate.url().startsWith(start));
      if (page && (await this.#hasNavigated())) {
        return page;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no window opened\n${this.#errors}`);
  }

  /** Whether the main process has heard of its page too: it hears of Chromium by another way than the test does. */
  #hasNavigated(): Promise<boolean> {
    return this.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(({ webContents }) =>
        webContents.getURL().startsWith('app://bonne-mesure/'),
      ),
    );
  }

  async browser(): Promise<Browser> {
    const address = await this.evaluate(({ standIn }) => standIn.endpoint());
    this.#browser ??= await chromium.connectOverCDP(address);
    return this.#browser;
  }

  /** What the main process wrote on stderr so far. */
  errors(): string {
    return this.#errors;
  }

  /** Resolves with the exit code. */
  exited(): Promise<number | null> {
    return this.#exited;
  }

  /** Quits as a user would; a process that stays is ended. */
  async close(): Promise<void> {
    await this.#browser?.close();
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const late = setTimeout(() => this.#process.kill('SIGKILL'), 10_000);
      this.evaluate(({ app }) => app.quit()).catch(() => undefined);
      await this.#exited;
      clearTimeout(late);
    }
  }
}
