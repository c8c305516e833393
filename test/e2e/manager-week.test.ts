import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv } from './support/canteen-csv.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { tabTo } from './support/keyboard.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { type AppWindow, openTestWindow, settled } from './support/window.ts';

jest.setTimeout(240_000);

/** Site names are long, accented and alike, as in any town. */
const SITES = ['Jean Jaurès', 'Jean Moulin', 'Groupe scolaire Élisabeth-Vigée-Le Brun', 'Les Tilleuls'];
const ATTENDANCE = `${canteenAttendanceCsv(SITES)}M/E;2026-02-31;100;90;Jean Jaurès\n`;
const MENUS = `date;entrée;plat;dessert
14/12/2026;Carottes râpées;Lasagnes;Pomme
15/12/2026;Taboulé;Poisson pané OU Omelette;Yaourt
17/12/2026;Saumon fumé;Dinde aux marrons;Bûche de Noël
18/12/2026;Potage;Hachis Parmentier;Clémentine
`;
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const THURSDAY = 3;
const order = async (page: Page, row: number, column: number) =>
  Number(await page.locator(`[data-cell="${row}-${column}"] .n`).innerText());

const showsOrder = (page: Page, row: number, column: number, meals: number) =>
  page.locator(`[data-cell="${row}-${column}"] .n`, { hasText: new RegExp(`^${meals}$`) }).waitFor();

/** Tab to something and press Enter on it. */
async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
}

/** A whole week's work at the town hall, in French, without a mouse: from files to the validated, printed order. */
describeInChromium('the week of a manager', () => {
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;
  let page: Page;
  let recommended: number;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp();
    window = await openTestWindow(browser, app.url, { language: 'fr' });
    page = window.page;
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  afterEach(() => expect(window.complaints).toEqual([]));

  test('imports her files: what is wrong is said before anything is written', async () => {
    await page.getByRole('heading', { name: 'Par où commencer' }).waitFor();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, '.ways button')]);
    await chooser.setFiles([csv('relevés.csv', ATTENDANCE), csv('menus.csv', MENUS)]);
    await page.getByText('2026-02-31').first().waitFor({ timeout: 60_000 });
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'manager-import-fr-light');
    await press(page, '.sheet footer .btn.primary');
    await page.getByRole('button', { name: 'Voir la semaine' }).waitFor({ timeout: 60_000 });
    await press(page, '.sheet footer .btn.primary');
    await page.getByRole('grid').waitFor({ timeout: 60_000 });
    await settled(page);
    expect(await page.locator('tbody th .site').allInnerTexts()).toEqual([
      'Groupe scolaire Élisabeth-Vigée-Le Brun',
      'Jean Jaurès',
      'Jean Moulin',
      'Les Tilleuls',
    ]);
    expect(await page.locator('thead').innerText()).toContain('Dinde aux marrons');
  });

  test('reviews a number by asking for it in plain words', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('combien jeudi jaures');
    await page
      .locator('.palette [role="option"]')
      .filter({ hasText: 'Jean Jaurès' })
      .first()
      .waitFor({ timeout: 60_000 });
    await page.keyboard.press('Enter');
    await page.locator('.panel .why').waitFor({ timeout: 60_000 });
    await settled(page);
    recommended = await order(page, 1, THURSDAY);
    expect(await page.locator('.panel .big').innerText()).toBe(String(recommended));
    expect(await page.locator('.panel').innerText()).toContain('Dinde aux marrons');
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'manager-review-fr-light');
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
  });

  test('orders for a class that is away, and takes it back and again', async () => {
    await tabTo(page, '[data-cell]');
    await page.keyboard.press('Control+Home');
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await page.keyboard.type(String(recommended - 24));
    await page.keyboard.press('Enter');
    await page.getByText(`${recommended - 24} au lieu de ${recommended}`).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Annulé').waitFor();
    await showsOrder(page, 1, THURSDAY, recommended);
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('Rétabli').waitFor();
    await showsOrder(page, 1, THURSDAY, recommended - 24);
  });

  test('validates the week under her name', async () => {
    await press(page, '.head .btn.primary');
    await page.getByRole('dialog', { name: 'Qui valide' }).waitFor();
    await page.keyboard.type('C. Morel');
    await page.keyboard.press('Enter');
    await page.getByText('Semaine validée').waitFor({ timeout: 60_000 });
    await settled(page);
    expect(await page.locator('thead th.frozen').count()).toBe(4);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'manager-validated-fr-light');
  });

  test('prints it: what was decided, by whom', async () => {
    await press(page, '[aria-label="Imprimer la semaine"]');
    await page.waitForFunction(
      () => (globalThis as unknown as { printedSheets: string[] }).printedSheets.length > 0,
    );
    const sheet = (await window.printed()).at(-1) ?? '';
    expect(sheet).toContain('C. Morel');
    expect(sheet).toContain(`<b>${recommended - 24}</b>`);
  });

  test('finds it all as it was when the window is opened again', async () => {
    const again = await openTestWindow(browser, app.url, { language: 'fr', dark: true });
    await again.page.getByText('Semaine validée').waitFor({ timeout: 60_000 });
    expect(await order(again.page, 1, THURSDAY)).toBe(recommended - 24);
    await keepScreenshot(again.page, 'manager-validated-fr-dark');
    expect(again.complaints).toEqual([]);
    await again.close();
  });
});
