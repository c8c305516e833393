import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type Electron from 'electron';
import { closeChromium, systemLanguages } from './chromium.ts';
import { takeLock } from './instance-lock.ts';
import { Preventable } from './preventable.ts';

type Used =
  | 'isPackaged'
  | 'setPath'
  | 'getPath'
  | 'setAppUserModelId'
  | 'setName'
  | 'getPreferredSystemLanguages'
  | 'requestSingleInstanceLock'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'getVersion'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'addRecentDocument'
  | 'clearRecentDocuments';

class StandInApp extends EventEmitter implements Pick<Electron.App, Used> {
  readonly isPackaged = process.env.STANDIN_PACKAGED === '1';
  readonly switches: string[] = [];
  readonly commandLine = {
    appendSwitch: (name: string) => void this.switches.push(name),
    hasSwitch: (name: string) => process.argv.includes(`--${name}`) || this.switches.includes(name),
  };
  readonly windows = new Set<{ close(): boolean }>();
  sandboxed = false;
  accelerated = true;
  isReady = false;
  readonly #paths = new Map<string, string>();

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getPath(name: string): string {
    const userData = this.#paths.get('userData');
    if (userData === undefined) {
      throw new Error('The stand-in has no profile of its own: the app must set userData first.');
    }
    const path = this.#paths.get(name) ?? join(userData, name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  setAppUserModelId(): void {}

  setName(): void {}

  getPreferredSystemLanguages(): string[] {
    return systemLanguages();
  }

  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    return takeLock(this.getPath('userData'), data ?? {}, (words, folder, handedOver) =>
      this.emit('second-instance', new Preventable(), words, folder, handedOver),
    );
  }

  enableSandbox(): void {
    this.#beforeReady('enableSandbox');
    this.sandboxed = true;
  }

  disableHardwareAcceleration(): void {
    this.#beforeReady('disableHardwareAcceleration');
    this.accelerated = false;
  }

  getVersion(): string {
    return '1.0.0';
  }

  async whenReady(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.isReady = true;
  }

  /** Throws when Electron would be too late. */
  #beforeReady(what: string): void {
    if (this.isReady) {
      throw new Error(`${what} must be called before the app is ready`);
    }
  }

  quit(): void {
    setImmediate(() => {
      const event = new Preventable();
      this.emit('before-quit', event);
      if (!event.defaultPrevented && [...this.windows].every((window) => window.close())) {
        this.emit('will-quit', new Preventable());
        this.exit(0);
      }
    });
  }

  exit(code = 0): void {
    closeChromium().then(
      () => process.exit(code),
      () => process.exit(code),
    );
  }

  /** What the system would list, newest last. */
  recentDocuments: readonly string[] = [];

  addRecentDocument(path: string): void {
    this.recentDocuments = [...this.recentDocuments.filter((kept) => kept !== path), path];
  }

  clearRecentDocuments(): void {
    this.recentDocuments = [];
  }

  /** For windows to tell that they are gone. */
  forget(window: { close(): boolean }): void {
    if (this.windows.delete(window) && this.windows.size === 0) {
      this.emit('window-all-closed');
    }
  }
}

export const app = new StandInApp();
