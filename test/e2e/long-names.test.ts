import type { Locator, Page } from 'playwright-core';
import { canteenAttendanceCsv } from './support/canteen-csv.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { goTo, SMALL, settled } from './support/window.ts';

jest.setTimeout(240_000);

const SCHOOL = 'Groupe scolaire Marie-Louise-Élisabeth de La Rochefoucauld-Liancourt annexe du Vieux-Moulin';
const DISH = 'Sauté de veau marengo aux petits légumes du soleil et champignons de Paris';
const DAYS = ['2026-12-14', '2026-12-15', '2026-12-17', '2026-12-18'];
const MENUS = `date;plat\n${DAYS.map((day) => `${day};${DISH}\n`).join('')}`;

const LOOKS = [
  { name: 'fr-1280', language: 'fr', size: SMALL },
  { name: 'en-320', language: 'en', size: { width: 320, height: 640 } },
  { name: 'fr-200-percent', language: 'fr', size: { width: 640, height: 360 }, scale: 2 },
] as const;

/** Lines of text that an element shows, as it is drawn. */
const linesOf = (element: Locator) =>
  element.evaluate((shown) => {
    const { lineHeight } = getComputedStyle(shown);
    return Math.round(shown.clientHeight / Number.parseFloat(lineHeight));
  });

async function openFirstCell(page: Page): Promise<void> {
  await goTo(page, 'week/2026-12-14/1/2026-12-14');
  await page.locator('.panel .big').waitFor({ timeout: 90_000 });
  await settled(page);
}

describeInChromium('very long names', () => {
  const setting = setUp({ files: { 'attendance.csv': canteenAttendanceCsv([SCHOOL]), 'menus.csv': MENUS } });

  test.each(LOOKS)('are cut with their whole text at hand: $name', async ({ name, ...look }) => {
    const window = await setting.open(look);
    const { page } = window;
    await openFirstCell(page);
    const title = page.locator('.panel h2');
    expect(await linesOf(title)).toBeLessThanOrEqual(2);
    expect(await title.getAttribute('title')).toBe(SCHOOL);
    // The head says the site: what is below does not say it again.
    expect(await page.locator('.panel .body').innerText()).not.toContain('Rochefoucauld');
    await keepScreenshot(page, `long-names-panel-${name}`);
    expect(await overflowsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
    expect(await page.locator('.week thead .dish').first().getAttribute('title')).toBe(DISH);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('rochefoucauld 14/12');
    const label = page.locator('.palette .label', { hasText: 'Rochefoucauld' }).first();
    await label.waitFor();
    expect(await linesOf(label)).toBeLessThanOrEqual(3);
    expect(await label.getAttribute('title')).toContain(SCHOOL);
    await keepScreenshot(page, `long-names-palette-${name}`);
    await page.keyboard.press('Escape');
    await goTo(page, 'menus/2026-12');
    await page.locator('.dish-name').first().waitFor();
    expect(await page.locator('li:has(.dish-name)').first().getAttribute('title')).toBe(DISH);
    expect(await overflowsOf(page)).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});
