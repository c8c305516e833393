import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, nativeTheme } from 'electron';
import type { Settings } from '../api/records.ts';
import type { Service } from '../service/host/service.ts';
import { Calls } from './calls.ts';
import { channels, type Pushes } from './channels.ts';
import { answerRequests } from './ipc.ts';
import { logFailure } from './log.ts';
import { type MenuActions, menuTemplate } from './menu-template.ts';
import { OpenedFiles } from './opened-files.ts';
import { RecentFiles } from './recent-files.ts';
import { DesktopRequests } from './requests.ts';
import { serveScheme } from './scheme.ts';
import { SheetShelf } from './sheet-shelf.ts';
import { languageOfPreferences, type Texts, texts } from './texts.ts';
import { openWindow, showWindow, windowFiles } from './window.ts';
import { isMinus, type ZoomChange, zoomAfter } from './zoom.ts';

/** How long work that was told to stop is waited for, in milliseconds. */
const patience = 5000;

/** The app with its window: joins the service with what Electron gives. */
export class Desktop {
  readonly openedFiles = new OpenedFiles();
  readonly #service: Service;
  readonly #calls = new Calls();
  readonly #requests: DesktopRequests;
  readonly #processFolder: string;
  readonly #recent = new RecentFiles(join(app.getPath('userData'), 'recent-files.json'));
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
      onFiles: (paths) => this.#remember(paths),
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

  /** Brings the window forward; opens one where there is none. */
  show(): void {
    if (this.#window) {
      showWindow(this.#window);
    } else {
      this.#window = this.#openWindow();
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
    webContents.on('before-input-event', (event, input) => {
      if (isMinus(input)) {
        event.preventDefault();
        this.#zoom('out');
      }
    });
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
    return languageOfPreferences(this.#settings.language, app.getPreferredSystemLanguages());
  }

  #texts(): Texts {
    return texts[this.#language()];
  }

  /** Menu and native theme follow the settings. */
  #follow({ language, theme }: Pick<Settings, 'language' | 'theme'>): void {
    this.#settings = { language, theme };
    nativeTheme.themeSource = theme;
    this.#setMenu();
  }

  #setMenu(): void {
    const state = {
      texts: this.#texts(),
      settings: this.#settings,
      recent: this.#recent.paths,
      mac: process.platform === 'darwin',
      forDevelopers: !app.isPackaged,
    };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, this.#menuActions())));
  }

  #menuActions(): MenuActions {
    return {
      importFiles: () => this.#run('import', this.#importFiles()),
      openRecent: (path) => this.#run('opening of a recent file', this.#openRecent(path)),
      clearRecent: () => this.#clearRecent(),
      openDataFolder: () => this.#run('opening of the data folder', this.#requests.openDataFolder()),
      choose: (change) => this.#run('change of settings', this.#choose(change)),
      zoom: (change) => this.#zoom(change),
      command: (name) => this.#push('command', name),
    };
  }

  async #importFiles(): Promise<void> {
    this.#pushFiles(await this.#requests.pickFiles());
  }

  async #announce(paths: readonly string[]): Promise<void> {
    this.#pushFiles(await this.#requests.addFiles(paths));
  }

  async #choose(change: Partial<Settings>): Promise<void> {
    const saved = await this.#service.call('settings.save', change, { language: this.#language() });
    if (saved.ok) {
      this.#follow(saved.value);
      this.#push('event', { type: 'changed' });
    }
  }

  #zoom(change: ZoomChange): void {
    const contents = this.#window?.webContents;
    contents?.setZoomFactor(zoomAfter(contents.getZoomFactor(), change));
  }

  #remember(paths: readonly string[]): void {
    this.#recent.add(paths);
    for (const path of paths) {
      app.addRecentDocument(path);
    }
    this.#setMenu();
  }

  async #openRecent(path: string): Promise<void> {
    if (existsSync(path)) {
      await this.#announce([path]);
      return;
    }
    this.#recent.remove(path);
    this.#setMenu();
    const { fileGone, fileGoneDetail } = this.#texts();
    const detail = `${path}\n\n${fileGoneDetail}`;
    await dialog.showMessageBox(this.#shown(), { type: 'warning', message: fileGone, detail });
  }

  #clearRecent(): void {
    this.#recent.clear();
    app.clearRecentDocuments();
    this.#setMenu();
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
