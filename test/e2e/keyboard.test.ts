import type { Page } from 'playwright-core';
import { describeInChromium } from './support/chromium.ts';
import { tabTo } from './support/keyboard.ts';
import { setUp } from './support/setting.ts';
import { focusIs, settled } from './support/window.ts';

jest.setTimeout(180_000);

const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement).dataset.cell ?? '');

describeInChromium('the week without a mouse', () => {
  const setting = setUp({ sample: true, window: { language: 'fr' } });
  beforeAll(() => setting.page.getByRole('grid').waitFor({ timeout: 90_000 }));

  test('one Tab stop leads into the grid, arrows walk in it', async () => {
    const { page } = setting.window;
    await tabTo(page, 'td');
    expect(await focused(page)).toBe('0-0');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    expect(await focused(page)).toBe('2-1');
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('2-4');
    await page.keyboard.press('Control+Home');
    expect(await focused(page)).toBe('0-0');
    expect(await page.locator('[data-cell][tabindex="0"]').count()).toBe(1);
  });

  test('Enter opens a cell, Escape closes it and the focus is where it was', async () => {
    const { page } = setting.window;
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.panel .big').waitFor({ timeout: 60_000 });
    await focusIs(page, '.panel');
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('1-0');
  });

  test('the service level moves with the arrows', async () => {
    const { page } = setting.window;
    const before = await page.locator('.level output').innerText();
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('.level output').innerText()).not.toBe(before);
    await settled(page);
  });

  test('a day is chosen and printed', async () => {
    const { page } = setting.window;
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tabTo(page, 'a[href="#/day"]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /lundi/i }).waitFor();
    await settled(page);
    await tabTo(page, 'button[aria-label="Jour suivant"]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /mardi/i }).waitFor();
    await settled(page);
    await tabTo(page, '.btn.primary');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => (globalThis as unknown as { printedSheets: string[] }).printedSheets.length > 0,
    );
    expect((await setting.window.printed())[0]).toContain('mardi 15 décembre 2026');
  });

  test('the language and the theme change from the settings', async () => {
    const { page } = setting.window;
    await tabTo(page, 'a[href="#/settings"]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Réglages' }).waitFor();
    await tabTo(page, '.select button');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'English' }).waitFor();
    for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await tabTo(page, '[role="radio"]');
    await page.keyboard.press('End');
    for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  });
});
