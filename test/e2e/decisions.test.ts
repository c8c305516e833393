import type { Browser, Locator, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { type AppWindow, focusIs, LARGE, openTestWindow, settled } from './support/window.ts';

jest.setTimeout(240_000);

/** Thursday of the sample week; it is Monday. */
const thursday = 3;

const cellAt = (page: Page, row: number, column: number): Locator =>
  page.locator(`[data-cell="${row}-${column}"]`);
const orderIn = async (cell: Locator) => Number(await cell.locator('.n').innerText());
/** The grid may still be reading what a notice has said already. */
const shows = (cell: Locator, order: number) =>
  cell
    .locator('.n')
    .filter({ hasText: new RegExp(`^${order}$`) })
    .waitFor();
const notice = (page: Page) => page.locator('[role="status"] .notice');

/** Deciding orders, from the first doubt to the corrected order, on the sample canteens. */
describeInChromium('deciding orders', () => {
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;
  let page: Page;
  let recommended: number;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true });
    window = await openTestWindow(browser, app.url, { language: 'fr' });
    page = window.page;
    await page.getByRole('grid').waitFor({ timeout: 90_000 });
    recommended = await orderIn(cellAt(page, 0, thursday));
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  afterEach(() => expect(window.complaints).toEqual([]));

  test('typing on a cell changes its order, and the focus goes on below', async () => {
    const cell = cellAt(page, 0, thursday);
    const total = async () => Number.parseInt(await page.locator('tfoot td').nth(thursday).innerText(), 10);
    const before = await total();
    await cell.focus();
    await page.keyboard.type(String(recommended + 7));
    expect(await page.locator('.celledit').inputValue()).toBe(String(recommended + 7));
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await notice(page)
      .filter({ hasText: `${recommended + 7} au lieu de ${recommended}` })
      .waitFor();
    expect(await orderIn(cell)).toBe(recommended + 7);
    expect(await cell.getAttribute('class')).toContain('forced');
    expect(await total()).toBe(before + 7);
    await focusIs(page, `[data-cell="1-${thursday}"]`);
    expect(await page.locator('.legend').innerText()).toContain('modifiée à la main');
    await settled(page);
    await shows(cell, recommended + 7);
  });

  test('Ctrl+Z takes it back and Ctrl+Shift+Z does it again', async () => {
    const cell = cellAt(page, 0, thursday);
    await page.keyboard.press('Control+z');
    await notice(page).filter({ hasText: 'Annulé' }).waitFor();
    await settled(page);
    await shows(cell, recommended);
    await page.keyboard.press('Control+Shift+z');
    await notice(page).filter({ hasText: 'Rétabli' }).waitFor();
    await settled(page);
    await shows(cell, recommended + 7);
  });

  test('Delete goes back to the recommendation; Escape leaves a cell as it was', async () => {
    const cell = cellAt(page, 0, thursday);
    await cell.focus();
    await page.keyboard.press('Delete');
    await settled(page);
    await shows(cell, recommended);
    await page.keyboard.type('9');
    await page.keyboard.press('Escape');
    expect(await page.locator('.celledit').count()).toBe(0);
    await focusIs(page, `[data-cell="0-${thursday}"]`);
    expect(await orderIn(cell)).toBe(recommended);
  });

  test('the panel takes a number and a reason, and doubts a slip without refusing it', async () => {
    await cellAt(page, 0, thursday).click();
    const panel = page.getByRole('complementary', { name: 'Détail de la case' });
    const [number, reason] = ['Repas à commander', 'Raison'].map((name) =>
      panel.getByLabel(name, { exact: true }),
    );
    await number?.fill('12,5');
    await panel.getByText('Écrivez un nombre entier').waitFor();
    await number?.fill('9999');
    await panel.getByRole('button', { name: /Enregistrer/ }).click();
    await notice(page).filter({ hasText: 'très loin' }).waitFor();
    expect(await page.locator('[role="status"] .notice.warn').count()).toBe(1);
    await notice(page).getByRole('button', { name: 'Annuler' }).click();
    await notice(page).filter({ hasText: 'Annulé' }).waitFor();
    await settled(page);
    await shows(cellAt(page, 0, thursday), recommended);
    await number?.fill(String(recommended - 4));
    await reason?.fill('Classe de CM2 au musée');
    await panel.getByRole('button', { name: `Enregistrer ${recommended - 4}` }).click();
    await panel.getByText(`Conseillé : ${recommended}`.replace(' :', '\u00a0:')).waitFor();
    await panel.locator('.versions q').filter({ hasText: 'CM2 au musée' }).waitFor();
    const total = await panel.locator('.why tr.tot').innerText();
    expect(total.split(/\s*\t\s*/)).toEqual(['Modifiée à la main, −4', String(recommended - 4)]);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'decisions-forced-fr-light');
  });

  test('the first time it asks who validates; then the week is frozen, and says so', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Valider la semaine' }).click();
    const dialog = page.getByRole('dialog', { name: 'Qui valide' });
    await dialog.getByLabel('Votre nom').fill('C. Morel');
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'decisions-who-fr-light');
    await page.keyboard.press('Enter');
    await page.getByText('Semaine validée').waitFor({ timeout: 60_000 });
    await settled(page);
    expect(await page.locator('thead th.frozen').count()).toBe(4);
    expect(await orderIn(cellAt(page, 0, thursday))).toBe(recommended - 4);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'decisions-frozen-fr-light');
  });

  test('the level of service rests in a week that is approved, and undoing opens it again', async () => {
    expect(await page.getByRole('slider').first().isDisabled()).toBe(true);
    expect(await page.locator('.level.still').getAttribute('title')).toMatch(/sont validées/);
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Valider la semaine' }).waitFor({ timeout: 60_000 });
    await settled(page);
    await page.locator('td.frozen').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('Semaine validée').waitFor({ timeout: 60_000 });
  });

  test('the approved week is marked as sent, to whom and when, and undo takes the note back', async () => {
    await page.getByRole('button', { name: 'Noter comme envoyée…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Noter comme envoyée…' });
    await dialog.getByRole('button', { name: 'Noter comme envoyée' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'à qui' }).waitFor();
    await dialog.getByLabel('À qui').fill('Traiteur du Lac');
    await dialog.getByLabel('Heure de l’envoi').fill('0h01');
    await keepScreenshot(page, 'decisions-sending-fr-light');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Semaine envoyée').waitFor();
    await settled(page);
    expect(await page.locator('thead th.frozen').first().innerText()).toContain('Envoyée lundi');
    await cellAt(page, 0, thursday).click();
    const panel = page.getByRole('complementary', { name: 'Détail de la case' });
    await panel.locator('.versions li').filter({ hasText: 'envoyée à Traiteur du Lac' }).waitFor();
    await panel.getByRole('button', { name: 'Marquer non envoyée' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'decisions-sent-fr-light');
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Noter comme envoyée…' }).waitFor();
    await settled(page);
  });

  test('a correction is a new version beside what was sent', async () => {
    await cellAt(page, 0, thursday).click();
    const panel = page.getByRole('complementary', { name: 'Détail de la case' });
    await panel.getByLabel('Repas à commander').fill(String(recommended - 1));
    await panel.getByRole('button', { name: `Corriger en ${recommended - 1}` }).click();
    await panel.locator('.versions li').filter({ hasText: 'remplace' }).waitFor();
    await focusIs(page, '.panel');
    const versions = await panel.locator('.versions li').allInnerTexts();
    expect(versions).toHaveLength(2);
    expect(versions[0]).toContain('par C. Morel');
    await settled(page);
    await cellAt(page, 0, thursday).locator('.fix').filter({ hasText: '+3' }).waitFor();
    const pencil = cellAt(page, 0, thursday).locator('.own');
    expect(await pencil.getAttribute('title')).toContain(`modifiée à la main, ${recommended} conseillés`);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'decisions-corrected-fr-light');
  });

  test('the printed week shows what was decided, and by whom', async () => {
    await page.getByRole('button', { name: 'Imprimer la semaine' }).click();
    const sheet = (await window.printed()).at(-1) ?? '';
    expect(sheet).toContain(`<b>${recommended - 1}</b>`);
    expect(sheet).toContain('C. Morel');
    expect(sheet).toMatch(/font-family: Inter; [^}]*url\(data:font\/woff2;base64,/);
    expect(sheet).toContain('+3');
  });

  test('the same in English and in the dark', async () => {
    const dark = await openTestWindow(browser, app.url, { language: 'en', dark: true, size: LARGE });
    await dark.page.getByRole('grid').waitFor({ timeout: 60_000 });
    await cellAt(dark.page, 0, thursday).click();
    await dark.page.locator('.versions li').first().waitFor();
    await settled(dark.page);
    expect(await violationsOf(dark.page)).toEqual([]);
    expect(await overflowsOf(dark.page)).toEqual([]);
    await keepScreenshot(dark.page, 'decisions-corrected-en-dark');
    expect(dark.complaints).toEqual([]);
    await dark.close();
  });
});

/** By the rule of the sites, on a Monday: Monday's and Tuesday's orders are closed. */
describeInChromium('the deadline', () => {
  let browser: Browser;
  let app: ServedApp;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true });
    // The week before: a rule binds the orders whose deadline comes after it.
    await app.commandOn('2026-12-07', 'rules', '--days', '1', '--at', '00:00');
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('freezes what has left; the button names the days of the next one', async () => {
    const { page, complaints, close } = await openTestWindow(browser, app.url, { language: 'fr' });
    await page.getByRole('grid').waitFor({ timeout: 90_000 });
    expect(await page.locator('thead th.frozen').allInnerTexts()).toEqual([
      expect.stringContaining('Arrêtée à la limite'),
      expect.stringContaining('Arrêtée à la limite'),
    ]);
    expect(await cellAt(page, 0, thursday).getAttribute('class')).not.toContain('frozen');
    await page.getByRole('button', { name: 'Valider jeudi' }).waitFor();
    await cellAt(page, 0, 0).click();
    await page.locator('.versions li').filter({ hasText: 'arrêtée à la limite' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'decisions-deadline-fr-light');
    expect(complaints).toEqual([]);
    await close();
  });
});
