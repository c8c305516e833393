import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { testInEachLook } from './support/each-look.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp, TODAY } from './support/served-app.ts';
import { type AppWindow, goTo, openTestWindow, settled, shows } from './support/window.ts';

jest.setTimeout(240_000);

const grid = 'table.menus';
const cell = (date: string) => `td[data-date="${date}"]`;

async function openMenus(window: AppWindow, place = 'menus', selector = grid): Promise<void> {
  await goTo(window.page, place);
  await shows(window, selector);
  await settled(window.page);
}

const focusedDay = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.date ?? null);
const dishesOf = (page: Page, date: string) => page.locator(`${cell(date)} .dish-name`).allInnerTexts();

describeInChromium('menus', () => {
  let browser: Browser;
  let app: ServedApp;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true });
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('the month is walked with the keyboard, over its ends; Enter opens a day, Escape goes back to it', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await openMenus(window);
    await page.locator(cell(TODAY)).focus();
    await page.keyboard.press('ArrowRight');
    expect(await focusedDay(page)).toBe('2026-12-15');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    expect(await focusedDay(page)).toBe('2026-12-25');
    await page.keyboard.press('PageUp');
    await page.waitForFunction(() => (document.activeElement as HTMLElement).dataset.date === '2026-11-27');
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => (document.activeElement as HTMLElement).dataset.date === '2026-12-25');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.locator('aside.panel').waitFor();
    expect(await page.locator('aside.panel h2').innerText()).toBe('lundi 14 décembre');
    await page.keyboard.press('Escape');
    await page.locator('aside.panel').waitFor({ state: 'detached' });
    expect(await focusedDay(page)).toBe(TODAY);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('a menu is corrected by hand with the keyboard, and taken back', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await openMenus(window, 'menus/2026-12-15');
    const before = await dishesOf(page, '2026-12-15');
    await page.getByRole('button', { name: 'Modifier le menu' }).press('Enter');
    const first = page.getByRole('combobox', { name: 'Nom du plat' }).first();
    await first.waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('list') !== null);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Soupe de potiron');
    await keepScreenshot(page, 'menus-edit-1280-light-fr');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Menu du mardi 15 décembre enregistré.').waitFor();
    expect((await dishesOf(page, '2026-12-15'))[0]).toBe('Soupe de potiron');
    await page.locator('aside.panel').getByText('Saisi à la main').waitFor();
    await page.getByRole('button', { name: 'Annuler' }).press('Enter');
    await page.waitForFunction(
      ([selector, dish]) => document.querySelector(selector as string)?.textContent === dish,
      [`${cell('2026-12-15')} .dish-name`, before[0]],
    );
    expect(await dishesOf(page, '2026-12-15')).toEqual(before);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('a day without menu is typed in, with a choice; an empty draft is left by Escape', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'en' });
    const { page } = window;
    await openMenus(window, 'menus/2027-03-16');
    await page.getByRole('button', { name: 'Enter the menu' }).press('Enter');
    const fields = page.getByRole('combobox', { name: 'Name of the dish' });
    await fields.nth(1).fill('Roast turkey');
    await fields.nth(2).fill('Lentil dhal');
    await page.getByRole('checkbox').nth(1).check();
    await page.getByRole('button', { name: 'Save this menu' }).press('Enter');
    await page.getByText('Menu of Tuesday 16 March saved.').waitFor();
    expect(await page.locator(cell('2027-03-16')).locator('li').allInnerTexts()).toEqual([
      expect.stringContaining('Roast turkey'),
      expect.stringMatching(/or\s*Lentil dhal/),
    ]);
    await page.getByRole('button', { name: 'Change the menu' }).press('Enter');
    await fields.first().fill('Something else');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Use the file’s menu' }).press('Enter');
    await page.getByText('as in the file again').waitFor();
    expect(await dishesOf(page, '2027-03-16')).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('a dish is found over all months; its family is corrected on its page', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await openMenus(window);
    await page.getByRole('combobox', { name: 'Chercher un plat dans tous les menus' }).focus();
    await page.keyboard.type('saum');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await shows(window, '.facts');
    await settled(page);
    expect(await page.locator('h1').innerText()).toMatch(/saumon/i);
    await keepScreenshot(page, 'menus-dish-1280-light-fr');
    await page.locator('.facts .select button').press('Enter');
    await page.getByRole('option', { name: 'Condiment' }).click();
    await page.locator('.facts').getByText('Condiment').first().waitFor();
    await page.getByRole('button', { name: 'Annuler' }).press('Enter');
    await page.getByText(/^Annulé\u00a0:/).waitFor();
    await page.locator('.facts .select').filter({ hasText: 'Poisson' }).waitFor();
    await page.locator('.dish-dates a').first().press('Enter');
    await shows(window, grid);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('a limit is set, and taken back; the meals behind a number lead to their day', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await openMenus(window, 'menus/frequencies', '.frequencies');
    const fish = page.locator('.frequencies tbody tr', { hasText: 'Poisson' });
    await page.getByRole('textbox', { name: 'Au moins, Poisson' }).fill('2');
    await page.keyboard.press('Enter');
    await fish.getByText('réglé ici').waitFor();
    await page.getByRole('button', { name: 'Annuler' }).press('Enter');
    await page.getByRole('button', { name: 'Rétablir', exact: true }).waitFor();
    await fish.getByText('à vérifier').waitFor();
    await fish.getByRole('button').first().press('Enter');
    await keepScreenshot(page, 'menus-frequencies-open-1280-light-fr');
    await page.locator('.meals-behind a').first().press('Enter');
    await page.locator('aside.panel').waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('annexe I: the meals behind a criterion lead to a dish, which is corrected once and taken back', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await openMenus(window, 'menus/frequencies', 'table.balance');
    expect(await page.locator('table.balance tbody tr').count()).toBe(15);
    const crudites = page.locator('table.balance tbody tr', { hasText: 'crudités ou fruits crus' });
    await crudites.getByRole('button').press('Enter');
    await keepScreenshot(page, 'menus-balance-open-1280-light-fr');
    await page.locator('table.balance .meals-behind a[href*="/dish/"]').first().press('Enter');
    const box = page.getByRole('checkbox', { name: 'frit ou préfrit' });
    await box.waitFor();
    expect(await box.isChecked()).toBe(false);
    await box.press('Space');
    await page.locator('.dish-attributes').getByText('corrigé').waitFor();
    expect(await box.isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Annuler' }).press('Enter');
    await page.locator('.dish-attributes').getByText('corrigé').waitFor({ state: 'detached' });
    expect(await box.isChecked()).toBe(false);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  testInEachLook(
    'is accessible and fits',
    (look) => openTestWindow(browser, app.url, look),
    async ({ window, look, violations }) => {
      const { page } = window;
      const pages = [
        ['calendar', 'menus', grid],
        ['day', `menus/${TODAY}`, '.day-dishes'],
        ['frequencies', 'menus/frequencies', '.frequencies'],
        ['dish', 'menus/dish/compote%20pomme', '.facts'],
      ] as const;
      for (const [name, place, selector] of pages) {
        await openMenus(window, place, selector);
        await keepScreenshot(page, `menus-${name}-${look}`);
        expect({ name, overflows: await overflowsOf(page) }).toEqual({ name, overflows: [] });
        expect({ name, violations: await violations() }).toEqual({ name, violations: [] });
      }
    },
  );

  test.each([
    ['zoomed to 200 %', { width: 640, height: 360 }],
    ['320 px wide', { width: 320, height: 640 }],
  ])('nothing overflows %s', async (name, size) => {
    const window = await openTestWindow(browser, app.url, { language: 'fr', size });
    for (const place of ['menus', 'menus/frequencies', 'menus/dish/compote%20pomme']) {
      await goTo(window.page, place);
      await window.page.locator('h1').first().waitFor();
      await settled(window.page);
      await keepScreenshot(window.page, `narrow-${place.replaceAll('/', '-')}-${name.replace(/\W+/g, '-')}`);
      expect({ place, overflows: await overflowsOf(window.page) }).toEqual({ place, overflows: [] });
    }
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});

describeInChromium('a canteen without menus', () => {
  test('says so, and how to begin', async () => {
    const browser = await launchChromium();
    const app = await serveApp();
    const file = join(app.dataFolder, 'a.csv');
    writeFileSync(file, 'site;date;servi\nLes Tilleuls;2026-12-10;50\n');
    await app.command('import', file);
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    await openMenus(window);
    await window.page.getByText('Aucun menu').waitFor();
    await keepScreenshot(window.page, 'menus-none-1280-light-fr');
    expect(await violationsOf(window.page)).toEqual([]);
    await goTo(window.page, 'menus/frequencies');
    await window.page.getByText('Aucun menu à compter').waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
    await browser.close();
    await app.close();
  });
});
