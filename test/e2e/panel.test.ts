import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { type AppWindow, changeLook, focusIs, goTo, LARGE, openTestWindow, SMALL } from './support/window.ts';

jest.setTimeout(240_000);

const thursday = '2026-12-17';
const bigOf = async (page: Page) => Number(await page.locator('.panel .big').innerText());
const switchOf = (page: Page, name: RegExp) => page.getByRole('switch', { name });

/** The panel of the third site on Thursday, with all that comes later. */
async function openCell(page: Page): Promise<void> {
  await goTo(page, `week/2026-12-14/3/${thursday}`);
  await page.locator('.panel .big').waitFor({ timeout: 90_000 });
  await page.getByText(/relevés connus|records known/).waitFor({ timeout: 60_000 });
  await page.locator('.what-if .if b', { hasText: /\d/ }).first().waitFor();
  await page.locator('.with-choice .select').waitFor();
}

describeInChromium('the panel of a cell', () => {
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true });
    const file = join(app.dataFolder, 'closures.csv');
    writeFileSync(
      file,
      `date;site;type;announced
${thursday};Les Saules;strike;2026-12-10
${thursday};Marie Tellier;strike;2026-12-10
`,
    );
    await app.command('import', file);
    window = await openTestWindow(browser, app.url, { language: 'fr' });
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  afterEach(() => expect(window.complaints).toEqual([]));

  test('draws what the model would have forecast, and has the figures behind it', async () => {
    const { page } = window;
    await openCell(page);
    const chart = page.locator('.panel svg[role="img"]');
    expect(await chart.getAttribute('aria-label')).toContain('attendu par le modèle, calculé après coup');
    expect(await chart.locator('path[fill="var(--c-band)"]').count()).toBeGreaterThan(0);
    expect(await chart.locator('text', { hasText: 'vacances' }).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Tableau' }).click();
    const table = page.locator('.panel table.past').first();
    expect(await table.locator('tbody tr').count()).toBe(13);
    const row = table.locator('tbody tr').nth(5);
    expect(await row.innerText()).toMatch(/\d+\s+\d+–\d+\s+\d+\s+\d+/);
    await keepScreenshot(page, 'panel-table');
    await page.getByRole('button', { name: 'Graphique' }).click();
  });

  test('keeps no room below what it shows in a window that is made larger', async () => {
    const { page } = window;
    await openCell(page);
    await switchOf(page, /École fermée/).click();
    await page.locator('.panel .body').evaluate((body) => body.scrollTo(0, body.scrollHeight));
    await changeLook(page, { size: LARGE });
    await page.waitForFunction(() => {
      const body = document.querySelector('.panel .body');
      return body?.lastElementChild?.clientHeight === 0;
    });
    await changeLook(page, { size: SMALL });
    await switchOf(page, /École fermée/).click();
  });

  test('says what would be ordered as one asks, and puts it on record with a way back', async () => {
    const { page } = window;
    const before = await bigOf(page);
    await switchOf(page, /Une classe absente/).focus();
    await page.keyboard.press('Space');
    const then = page.locator('.what-if .then');
    await then.getByText(/au lieu de/).waitFor();
    expect(await then.getAttribute('aria-live')).toBe('polite');
    const away = Number((await then.locator('b').innerText()).split(/\s/)[0]);
    expect(away).toBeLessThan(before);
    await page.getByRole('textbox', { name: 'Enfants absents' }).fill('10');
    await page.waitForFunction(
      (first) => !document.querySelector('.what-if .then b')?.textContent?.startsWith(`${first} `),
      away,
    );
    const ten = Number((await then.locator('b').innerText()).split(/\s/)[0]);
    expect(ten).toBeGreaterThan(away);
    await page.getByRole('textbox', { name: 'Enfants absents' }).fill('x');
    expect(await then.innerText()).toBe('');
    await page.getByRole('textbox', { name: 'Enfants absents' }).fill('10');
    await then.getByText(/au lieu de/).waitFor();
    await page.getByRole('button', { name: 'Appliquer' }).click();
    await page.waitForFunction(
      (order) => document.querySelector('.panel .big')?.textContent === String(order),
      ten,
    );
    expect(await page.locator('.panel .marks').innerText()).toContain('Sortie');
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.waitForFunction(
      (order) => document.querySelector('.panel .big')?.textContent === String(order),
      before,
    );
  });

  test('guests become an order that says why, together with a strike', async () => {
    const { page } = window;
    const before = await bigOf(page);
    await switchOf(page, /Grève/).click();
    await switchOf(page, /invités/).click();
    await page.getByRole('textbox', { name: 'Invités' }).fill('40');
    const then = page.locator('.what-if .then');
    await then.getByText(/au lieu de/).waitFor();
    await page.waitForFunction(
      (n) => Number.parseInt(document.querySelector('.what-if .then b')?.textContent ?? '0', 10) > n + 20,
      before,
    );
    const order = Number((await then.locator('b').innerText()).split(/\s/)[0]);
    await page.getByRole('button', { name: 'Appliquer' }).click();
    await page.waitForFunction(
      (n) => document.querySelector('.panel .big')?.textContent === String(n),
      order,
    );
    expect(await page.locator('.panel .marks').innerText()).toContain('Grève');
    await focusIs(page, '[role=switch]');
    expect(await page.getByRole('textbox', { name: /raison/i }).inputValue()).toBe('40 invités en plus');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(
      (n) => document.querySelector('.panel .big')?.textContent === String(n),
      before,
    );
    await page.locator('.panel .marks', { hasText: 'Grève' }).waitFor({ state: 'detached' });
  });

  test('tells the earlier days of another dish of the day', async () => {
    const { page } = window;
    const heading = page.locator('.with-choice');
    const first = await heading.locator('.select').innerText();
    await heading.getByRole('button').click();
    await page.getByRole('option').nth(0).click();
    await page.waitForFunction(
      (name) => document.querySelector('.with-choice .select')?.textContent !== name,
      first,
    );
    await page.getByRole('link', { name: 'Tout sur ce plat' }).click();
    await page.waitForURL(/menus\/dish\//);
    await page.locator('h1').waitFor();
  });

  test('beside two marks the range of a narrow cell goes out of sight, never half', async () => {
    const { page } = window;
    await goTo(page, 'week/2026-12-14');
    await page.locator('.panel').waitFor({ state: 'detached' });
    const cell = page.locator('[data-cell="5-3"]');
    await cell.focus();
    await page.keyboard.type('131');
    await page.keyboard.press('Enter');
    await cell.locator('.own').waitFor();
    const lines = () =>
      cell.evaluate((td) => {
        const [box, range, marks] = ['.r.whole', '.r.whole > span', '.marks-of-cell'].map((part) =>
          td.querySelector(part)?.getBoundingClientRect(),
        );
        if (!box || !range || !marks) throw new Error('the cell lacks a part');
        return { seen: range.top < box.bottom - 1, covered: range.right > marks.left };
      });
    expect(await lines()).toEqual({ seen: true, covered: false });
    await cell.click();
    await page.locator('.panel .big').waitFor();
    expect((await lines()).seen).toBe(false);
    expect(await cell.locator('.r').innerText()).toMatch(/\d+–\d+/);
    await page.keyboard.press('Control+z');
    await cell.locator('.own').waitFor({ state: 'detached' });
  });

  test('leaving the cell stops the work on its past', async () => {
    const other = await openTestWindow(browser, app.url, { language: 'fr' });
    await goTo(other.page, `week/2026-11-30/1/2026-12-01`);
    await other.page.locator('.panel .big').waitFor({ timeout: 90_000 });
    await other.page.keyboard.press('Escape');
    await other.page.locator('.panel').waitFor({ state: 'detached' });
    await goTo(other.page, `week/2026-11-30/2/2026-12-01`);
    await other.page.getByText(/relevés connus/).waitFor({ timeout: 60_000 });
    expect(other.complaints).toEqual([]);
    await other.close();
  });

  const looks = [SMALL, LARGE].flatMap((size) => [false, true].map((dark) => ({ size, dark })));

  // A window for each language, as words do not change in an open one.
  describe.each(['fr', 'en'] as const)('in %s', (language) => {
    let shown: AppWindow;

    beforeAll(async () => {
      shown = await openTestWindow(browser, app.url, { language });
    });

    afterAll(() => shown?.close());

    test.each(looks)('$size.width px, dark $dark', async ({ size, dark }) => {
      const { page } = shown;
      await changeLook(page, { size, dark });
      expect(await page.getAttribute('html', 'data-theme')).toBe(dark ? 'dark' : 'light');
      await openCell(page);
      await page.getByRole('switch').nth(1).click();
      await page.locator('.what-if .then b').waitFor();
      const name = `panel-${size.width}-${dark ? 'dark' : 'light'}-${language}`;
      await keepScreenshot(page, name);
      expect(await overflowsOf(page)).toEqual([]);
      if (size === SMALL) {
        expect(await violationsOf(page)).toEqual([]);
        await page.locator('.what-if .then').scrollIntoViewIfNeeded();
        await keepScreenshot(page, `${name}-end`);
      }
      // The next look begins with a panel in which nothing was asked.
      await goTo(page, 'week/2026-12-14');
      await page.locator('.panel').waitFor({ state: 'detached' });
      expect(shown.complaints).toEqual([]);
    });
  });

  test.each([
    ['320 px wide', { width: 320, height: 640 }],
    ['at 200 % zoom', { width: 640, height: 360 }],
  ])('nothing is cut %s', async (name, size) => {
    const shown = await openTestWindow(browser, app.url, { language: 'fr', size });
    await openCell(shown.page);
    await shown.page.getByRole('switch').nth(2).click();
    await shown.page.locator('.what-if .then b').waitFor();
    await keepScreenshot(shown.page, `panel-${size.width}`);
    await shown.page.locator('.what-if .row').scrollIntoViewIfNeeded();
    await keepScreenshot(shown.page, `panel-${size.width}-end`);
    const wide = await shown.page.evaluate(() => {
      const body = document.querySelector('.panel .body') as HTMLElement;
      return body.scrollWidth - body.clientWidth;
    });
    expect({ name, wide }).toEqual({ name, wide: 0 });
    await shown.close();
  });
});
