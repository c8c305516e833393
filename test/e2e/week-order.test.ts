import type { Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv, HUNDRED_SITES } from './support/canteen-csv.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { changeLook, focusIs, LARGE, SMALL, settled } from './support/window.ts';

jest.setTimeout(240_000);

const SITES = HUNDRED_SITES.slice(0, 87);
/** It serves far more than it has seats. */
const FULL = 'École 005';
const SECTORS = ['Nord', 'Sud', 'Centre'];

const sitesCsv = [
  'cantine;type;secteur;capacité',
  ...SITES.map((site, i) => `${site};M/E;${SECTORS[i % 3]};${site === FULL ? 60 : 400}`),
].join('\n');

const names = (page: Page) => page.locator('tbody tr:not(.gap):not(.kgroup) .site').allInnerTexts();
const wholeRows = (page: Page) =>
  page.locator('tbody tr:not(.gap)').evaluateAll((rows) => {
    const top = document.querySelector('table.week thead')?.getBoundingClientRect().bottom ?? 0;
    const bottom = document.querySelector('table.week tfoot th')?.getBoundingClientRect().top ?? 0;
    const boxes = rows.map((row) => row.getBoundingClientRect());
    return {
      height: boxes[0]?.height,
      whole: boxes.filter((box) => box.top >= top - 1 && box.bottom <= bottom + 1).length,
    };
  });

describeInChromium('the sites of a week, looked at, sorted and grouped', () => {
  const setting = setUp({
    files: { 'repas.csv': canteenAttendanceCsv(SITES), 'sites.csv': `${sitesCsv}\n` },
    window: { language: 'fr' },
  });

  beforeAll(async () => {
    await setting.page.getByRole('grid').waitFor({ timeout: 120_000 });
    await settled(setting.page);
  });

  const chip = () => setting.page.locator('.chip.lead');

  test('says what is to be looked at, shows it alone, and walks through it with the arrows', async () => {
    const { page } = setting;
    await chip()
      .filter({ hasText: /^À regarder/ })
      .waitFor();
    await chip().click();
    await page.getByText(/^1 site affiché$/).waitFor();
    expect(await names(page)).toEqual([FULL]);
    expect(await page.locator('thead th').first().innerText()).toBe('1 site sur 87');
    // The total says what it sums: what is shown, and all.
    const sums = await page.locator('tfoot tr').allInnerTexts();
    expect(sums).toHaveLength(2);
    expect(sums[1]).toContain('Tous les sites (87)');
    await chip().focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.walked').filter({ hasText: FULL }).waitFor();
    expect(await page.locator('.walked').innerText()).toMatch(/pour 60 places/);
    expect(await page.locator('tr.marked .site').innerText()).toBe(FULL);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'week-look-1280-light-fr');
    await page.locator('.walked .link').click();
    await page.locator('aside.panel h2').filter({ hasText: FULL }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('aside.panel').waitFor({ state: 'detached' });
    await chip().click();
    await page.getByText(/^1 site affiché$/).waitFor({ state: 'detached' });
  });

  test('sorts by any column with the keyboard, and says so', async () => {
    const { page } = setting;
    const total = page.locator('thead th.sum');
    await total.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.locator('thead th.sum[aria-sort=descending]').waitFor();
    const sums = () => page.locator('tbody td.sum').allInnerTexts();
    const numbers = async () => (await sums()).map((text) => Number(text.replace(/\D/g, '')));
    const down = await numbers();
    expect(down).toEqual(down.toSorted((a, b) => b - a));
    await page.keyboard.press('Space');
    await page.locator('thead th.sum[aria-sort=ascending]').waitFor();
    const up = await numbers();
    expect(up).toEqual(up.toSorted((a, b) => a - b));
    await page.locator('thead th').first().getByRole('button').click();
    await page.locator('thead th:first-child[aria-sort=ascending]').waitFor();
  });

  test('groups by sector, with what each orders', async () => {
    const { page } = setting;
    await page.getByRole('button', { name: /Regrouper les sites/ }).click();
    await page.getByRole('option', { name: 'Par secteur' }).click();
    await page.locator('tr.kgroup').first().waitFor();
    expect(await page.locator('tr.kgroup').first().innerText()).toMatch(/^Centre\s+29 sites/);
    expect(await overflowsOf(page)).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'week-groups-1280-light-fr');
    await page.locator('td[data-cell="0-0"]').focus();
    await page.keyboard.press('Control+End');
    await focusIs(page, '[data-cell="86-4"]');
    await page.getByRole('button', { name: /Regrouper les sites/ }).click();
    await page.getByRole('option', { name: 'Sans groupe' }).click();
    await page.locator('tr.kgroup').first().waitFor({ state: 'detached' });
  });

  test('a site is looked for in the same place, whether or not a panel is open', async () => {
    const { page } = setting;
    const find = page.getByRole('searchbox');
    const before = await find.boundingBox();
    await page.locator('[data-cell="86-4"]').click();
    await page.locator('aside.panel').waitFor();
    expect(await find.boundingBox()).toEqual(before);
    await page.keyboard.press('Escape');
    await page.locator('aside.panel').waitFor({ state: 'detached' });
  });

  test('a row is 40 pixels high at 1280 × 720; a tall window shows 25 whole sites of 30 pixels', async () => {
    const { page } = setting;
    expect((await wholeRows(page)).height).toBe(40);
    await changeLook(page, { size: LARGE });
    await page.locator('table.week.one-line').waitFor();
    await page.locator('td[data-cell="86-4"]').focus();
    await page.keyboard.press('Control+Home');
    await focusIs(page, '[data-cell="0-0"]');
    await settled(page);
    const { height, whole } = await wholeRows(page);
    expect(height).toBe(30);
    expect(whole).toBeGreaterThanOrEqual(25);
    await keepScreenshot(page, 'week-lines-1920-light-fr');
    await changeLook(page, { size: SMALL });
    await page.locator('table.week.one-line').waitFor({ state: 'detached' });
  });
});
