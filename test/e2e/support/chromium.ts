import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describeWhere } from '../../support/describe-where.ts';

/** Has no window and keeps no history: it opens a page in half the time that a whole browser takes. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

const BROWSERS = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const firstOf = (paths: readonly (string | undefined)[]) =>
  paths.find((path) => path !== undefined && existsSync(path));

/** For tests of what a browser keeps between two starts, and of paper: a headless shell breaks pages otherwise. */
export const wholeChromiumPath = firstOf(BROWSERS.filter((path) => !path?.includes('headless-shell')));

export const chromiumPath = firstOf([process.env.CHROMIUM, HEADLESS_SHELL, ...BROWSERS]);

/** `describe` for tests that drive a real browser; where there is none they are skipped, and say so. */
export function describeInChromium(name: string, body: () => void): void {
  const missing = 'no Chromium was found; set CHROMIUM to its path';
  describeWhere(chromiumPath !== undefined, name, missing, body);
}

/**
 * What Chromium does without: first the parts of its own window that are pages themselves, drawn anew for every test
 * window though nobody sees them, and processes made ahead, half of what it costs to open one; then what Playwright
 * leaves out, as the last list given counts alone.
 */
const without = [
  'InitialWebUI',
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
  'WebUIReloadButton',
  'WebUIToolbarWebView',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/**
 * A page of a test lives for seconds: code that is made fast for it is hardly run any more, and threads that collect
 * its garbage beside it take processors from the other tests.
 */
const forShortLives = '--js-flags=--no-opt --no-maglev --single-threaded-gc';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  `--disable-features=${without.join(',')}`,
];

/** How tests start Chromium. */
export const chromiumOptions = { executablePath: chromiumPath ?? '', args: [forShortLives, ...args] };

export const launchChromium = (executablePath = chromiumPath ?? ''): Promise<Browser> =>
  chromium.launch({ ...chromiumOptions, executablePath });

/** For what is measured: code is made fast, as in a window of a user's. */
export const launchMeasuredChromium = (): Promise<Browser> => chromium.launch({ ...chromiumOptions, args });
