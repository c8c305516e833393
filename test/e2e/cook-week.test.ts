import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp, TODAY } from './support/served-app.ts';
import { type AppWindow, goTo, openTestWindow, settled } from './support/window.ts';

jest.setTimeout(240_000);

const KITCHEN = 'Cuisine de Clairvigne';
const SATELLITE = 'Les Quatre Vents';

/** A cook's week in English: the sheet at seven, the roll-call at nine, the vans at ten, next month's menu at three. */
describeInChromium('the week of a cook', () => {
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;
  let page: Page;
  const sheet = () => page.frameLocator('iframe[title="Sheet preview"]');
  const covers = async () => Number((await sheet().locator('.figure b').innerText()).replace(/\D/g, ''));

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true });
    await app.command('freeze', '--from', TODAY, '--to', '2026-12-18');
    window = await openTestWindow(browser, app.url, { language: 'en' });
    page = window.page;
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  afterEach(() => expect(window.complaints).toEqual([]));

  async function choose(place: string): Promise<void> {
    await page.getByRole('button', { name: 'Site' }).first().click();
    await page.getByRole('option', { name: place }).click();
    await sheet().getByRole('heading', { name: place }).first().waitFor({ timeout: 60_000 });
    await settled(page);
  }

  test('at seven she prints what her kitchen makes today', async () => {
    await goTo(page, `day/${TODAY}`);
    await sheet().getByText('Orders').first().waitFor({ timeout: 90_000 });
    await choose(KITCHEN);
    const text = await sheet().locator('body').innerText();
    for (const words of ['Production sheet', 'nursery', 'primary', 'adults', 'retained', 'sacs 2,5 kg']) {
      expect(text).toContain(words);
    }
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'cook-production-en-light');
    await page.getByRole('button', { name: 'Print' }).click();
    await page.waitForFunction(
      () => (globalThis as unknown as { printedSheets: string[] }).printedSheets.length > 0,
    );
    expect((await window.printed()).at(-1)).toContain(KITCHEN);
  });

  test('at nine a class is away: she types the roll-call, and her sheet follows', async () => {
    const before = await covers();
    await page.getByRole('button', { name: SATELLITE, exact: true }).click();
    const aside = page.getByRole('complementary', { name: 'The day’s orders' });
    const children = aside.getByLabel('Children', { exact: true });
    await children.fill(String(Number(await children.inputValue()) - 12));
    await aside.getByText('12 fewer covers.').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.notice').filter({ hasText: 'head count saved' }).waitFor();
    await sheet()
      .locator('.figure b')
      .filter({ hasText: String(before - 12) })
      .waitFor({ timeout: 60_000 });
    await keepScreenshot(page, 'cook-roll-call-en-light');
  });

  test('at ten each van has its note, and the roll-call of tomorrow is a page to write on', async () => {
    await page.getByRole('radio', { name: 'Delivery' }).click();
    await sheet().getByRole('heading', { name: SATELLITE }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Site' }).first().click();
    await page.getByRole('option', { name: KITCHEN }).click();
    await sheet().locator('article').nth(5).waitFor({ timeout: 60_000 });
    expect(await sheet().getByText('Delivery note').count()).toBeGreaterThanOrEqual(6);
    await keepScreenshot(page, 'cook-delivery-en-light');
    await page.getByRole('button', { name: 'Next day' }).click();
    await page.getByRole('radio', { name: 'Head-count sheet' }).click();
    await sheet().getByText('Head-count sheet').first().waitFor({ timeout: 60_000 });
    await settled(page);
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('button', { name: 'PDF' }).click(),
    ]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test('at three she looks at the menus: each week has its vegetarian dish', async () => {
    await page.locator('a[href="#/menus"]').click();
    await page.getByRole('heading', { level: 1, name: 'Menus' }).waitFor();
    await settled(page);
    expect(await page.getByRole('grid').innerText()).toContain('Tortellinis à la ricotta');
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'cook-menus-en-light');
  });

  test('the same sheet in the dark is still white paper', async () => {
    const dark = await openTestWindow(browser, app.url, { language: 'en', dark: true });
    await goTo(dark.page, `day/${TODAY}/k1`);
    await dark.page.frameLocator('iframe').getByText('Production sheet').waitFor({ timeout: 60_000 });
    await settled(dark.page);
    expect(await violationsOf(dark.page)).toEqual([]);
    await keepScreenshot(dark.page, 'cook-production-en-dark');
    expect(dark.complaints).toEqual([]);
    await dark.close();
  });
});
