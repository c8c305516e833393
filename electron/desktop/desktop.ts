import { join } from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme, shell } from 'electron';
import type { Settings, Theme } from '../api/records.ts';
import type { Service } from '../service/service.ts';
import { Calls } from './calls.ts';
import { channels, type Pushes } from './channels.ts';
import { answerRequests } from './ipc.ts';
import { logFailure } from './log.ts';
import { setMenu } from './menu.ts';
import { OpenedFiles } from './opened-files.ts';
import { DesktopRequests } from './requests.ts';
import { serveScheme } from './scheme.ts';
import { SheetShelf } from './sheet-shelf.ts';
import { languageOf, type Texts, texts } from './texts.ts';
import { openWindow, showWindow, windowFiles } from './window.ts';

/** How long work that was told to stop is waited for, in milliseconds. */
const patience = 5000;

/** The app with its window: joins the service with what Electron gives. */
export class Desktop {
  readonly openedFiles = new OpenedFiles();
  readonly #service: Service;
  readonly #calls = new Calls();
  readonly #requests: DesktopRequests;
  readonly #processFolder: string;
  #settings: Pick<Settings, 'language' | 'theme'> = { language: null, theme: 'system' };
  #window: BrowserWindow | null = null;
  #leaving: 'no' | 'asking' | 'yes' = 'no';

  constructor(service: Service, processFolder: string) {
    this.#service = service;
    this.#processFolder = processFolder;
    const sheets = new SheetShelf();
    this.#requests = new DesktopRequests({
      service,
      sheets,
      calls: this.#calls,
      window: () => this.#shown(),
      texts: () => this.#texts(),
      onSettings: (settings) => this.#follow(settings),
    });
    serveScheme(join(processFolder, '..', 'renderer'), sheets);
    answerRequests(this.#requests);
    service.subscribe((event) => this.#push('event', event));
  }

  async open(): Promise<void> {
    const state = await this.#service.call('app.state', {}, { language: this.#language() });
    this.#follow(state.ok ? state.value.settings : this.#settings);
    this.#window = this.#openWindow();
  }

  /** Brings the window forward. */
  show(): void {
    if (this.#window) {
      showWindow(this.#window);
    }
  }

  /** Asks first when work is under way; then stops it, closes the database and quits. */
  async leave(event: { preventDefault(): void }): Promise<void> {
    if (this.#leaving === 'yes') {
      return;
    }
    event.preventDefault();
    if (this.#leaving === 'asking') {
      return;
    }
    this.#leaving = 'asking';
    const sure = !this.#calls.wouldBeMissed || (await this.#confirmLeave());
    if (!sure) {
      this.#leaving = 'no';
      return;
    }
    try {
      await this.#stop();
    } finally {
      this.#leaving = 'yes';
      app.quit();
    }
  }

  async #stop(): Promise<void> {
    for (const job of this.#calls.jobs) {
      this.#service.cancel(job);
    }
    await this.#calls.settled(patience);
    await this.#service.close();
  }

  #openWindow(): BrowserWindow {
    const window = openWindow(windowFiles(this.#processFolder));
    const { webContents } = window;
    webContents.on('did-start-loading', () => this.openedFiles.handTo(null));
    webContents.on('did-finish-load', () => this.openedFiles.handTo((paths) => this.#announce(paths)));
    webContents.on('render-process-gone', (_event, { reason }) => this.#pageGone(reason));
    window.on('close', (event) => {
      if (this.#calls.wouldBeMissed && this.#leaving !== 'yes') {
        event.preventDefault();
        app.quit();
      }
    });
    window.on('closed', () => {
      this.openedFiles.handTo(null);
      this.#window = null;
    });
    return window;
  }

  #shown(): BrowserWindow {
    if (!this.#window) {
      throw new Error('The window is closed.');
    }
    return this.#window;
  }

  #language() {
    return languageOf(this.#settings.language, app.getPreferredSystemLanguages());
  }

  #texts(): Texts {
    return texts[this.#language()];
  }

  /** Menu and native theme follow the settings. */
  #follow({ language, theme }: Pick<Settings, 'language' | 'theme'>): void {
    this.#settings = { language, theme };
    nativeTheme.themeSource = theme;
    setMenu(this.#texts(), theme, {
      importFiles: () => this.#run('import', this.#importFiles()),
      print: () => this.#window?.webContents.print({ printBackground: true, landscape: true }),
      openDataFolder: () => this.#run('opening of the data folder', shell.openPath(this.#service.dataFolder)),
      chooseTheme: (chosen) => this.#run('change of theme', this.#chooseTheme(chosen)),
    });
  }

  async #importFiles(): Promise<void> {
    this.#pushFiles(await this.#requests.pickFiles());
  }

  async #announce(paths: readonly string[]): Promise<void> {
    this.#pushFiles(await this.#requests.addFiles(paths));
  }

  async #chooseTheme(theme: Theme): Promise<void> {
    const saved = await this.#service.call('settings.save', { theme }, { language: this.#language() });
    if (saved.ok) {
      this.#follow(saved.value);
      this.#push('event', { type: 'changed' });
    }
  }

  #pushFiles(files: Pushes['openedFiles']): void {
    if (files.length > 0) {
      this.#push('openedFiles', files);
    }
  }

  #push<K extends keyof Pushes>(name: K, value: Pushes[K]): void {
    this.#window?.webContents.send(channels[name], value);
  }

  async #confirmLeave(): Promise<boolean> {
    const { busy, busyDetail, quitAnyway, stay } = this.#texts();
    const question = {
      type: 'question' as const,
      message: busy,
      detail: busyDetail,
      buttons: [stay, quitAnyway],
      defaultId: 0,
      cancelId: 0,
    };
    const { response } = await dialog.showMessageBox(this.#shown(), question);
    return response === 1;
  }

  async #pageGone(reason: string): Promise<void> {
    if (reason === 'clean-exit' || !this.#window) {
      return;
    }
    logFailure('page', reason);
    const { pageGone, pageGoneDetail, reload, quit } = this.#texts();
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'error',
      message: pageGone,
      detail: pageGoneDetail,
      buttons: [reload, quit],
    });
    if (response === 0) {
      this.#window?.webContents.reload();
    } else {
      app.quit();
    }
  }

  #run(what: string, work: Promise<unknown>): void {
    work.catch((error: unknown) => logFailure(what, error));
  }
}
