import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { type ServedApp, serveApp } from './served-app.ts';
import { type AppWindow, openTestWindow, type WindowOptions } from './window.ts';

interface SettingOptions {
  /** Fills the folder with the sample canteens. */
  readonly sample?: boolean;
  /** The day that the app takes for today, `YYYY-MM-DD`. */
  readonly today?: string;
  /** Imported in one call after the sample, by their names. */
  readonly files?: Readonly<Record<string, string>>;
  /** Opens a window for all the tests; none of them may leave a complaint in it. */
  readonly window?: WindowOptions;
}

/** What the tests of a block share; there from the first test on. */
export interface Setting {
  readonly browser: Browser;
  readonly app: ServedApp;
  readonly window: AppWindow;
  readonly page: Page;
  /** Another window on the same app, for the caller to close. */
  open(options: WindowOptions): Promise<AppWindow>;
}

/** Writes files into the data folder and imports them in one call of the program. */
export async function importInto(app: ServedApp, files: Readonly<Record<string, string>>): Promise<void> {
  const paths = Object.entries(files).map(([name, text]) => {
    const path = join(app.dataFolder, name);
    writeFileSync(path, text);
    return path;
  });
  if (paths.length > 0) await app.command('import', ...paths);
}

/** A browser and the served app for the tests of the `describe` block that calls it, closed after them. */
export function setUp({ sample = false, today, files = {}, window: look }: SettingOptions = {}): Setting {
  let browser: Browser | undefined;
  let app: ServedApp | undefined;
  let window: AppWindow | undefined;
  const there = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('the setting is read before its first test, or has no window');
    return part;
  };
  const open = (options: WindowOptions) => openTestWindow(there(browser), there(app).url, options);
  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample, ...(today === undefined ? {} : { today }) });
    await importInto(app, files);
    if (look) window = await open(look);
  });
  afterEach(() => expect(window?.complaints ?? []).toEqual([]));
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  return {
    get browser() {
      return there(browser);
    },
    get app() {
      return there(app);
    },
    get window() {
      return there(window);
    },
    get page() {
      return there(window).page;
    },
    open,
  };
}
