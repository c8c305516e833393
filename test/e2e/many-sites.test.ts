import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv, HUNDRED_SITES } from './support/canteen-csv.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp, TODAY } from './support/served-app.ts';
import { goTo, LARGE, openTestWindow, SMALL, settled } from './support/window.ts';

jest.setTimeout(240_000);

/** `site order` of each row, sorted. */
async function ordersIn(rows: Locator, site: string, order: string): Promise<readonly string[]> {
  const [sites, orders] = await Promise.all([
    rows.locator(site).allTextContents(),
    rows.locator(order).allTextContents(),
  ]);
  return sites.map((name, i) => `${name.trim()} ${orders[i]}`).sort();
}

describeInChromium('a hundred sites', () => {
  let browser: Browser;
  let app: ServedApp;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp();
    const file = join(app.dataFolder, 'hundred.csv');
    writeFileSync(file, canteenAttendanceCsv(HUNDRED_SITES));
    await app.command('import', file);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('a long computation shows how far it is, can be stopped, and resumed', async () => {
    const { page, complaints, close } = await openTestWindow(browser, app.url, { language: 'fr' });
    await page.getByRole('progressbar').waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Arrêter' }).click();
    await page.getByRole('heading', { name: 'Calcul arrêté' }).waitFor();
    await keepScreenshot(page, 'week-stopped-1280-light-fr');
    await page.getByRole('button', { name: 'Reprendre le calcul' }).click();
    await page.getByRole('grid').waitFor({ timeout: 120_000 });
    expect(complaints).toEqual([]);
    await close();
  });

  test('only the rows in sight are drawn; head, foot and names stay; the keyboard reaches the last row', async () => {
    const { page, complaints, close } = await openTestWindow(browser, app.url, { language: 'fr' });
    await page.getByRole('grid').waitFor({ timeout: 120_000 });
    expect(await page.getAttribute('table.week', 'aria-rowcount')).toBe('102');
    expect(await page.locator('tbody tr:not(.gap)').count()).toBeLessThan(40);
    await keepScreenshot(page, 'week-hundred-1280-light-fr');
    await page.locator('td[data-cell="0-0"]').focus();
    await page.keyboard.press('Control+End');
    await page.waitForFunction(() => (document.activeElement as HTMLElement).dataset.cell === '99-4');
    const box = await page.locator('tr:last-child td[data-cell="99-4"]').boundingBox();
    const foot = await page.locator('tfoot').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((foot?.y ?? 0) + 1);
    expect((await page.locator('thead th').first().boundingBox())?.y).toBeLessThan(130);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'week-hundred-end-1280-light-fr');
    expect(complaints).toEqual([]);
    await close();
  });

  test('a number typed where a site has one line moves nothing, and its reasons follow the window', async () => {
    const { page, close } = await openTestWindow(browser, app.url, { language: 'fr', size: LARGE });
    await page.locator('table.week.one-line').waitFor({ timeout: 120_000 });
    await settled(page);
    const rows = () =>
      page
        .locator('tbody tr:not(.gap)')
        .evaluateAll((all) => all.slice(0, 9).map((row) => Math.round(row.getBoundingClientRect().top)));
    const before = await rows();
    await page.locator('td.open[data-cell="2-4"]').focus();
    await page.keyboard.type('50');
    await page.locator('.reasons button').first().waitFor();
    expect(await rows()).toEqual(before);
    expect(await page.locator('.cell .celledit + .r').isVisible()).toBe(false);
    await keepScreenshot(page, 'week-hundred-typed-1920-light-fr');
    await page.setViewportSize(SMALL);
    await page.waitForFunction(() => {
      const list = document.querySelector('.reasons')?.getBoundingClientRect();
      const field = document.querySelector('.celledit')?.getBoundingClientRect();
      return list && field && list.right <= innerWidth && Math.abs(list.top - field.bottom) < 20;
    });
    await keepScreenshot(page, 'week-hundred-typed-1280-light-fr');
    await page.keyboard.press('Escape');
    await close();
  });

  test('a site is found by a part of its name, without accents', async () => {
    const { page, close } = await openTestWindow(browser, app.url, { language: 'fr' });
    await page.getByRole('grid').waitFor({ timeout: 120_000 });
    await page.getByRole('searchbox').fill('elisabeth');
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    await keepScreenshot(page, 'week-found-1280-light-fr');
    await page.getByRole('searchbox').fill('xyz');
    await page.getByText('Aucun site ne porte ce nom').waitFor();
    await close();
  });

  test('a day has one order for each site: in the list and on the sheet', async () => {
    const { page, close } = await openTestWindow(browser, app.url, { language: 'fr' });
    await goTo(page, `day/${TODAY}`);
    const sheet = page.frameLocator('iframe');
    await sheet.locator('.sites tbody th .name').first().waitFor({ timeout: 120_000 });
    const printed = await ordersIn(sheet.locator('.sites tbody tr:not(.sum)'), '.name', '.tint b');
    expect(printed).toHaveLength(HUNDRED_SITES.length);
    expect(await ordersIn(page.locator('.orders tbody tr'), 'th', 'td:last-child')).toEqual(printed);
    await close();
  });

  test.each([
    ['zoomed to 200 %', { width: 640, height: 360 }],
    ['320 px wide', { width: 320, height: 640 }],
  ])('nothing overflows %s', async (name, size) => {
    const { page, complaints, close } = await openTestWindow(browser, app.url, { language: 'fr', size });
    await page.getByRole('grid').waitFor({ timeout: 120_000 });
    const file = name.replace(/\W+/g, '-');
    for (const place of ['week', 'day', 'data', 'settings']) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `/${place}`);
      await page.locator('h1').first().waitFor();
      await settled(page);
      await keepScreenshot(page, `narrow-${place}-${file}`);
      expect({ place, overflows: await overflowsOf(page) }).toEqual({ place, overflows: [] });
    }
    expect(complaints).toEqual([]);
    await close();
  });
});
