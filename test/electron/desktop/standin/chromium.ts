import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../../electron/service/documents/find-browser.ts';
import { fromChromium } from './address.ts';

const profile = mkdtempSync(join(tmpdir(), 'bonne-mesure-standin-'));
process.on('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

let launched: Promise<BrowserContext> | null = null;
/** Addresses that pages without a window of their own asked for: nothing answers them. */
const stray: string[] = [];

/** The Chromium that all windows of this process share. */
export function context(): Promise<BrowserContext> {
  launched ??= launch();
  return launched;
}

/** The languages that the system of this process prefers. */
export const systemLanguages = (): string[] => (process.env.STANDIN_LANGUAGES ?? 'fr-FR').split(',');

async function launch(): Promise<BrowserContext> {
  const executablePath = findBrowser();
  const chromiumContext = await chromium.launchPersistentContext(profile, {
    ...(executablePath === null ? {} : { executablePath }),
    headless: true,
    locale: systemLanguages()[0] ?? 'fr-FR',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--disable-background-networking',
      '--remote-debugging-port=0',
    ],
  });
  await chromiumContext.route('**/*', (route) => {
    stray.push(route.request().url());
    return route.abort('blockedbyclient');
  });
  return chromiumContext;
}

/** The address that a page asked to be opened with. */
export async function addressAsked(popup: Page): Promise<string> {
  await popup.waitForLoadState().catch(() => undefined);
  return fromChromium(popup.url().startsWith('chrome-error:') ? (stray.at(-1) ?? '') : popup.url());
}

/** Where a test can reach the same Chromium. */
export async function endpoint(): Promise<string> {
  await context();
  const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return `http://127.0.0.1:${port}`;
}

export async function closeChromium(): Promise<void> {
  await (await launched)?.close();
}
