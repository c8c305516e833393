import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { callFrom } from './support/door.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp, TODAY } from './support/served-app.ts';
import { type AppWindow, goTo, LARGE, openTestWindow, settled } from './support/window.ts';
import { forgetCatalogue } from './support/without-provision.ts';

jest.setTimeout(240_000);

/** Whom the first site serves: told as the settings would. */
async function tellDiners(page: Page): Promise<void> {
  const diners = {
    siteId: 1,
    kitchenId: null,
    shares: { M: 0.38, E: 0.62, C: 0, A: 0 },
    adults: 9,
    diets: { noPork: 0, vegetarian: 0, allergy: 0 },
    samples: 0,
    note: '',
  };
  await callFrom(page, 'catalogue.save', { entries: [{ type: 'guests', diners }] });
}

describeInChromium('the morning roll-call', () => {
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true });
    await forgetCatalogue(app.dataFolder);
    window = await openTestWindow(browser, app.url, { language: 'fr' });
    page = window.page;
    await tellDiners(page);
    await app.command('freeze', '--from', TODAY, '--to', TODAY);
    await page.reload();
    await goTo(page, `day/${TODAY}/1`);
    await page.getByRole('heading', { name: 'Appel du matin' }).waitFor({ timeout: 90_000 });
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  afterEach(() => expect(window.complaints).toEqual([]));

  /** The foot of the printed page tells it: that is a rule of its style, never a text on the screen. */
  const showsVersion = (version: number) =>
    page.waitForFunction(
      (text) => document.querySelector('iframe')?.srcdoc.includes(text),
      `feuille n\\b0 \u00a0${version}`,
    );

  test('starts from what was ordered, by class, and says the change as it is typed', async () => {
    const aside = page.getByRole('complementary', { name: 'Commandes du jour' });
    const field = (name: string) => aside.getByLabel(name, { exact: true });
    const [nursery, primary] = await Promise.all(
      ['Maternelle', 'Élémentaire'].map(async (name) => Number(await field(name).inputValue())),
    );
    const ordered = Number(await aside.locator('tr[data-current] td').nth(1).innerText());
    expect((nursery ?? 0) + (primary ?? 0)).toBe(ordered);
    expect(await aside.getByText('Rien ne change').count()).toBe(1);
    await field('Maternelle').fill('douze');
    await aside.getByText('Écrivez un nombre entier').waitFor();
    await field('Maternelle').fill(String((nursery ?? 0) - 2));
    await aside.getByText('2 couverts de moins.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.notice').filter({ hasText: 'appel enregistré' }).waitFor();
    await aside.getByRole('button', { name: 'Mettre à jour la feuille' }).waitFor();
    await showsVersion(2);
    await settled(page);
    const figures = await aside.locator('tr[data-current] td').allInnerTexts();
    expect(figures).toEqual([String(ordered), String(ordered - 2)]);
    const sheet = page.frameLocator('iframe');
    await sheet
      .locator('.figure')
      .filter({ hasText: `${ordered - 2} enfants` })
      .waitFor();
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'roll-call-fr-light');
  });

  test('is taken back with Ctrl+Z', async () => {
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await page.locator('.notice').filter({ hasText: 'Annulé' }).waitFor();
    await settled(page);
    // What was printed of the count must not carry the version of what comes next.
    await showsVersion(3);
    await page.keyboard.press('Control+Shift+z');
    await showsVersion(4);
  });

  test('cannot be typed before its day', async () => {
    await goTo(page, 'day/2026-12-17/1');
    await page.getByText('L’appel se saisit le matin même').waitFor();
    expect(await page.locator('.rollcall input').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('the same in English and in the dark, on a large screen', async () => {
    const dark = await openTestWindow(browser, app.url, { language: 'en', dark: true, size: LARGE });
    await goTo(dark.page, `day/${TODAY}/1`);
    await dark.page.getByRole('heading', { name: 'Morning head count' }).waitFor({ timeout: 60_000 });
    await settled(dark.page);
    expect(await violationsOf(dark.page)).toEqual([]);
    expect(await overflowsOf(dark.page)).toEqual([]);
    await keepScreenshot(dark.page, 'roll-call-en-dark');
    expect(dark.complaints).toEqual([]);
    await dark.close();
  });
});
