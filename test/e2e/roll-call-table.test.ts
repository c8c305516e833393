import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv, HUNDRED_SITES } from './support/canteen-csv.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp, TODAY } from './support/served-app.ts';
import { type AppWindow, focusIs, goTo, LARGE, openTestWindow, settled } from './support/window.ts';

jest.setTimeout(240_000);

const TABLE = `record/head-count/${TODAY}`;
/** Where it stood before: a place that is kept still leads there. */
const OLD_PLACE = `day/${TODAY}/all/count`;
const fields = (page: Page) => page.locator('.calltable input');
const notice = (page: Page, words: string) => page.locator('.notice').filter({ hasText: words }).waitFor();
/** What is ordered of the class of a field: it stands beside it. */
const orderedBeside = async (page: Page, i: number) =>
  Number((await fields(page).nth(i).locator('xpath=following-sibling::*').innerText()).replace(/\D/g, ''));

describeInChromium('the roll-call of all sites', () => {
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true });
    await app.command('freeze', '--from', TODAY, '--to', TODAY);
    window = await openTestWindow(browser, app.url, { language: 'fr' });
    page = window.page;
    await goTo(page, `day/${TODAY}`);
    await page.getByRole('link', { name: 'Saisir l’appel' }).click({ timeout: 90_000 });
    await fields(page).first().waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  afterEach(() => expect(window.complaints).toEqual([]));

  test('stands in the address, so that back and reload find it', async () => {
    expect(page.url()).toContain(`/${TABLE}`);
    await page.goBack();
    await page.frameLocator('iframe').locator('.figure').first().waitFor();
    await page.goForward();
    await page.reload();
    await fields(page).first().waitFor({ timeout: 60_000 });
    await keepScreenshot(page, 'roll-call-table-empty-fr-light');
  });

  test('is typed with the keyboard alone: a wrong value is marked, a site is kept when it is complete', async () => {
    const first = page.locator('.calltable tbody tr').first();
    const count = await first.locator('input').count();
    await fields(page).first().focus();
    await page.keyboard.type('douze');
    await first.getByText('Écrivez un nombre entier').waitFor();
    expect(await first.locator('input').first().getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await first.locator('input').first().inputValue()).toBe('');
    const ordered = await orderedBeside(page, 0);
    await page.keyboard.type(String(ordered - 25));
    for (let i = 1; i < count; i++) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('=');
    }
    await page.keyboard.press('Enter');
    await notice(page, 'appel enregistré');
    await first.getByText(/^Saisi à \d+\u00a0h(\u00a0\d\d)?, feuille n°\u00a02/).waitFor();
    expect(await first.locator('.gapcell').innerText()).toContain('25');
    expect(await first.locator('.gapcell').getAttribute('data-big')).toBe('');
    await page.getByText(/^1 site saisi sur \d+$/).waitFor();
    // Enter ended the site, and began the next one.
    const second = await page
      .locator('.calltable tbody tr')
      .nth(1)
      .locator('input')
      .first()
      .getAttribute('aria-label');
    await focusIs(page, `[aria-label="${second}"]`);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'roll-call-table-fr-light');
  });

  test('is taken back and done again, and no version of a sheet comes twice', async () => {
    const first = page.locator('.calltable tbody tr').first();
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await notice(page, 'Annulé');
    await page.getByText(/^0 sites? saisis? sur \d+$/).waitFor();
    await page.keyboard.press('Control+Shift+z');
    await first.getByText('feuille n°\u00a04').waitFor();
  });

  test('the rest as ordered is one edit, and the sheets follow', async () => {
    await page.getByRole('button', { name: 'Compléter comme commandé' }).click();
    await page.getByText('Tous les sites sont saisis.').waitFor();
    await settled(page);
    await keepScreenshot(page, 'roll-call-table-done-fr-light');
    await goTo(page, `day/${TODAY}`);
    await page.getByRole('radio', { name: 'Livraison' }).click();
    await page.frameLocator('iframe').locator('article').first().waitFor();
    await goTo(page, OLD_PLACE);
    await page.getByText('Tous les sites sont saisis.').waitFor();
    expect(page.url()).toContain(`/${TABLE}`);
  });

  test('what is typed last is kept by whoever leaves the page by its address', async () => {
    const last = fields(page).last();
    const ordered = Number(await last.inputValue());
    await last.fill(String(ordered - 3));
    await page.evaluate(() => {
      location.hash = '#/week';
    });
    await page.getByRole('grid').waitFor();
    await goTo(page, TABLE);
    await page.waitForFunction(
      (text) => [...document.querySelectorAll<HTMLInputElement>('.calltable input')].at(-1)?.value === text,
      String(ordered - 3),
    );
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await notice(page, 'Annulé');
  });

  test('another window follows, and what it would take back is not overwritten', async () => {
    const other = await openTestWindow(browser, app.url, { language: 'fr' });
    await goTo(other.page, TABLE);
    await other.page.getByText('Tous les sites sont saisis.').waitFor({ timeout: 60_000 });
    const type = async (where: Page, text: string) => {
      await fields(where).first().fill(text);
      await where.keyboard.press('Enter');
      await notice(where, 'appel enregistré');
    };
    await type(other.page, '41');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.calltable input')?.value === '41',
    );
    await type(page, '42');
    await other.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.calltable input')?.value === '42',
    );
    await other.page.locator('h1').click();
    await other.page.keyboard.press('Control+z');
    await notice(other.page, 'ces données ont changé');
    expect(await fields(other.page).first().inputValue()).toBe('42');
    expect(other.complaints).toEqual([]);
    await other.close();
  });

  test.each([
    ['en-dark-large', { language: 'en', dark: true, size: LARGE }],
    ['fr-dark-narrow', { language: 'fr', dark: true, size: { width: 640, height: 720 } }],
    ['en-light', { language: 'en' }],
  ] as const)('looks as it should: %s', async (name, options) => {
    const one = await openTestWindow(browser, app.url, options);
    await goTo(one.page, TABLE);
    await fields(one.page).first().waitFor({ timeout: 60_000 });
    await settled(one.page);
    await keepScreenshot(one.page, `roll-call-table-${name}`);
    expect(await violationsOf(one.page)).toEqual([]);
    expect(await overflowsOf(one.page)).toEqual([]);
    expect(one.complaints).toEqual([]);
    await one.close();
  });
});

