import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describeWhere } from '../../support/describe-where.ts';

const CANDIDATES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export const chromiumPath = CANDIDATES.find((path) => path !== undefined && existsSync(path));

/** `describe` for tests that drive a real browser; where there is none they are skipped, and say so. */
export function describeInChromium(name: string, body: () => void): void {
  const missing = 'no Chromium was found; set CHROMIUM to its path';
  describeWhere(chromiumPath !== undefined, name, missing, body);
}

/** How tests start Chromium. */
export const chromiumOptions = {
  executablePath: chromiumPath ?? '',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ],
};

export const launchChromium = (): Promise<Browser> => chromium.launch(chromiumOptions);
