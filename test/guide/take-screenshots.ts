import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../e2e/support/chromium.ts';
import { serveApp } from '../e2e/support/served-app.ts';
import { goTo, openWindow, settled } from '../e2e/support/window.ts';
import { projectFolder } from '../rules/source-files.ts';

/** Takes the README's pictures anew, on the sample canteens, into assets/guide: `npm run screenshots`. */
const folder = join(projectFolder, 'assets', 'guide');

interface Picture {
  readonly name: string;
  readonly language: 'fr' | 'en';
  readonly dark?: boolean;
  show(page: Page): Promise<void>;
}

const openCell = async (page: Page) => {
  await page.locator('td.open').nth(9).click();
  await page.locator('.panel .why').waitFor();
};

const pictures: readonly Picture[] = [
  { name: 'week', language: 'fr', show: openCell },
  { name: 'week-dark', language: 'en', dark: true, show: openCell },
  {
    name: 'day',
    language: 'fr',
    async show(page) {
      await goTo(page, 'day/2026-12-17');
      await page.locator('iframe').waitFor();
    },
  },
  {
    name: 'accuracy',
    language: 'fr',
    async show(page) {
      await goTo(page, 'accuracy');
      await page.locator('.compare tbody tr').first().waitFor({ timeout: 120_000 });
    },
  },
];

const browser = await launchChromium();
const app = await serveApp();
try {
  await app.command('sample');
  mkdirSync(folder, { recursive: true });
  for (const { name, language, dark, show } of pictures) {
    const window = await openWindow(browser, app.url, { language, ...(dark ? { dark } : {}) });
    await window.page.getByRole('grid').waitFor({ timeout: 90_000 });
    await show(window.page);
    await settled(window.page);
    await window.page.screenshot({ path: join(folder, `${name}.png`) });
    await window.close();
  }
} finally {
  await browser.close();
  await app.close();
}