describeInChromium('the roll-call of a hundred sites', () => {
  test('follows the keys, keeps its head and foot in sight, and takes the rest at once', async () => {
    const browser = await launchChromium();
    const app = await serveApp();
    const file = join(app.dataFolder, 'hundred.csv');
    writeFileSync(file, canteenAttendanceCsv(HUNDRED_SITES));
    await app.command('import', file);
    const { page, complaints } = await openTestWindow(browser, app.url, { language: 'fr' });
    await goTo(page, TABLE);
    await fields(page).first().waitFor({ timeout: 150_000 });
    const lineOf = (index: number) => page.locator(`.calltable tr[data-index="${index}"] input`).first();
    const toEnd = () =>
      page.locator('.callwrap').evaluate((element) => element.scrollTo(0, element.scrollHeight));
    // Only the lines in sight are drawn, and a few beside them.
    expect(await fields(page).count()).toBeLessThan(60);
    await fields(page).first().focus();
    for (const text of ['11', '12', '13']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    await page.getByText('3 sites saisis sur 100').waitFor({ timeout: 60_000 });
    // What is being typed is not lost as it is scrolled out of sight.
    await page.keyboard.type('1');
    await toEnd();
    await lineOf(99).waitFor();
    await page.keyboard.type('4');
    expect(await lineOf(3).inputValue()).toBe('14');
    await page.keyboard.press('Enter');
    await page.getByText('4 sites saisis sur 100').waitFor();
    await focusIs(page, 'tr[data-index="4"] input');
    await page.getByRole('searchbox').fill('ecole 042');
    await page.waitForFunction(
      () => document.querySelectorAll('.calltable tbody tr[data-index]').length === 1,
    );
    await page.keyboard.press('Enter');
    await focusIs(page, '.calltable tbody input');
    // The whole is still that of all sites.
    await page.getByText('4 sites saisis sur 100').waitFor();
    await page.getByRole('searchbox').fill('');
    await toEnd();
    await lineOf(99).focus();
    const [field, foot] = await Promise.all([
      lineOf(99).boundingBox(),
      page.locator('.calltable tfoot td').first().boundingBox(),
    ]);
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual((foot?.y ?? 0) + 1);
    await page.getByRole('button', { name: 'Compléter comme commandé' }).click();
    await page.getByText('Tous les sites sont saisis.').waitFor({ timeout: 60_000 });
    await settled(page);
    await keepScreenshot(page, 'roll-call-table-hundred-fr-light');
    expect(complaints).toEqual([]);
    await browser.close();
    await app.close();
  });
});
