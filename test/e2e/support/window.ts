import type { Browser, BrowserContext, Page } from 'playwright-core';
import { enter } from './door.ts';

export const SMALL = { width: 1280, height: 720 };
export const LARGE = { width: 1920, height: 1080 };

export interface WindowOptions {
  readonly language: 'fr' | 'en';
  readonly dark?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  /** 2: a window zoomed to 200 %, when its size is halved too. */
  readonly scale?: number;
  readonly changedColors?: boolean;
}

/** How long nothing may be asked before a page is taken for settled: an answer is drawn a few frames after it came. */
const QUIET_MS = 150;

/**
 * How long at most a call of the page waits before it is sent, and its answer before it is heard, in milliseconds:
 * with `ANSWER_DELAY=400` the tests run as on a machine that is busy now and then. Chance decides.
 */
const ANSWER_DELAY = Number(process.env.ANSWER_DELAY ?? 0);

/** Keeps, on the window, how many calls of the page are without an answer and when the last one came. */
function countCalls(delay: number): void {
  const calls = { open: 0, last: performance.now() };
  Object.assign(window, { openCalls: calls });
  const ask = window.fetch.bind(window);
  const linger = async () => {
    if (Math.random() * delay > delay / 2) await new Promise((go) => setTimeout(go, Math.random() * delay));
  };
  // Calls leave in the order in which they were made, as they do from a real page.
  let sent: Promise<void> = Promise.resolve();
  window.fetch = async (...request) => {
    calls.open += 1;
    try {
      sent = sent.then(linger);
      await sent;
      const answer = await ask(...request);
      await linger();
      return answer;
    } finally {
      calls.open -= 1;
      calls.last = performance.now();
    }
  };
}

/** A page that is watched: whatever it complains of or asks of another machine is kept. */
export interface AppWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong so far; a test expects nothing. */
  readonly complaints: readonly string[];
  /** The sheets that were sent to the print dialog, as HTML; waits for one more than when it was asked before. */
  printed(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Stands in for the system's print dialog, which a headless browser does not have. */
function catchPrints(): void {
  const sheets: string[] = [];
  Object.assign(window, { printedSheets: sheets });
  const create = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLIFrameElement) {
      element.addEventListener('load', () => {
        if (element.contentWindow) element.contentWindow.print = () => sheets.push(element.srcdoc);
      });
    }
    return element;
  }) as typeof document.createElement;
}

export async function openTestWindow(
  browser: Browser,
  url: string,
  options: WindowOptions,
): Promise<AppWindow> {
  const context = await browser.newContext({
    viewport: options.size ?? SMALL,
    deviceScaleFactor: options.scale ?? 1,
    forcedColors: options.changedColors ? 'active' : 'none',
    locale: options.language === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  // On a busy machine a page takes its time.
  context.setDefaultTimeout(60_000);
  await context.addInitScript(catchPrints);
  await context.addInitScript(countCalls, ANSWER_DELAY);
  const page = await context.newPage();
  const complaints = watch(page, new URL(url).host);
  await enter(page, url);
  return {
    page,
    context,
    complaints,
    printed: () => printedOn(page),
    close: () => context.close(),
  };
}

/** Waits for a sheet that was not told yet, and for those that are on their way: one is printed once its font is read. */
async function printedOn(page: Page): Promise<readonly string[]> {
  const sheets = await page.waitForFunction(() => {
    const shown = window as unknown as { printedSheets: string[]; sheetsTold?: number };
    const { printedSheets, sheetsTold = 0 } = shown;
    const frames = document.querySelectorAll('iframe.print-frame').length;
    if (printedSheets.length <= sheetsTold || printedSheets.length < frames) return false;
    shown.sheetsTold = printedSheets.length;
    return printedSheets;
  });
  return sheets.jsonValue() as Promise<readonly string[]>;
}

function watch(page: Page, host: string): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, host: asked } = new URL(request.url());
    const inside = ['data:', 'blob:', 'about:'].includes(protocol) || asked === host;
    if (!inside) complaints.push(`request outside: ${request.url()}`);
  });
  return complaints;
}

/** Waits for the fonts and for two frames: what changed before has been laid out. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  });
}

/** Changes size and colours of a window that is open, and waits until it is drawn so. */
export async function changeLook(
  page: Page,
  { size, dark, forced = false }: Pick<WindowOptions, 'size' | 'dark'> & { readonly forced?: boolean },
): Promise<void> {
  if (size) await page.setViewportSize(size);
  const colorScheme = dark === undefined ? undefined : dark ? 'dark' : 'light';
  await page.emulateMedia({
    ...(colorScheme === undefined ? {} : { colorScheme }),
    forcedColors: forced ? 'active' : 'none',
  });
  await drawn(page);
}

/** A window of that many CSS pixels, each of `scale` of the screen's: zoomed. Until the size is changed again. */
export async function zoom(
  page: Page,
  size: { readonly width: number; readonly height: number },
  scale: number,
): Promise<void> {
  await page.setViewportSize(size);
  if (scale !== 1) {
    const session = await page.context().newCDPSession(page);
    const metrics = { ...size, deviceScaleFactor: scale, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', metrics);
    await session.detach();
  }
  await drawn(page);
}

/** Goes to a page of the app by its address. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/${place}`);
}

/** Waits for what a page shows; when it does not come, tells what is there instead. */
export async function shows(window: AppWindow, selector: string): Promise<void> {
  try {
    await window.page.locator(selector).first().waitFor({ timeout: 60_000 });
  } catch {
    const text = await window.page.locator('body').innerText();
    throw new Error(
      `${selector} does not show. The page says: ${text}. It complained: ${window.complaints.join('; ')}`,
    );
  }
}

/** Waits until the focus is where a selector says: the page moves it a moment after a key or an answer. */
export async function focusIs(page: Page, selector: string): Promise<void> {
  try {
    await page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
  } catch {
    const there = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    throw new Error(`the focus is not on ${selector} but on ${there}`);
  }
}

/** Waits until the page waits for nothing any more: no call is open, and nothing says that it is busy. */
export async function settled(page: Page, patience = 60_000): Promise<void> {
  await page.waitForFunction(
    (quiet) => {
      const { openCalls } = window as unknown as { openCalls: { open: number; last: number } };
      if (openCalls.open > 0 || performance.now() - openCalls.last < quiet) return false;
      return !document.querySelector('[aria-busy="true"], .progress, .refreshing');
    },
    QUIET_MS,
    { timeout: patience },
  );
}
