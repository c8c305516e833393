import type { Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { type AppWindow, goTo, SMALL, settled, shows } from './support/window.ts';

jest.setTimeout(180_000);

const rows = (page: Page) => page.locator('[aria-labelledby="dishes"] tbody tr');

const undo = (page: Page) => page.getByRole('button', { name: 'Annuler' });

async function openDishes(window: AppWindow): Promise<void> {
  await goTo(window.page, 'data/dishes');
  await shows(window, '[aria-labelledby="dishes"] tbody tr');
  await settled(window.page);
}

/** The words that stand under the focus. */
/** Waits until the focus is on what reads so. */
const focusReads = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.activeElement?.textContent?.includes(wanted), text);

const nameOf = async (page: Page, row: number) =>
  (await rows(page).nth(row).locator('th').innerText()).trim();

describeInChromium('dishes', () => {
  const setting = setUp({ sample: true });

  test('a family is corrected with the keyboard, and taken back', async () => {
    const window = await setting.open({ language: 'fr' });
    const { page } = window;
    await openDishes(window);
    const before = await rows(page).first().innerText();
    expect(before).toContain('automatique');
    await rows(page).first().locator('.select button').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Condiment' }).waitFor();
    await page.keyboard.type('Condiment');
    await page.keyboard.press('Enter');
    await rows(page).first().getByText('à la main').waitFor();
    await focusReads(page, 'Condiment');
    await keepScreenshot(page, 'dishes-corrected');
    await page.getByRole('radio', { name: 'Modifiés à la main' }).press('Enter');
    await page.waitForFunction(
      () => document.querySelectorAll('[aria-labelledby="dishes"] tbody tr').length === 1,
    );
    await undo(page).press('Enter');
    await page.getByText(/^Annulé\u00a0:/).waitFor();
    await rows(page).first().waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: 'Tous' }).press('Enter');
    await page.waitForFunction(
      () => document.querySelectorAll('[aria-labelledby="dishes"] tbody tr').length > 1,
    );
    expect(await rows(page).first().innerText()).toBe(before);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('a dish is said to be another, found by search, and taken back', async () => {
    const window = await setting.open({ language: 'fr' });
    const { page } = window;
    await openDishes(window);
    const status = page.locator('#dishes [role="status"]');
    const count = await status.innerText();
    const [first, second] = [await nameOf(page, 0), await nameOf(page, 1)];
    await rows(page).nth(1).locator('button.ghost').press('Enter');
    const search = page.getByRole('combobox', { name: 'C’est le même plat que' });
    await search.focus();
    await page.keyboard.type(first);
    await page.getByRole('option', { name: first, exact: true }).waitFor();
    await keepScreenshot(page, 'dishes-same');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText(`${second} compte maintenant comme ${first}.`).waitFor();
    expect(await status.innerText()).not.toBe(count);
    // The line that was worked on is gone; the focus is where it can be had back.
    await focusReads(page, 'Annuler');
    await page.keyboard.press('Enter');
    await page.getByText(/^Annulé\u00a0:/).waitFor();
    await status.filter({ hasText: count }).waitFor();
    expect(await status.innerText()).toBe(count);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('a search that finds nothing says so', async () => {
    const window = await setting.open({ language: 'en' });
    await openDishes(window);
    await window.page.getByLabel('Find a dish').fill('zzzz');
    await window.page.getByText('No dish matches this search.').waitFor();
    await window.page.getByLabel('Find a dish').fill('');
    expect(await rows(window.page).count()).toBeGreaterThan(1);
    await window.close();
  });

  test.each([
    { language: 'fr', dark: false },
    { language: 'fr', dark: true },
    { language: 'en', dark: false },
    { language: 'en', dark: true },
  ] as const)('is accessible and fits: $language, dark $dark', async ({ language, dark }) => {
    const window = await setting.open({ language, dark, size: SMALL });
    await openDishes(window);
    await rows(window.page).first().locator('button.ghost').press('Enter');
    await shows(window, '.dish-details');
    await keepScreenshot(window.page, `dishes-${language}-${dark ? 'dark' : 'light'}`);
    expect(await overflowsOf(window.page)).toEqual([]);
    expect(await violationsOf(window.page)).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});
