import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp, TODAY } from './support/served-app.ts';
import { type AppWindow, goTo, openTestWindow, settled } from './support/window.ts';

jest.setTimeout(240_000);

const NEXT_DAY = '2026-12-15';

describeInChromium('what was served and left at six sites', () => {
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true, today: NEXT_DAY });
    await app.commandOn(TODAY, 'freeze', '--from', TODAY, '--to', TODAY);
    window = await openTestWindow(browser, app.url, { language: 'fr' });
    page = window.page;
    await goTo(page, 'record/served');
    await page.locator('.record-table input').first().waitFor();
    await settled(page);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('odd and wrong values are said at their field, and what is right is kept', async () => {
    await keepScreenshot(page, 'record-served-fr-light');
    const first = page.locator('.record-table input').first();
    await first.focus();
    await page.keyboard.type('350');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1O');
    await page.keyboard.press('Enter');
    await page.keyboard.type('40');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.type('50');
    await page.keyboard.press('Tab');
    await page.keyboard.type('60');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12h25');
    await page.keyboard.press('Enter');
    await settled(page);
    await keepScreenshot(page, 'record-served-typed-fr-light');
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});
