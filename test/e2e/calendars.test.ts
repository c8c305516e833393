import type { Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { goTo, SMALL, settled, shows } from './support/window.ts';

jest.setTimeout(180_000);

const strikes = (page: Page) => page.getByRole('row').filter({ hasText: /17 décembre 2026/ });

/** How often the week says that there is a strike. */
const flagsOfWeek = async (page: Page) =>
  (await page.locator('table.week').innerText()).match(/grève/gi)?.length ?? 0;

describeInChromium('calendars', () => {
  const setting = setUp({ sample: true });

  test('a strike typed in with the keyboard changes the week, and is taken back', async () => {
    const window = await setting.open({ language: 'fr' });
    const { page } = window;
    await shows(window, 'table.week');
    await settled(page);
    const before = await flagsOfWeek(page);
    await goTo(page, 'data/calendars');
    await shows(window, '[aria-labelledby="public-holidays"]');
    const from = page.getByLabel('Du', { exact: true });
    await from.focus();
    await page.keyboard.type('31/02/2026');
    await page.keyboard.press('Enter');
    await page.getByText('Écrivez le jour ainsi').waitFor();
    expect(await from.getAttribute('aria-invalid')).toBe('true');
    await from.fill('17/12/2026');
    await page.keyboard.press('Enter');
    await strikes(page).first().waitFor();
    expect(await strikes(page).innerText()).toMatch(/Grève.*Tous les sites.*saisi/s);
    await keepScreenshot(page, 'calendars-strike');

    await goTo(page, 'week');
    await shows(window, 'table.week');
    await page.waitForFunction(
      (n) => (document.querySelector('table.week')?.textContent?.match(/grève/gi)?.length ?? 0) > n,
      before,
      { timeout: 60_000 },
    );
    await goTo(page, 'data/calendars');
    await page.getByRole('button', { name: /Retirer\s*: Grève, jeudi 17 décembre 2026/ }).press('Enter');
    await strikes(page).first().waitFor({ state: 'detached' });
    // Its button is gone; the focus is where the strike can be had back.
    await page.waitForFunction(() => document.activeElement?.textContent === 'Annuler');
    await page.keyboard.press('Enter');
    await strikes(page).first().waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test.each([
    { language: 'fr', dark: false },
    { language: 'en', dark: true },
  ] as const)('is accessible and fits: $language, dark $dark', async ({ language, dark }) => {
    const window = await setting.open({ language, dark, size: SMALL });
    await goTo(window.page, 'data/calendars');
    await shows(window, '[aria-labelledby="public-holidays"] tbody tr');
    await settled(window.page);
    await keepScreenshot(window.page, `calendars-${language}-${dark ? 'dark' : 'light'}`);
    expect(await overflowsOf(window.page)).toEqual([]);
    expect(await violationsOf(window.page)).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});
