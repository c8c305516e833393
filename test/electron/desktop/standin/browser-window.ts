import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Page, Route } from 'playwright-core';
import { fromChromium, toChromium } from './address.ts';
import { app } from './app.ts';
import { addressAsked, context } from './chromium.ts';
import { Preventable } from './preventable.ts';
import { answerFromScheme } from './protocol.ts';
import { session } from './session.ts';
import { onTheme } from './small-parts.ts';
import { StandInWebContents } from './web-contents.ts';

type Used =
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'maximize'
  | 'isMaximized'
  | 'isMinimized'
  | 'isFocused'
  | 'getNormalBounds'
  | 'destroy'
  | 'isDestroyed';

/** A window of Electron over a page of Chromium that nobody sees. */
export class BrowserWindow extends EventEmitter implements Pick<Electron.BrowserWindow, Used> {
  static readonly #all: BrowserWindow[] = [];

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#all];
  }

  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly webContents: StandInWebContents;
  readonly #page: Promise<Page>;
  #expected = '';
  #state: 'normal' | 'maximized' | 'minimized' = 'normal';
  #visible: boolean;
  #focused = false;
  #bounds: Electron.Rectangle;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    this.#visible = options.show ?? true;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.#page = this.#createPage();
    this.webContents = new StandInWebContents(this.#page);
    BrowserWindow.#all.push(this);
    app.windows.add(this);
    app.emit('web-contents-created', new Preventable(), this.webContents);
  }

  async #createPage(): Promise<Page> {
    const chromium = await context();
    const page = await chromium.newPage();
    const { width, height } = this.#bounds;
    await page.setViewportSize({ width, height });
    await page.route('**/*', (route) => this.#answer(page, route));
    page.on('popup', (popup) => void this.#judgePopup(popup));
    await this.webContents.wire(page, this.options.webPreferences ?? {});
    onTheme((theme) => {
      const colorScheme = theme === 'system' ? null : theme;
      // The window may be closed by now.
      page.emulateMedia({ colorScheme }).catch(() => undefined);
    });
    return page;
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#page;
    this.#expected = address;
    this.webContents.emit('did-start-loading');
    const response = await page.goto(toChromium(address), { waitUntil: 'load' });
    // Some systems never say it.
    if (process.env.STANDIN_SILENT !== '1') {
      this.emit('ready-to-show');
    }
    // A `data:` address has no response.
    if (response && !response.ok()) {
      throw new Error(`ERR_FAILED (${response.status()}) loading '${address}'`);
    }
  }

  /** Every request of the page: a navigation needs leave, and only our scheme is ever answered. */
  async #answer(page: Page, route: Route): Promise<void> {
    const request = route.request();
    const url = fromChromium(request.url());
    const isMainFrame = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (request.isNavigationRequest() && !(isMainFrame && url === this.#expected)) {
      const event = Object.assign(new Preventable(), { url, isMainFrame });
      this.webContents.emit('will-frame-navigate', event);
      if (event.defaultPrevented) {
        return route.abort('aborted');
      }
    }
    const response = session.defaultSession.allows(url)
      ? await answerFromScheme(url, request.method())
      : null;
    if (!response) {
      return route.abort('blockedbyclient');
    }
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  async #judgePopup(popup: Page): Promise<void> {
    const details = { url: await addressAsked(popup) } as Electron.HandlerDetails;
    if (this.webContents.openHandler?.(details).action === 'deny') {
      await popup.close();
    }
  }

  show(): void {
    this.#visible = true;
  }

  focus(): void {
    this.#focused = true;
  }

  blur(): void {
    this.#focused = false;
  }

  minimize(): void {
    this.#state = 'minimized';
  }

  restore(): void {
    this.#state = 'normal';
  }

  maximize(): void {
    this.#state = 'maximized';
  }

  isVisible(): boolean {
    return this.#visible;
  }

  isFocused(): boolean {
    return this.#focused;
  }

  isMaximized(): boolean {
    return this.#state === 'maximized';
  }

  isMinimized(): boolean {
    return this.#state === 'minimized';
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
  }

  getNormalBounds(): Electron.Rectangle {
    return this.#bounds;
  }

  /** Tells whether the window let itself be closed. */
  close(): boolean {
    const event = new Preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) {
      this.destroy();
    }
    return !event.defaultPrevented;
  }

  isDestroyed(): boolean {
    return !BrowserWindow.#all.includes(this);
  }

  destroy(): void {
    const place = BrowserWindow.#all.indexOf(this);
    if (place >= 0) {
      BrowserWindow.#all.splice(place, 1);
      // Chromium may be closing as a whole.
      this.#page.then((page) => page.close()).catch(() => undefined);
      for (const child of BrowserWindow.#all.filter(({ options }) => options.parent === (this as unknown))) {
        child.destroy();
      }
      this.emit('closed');
      app.forget(this);
    }
  }
}
