import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { type AppWindow, goTo, openTestWindow, SMALL, settled } from './support/window.ts';

jest.setTimeout(180_000);

const title = (page: Page) => page.locator('#tour-title');

/**
 * Does the ring come to lie around something that is on the page, within the window, and is the card beside it? It
 * follows what it points at by a frame.
 */
async function expectPointing(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const [ring, target] = ['.tour-ring', wanted].map((one) =>
      document.querySelector(one)?.getBoundingClientRect(),
    );
    return ring && target && Math.hypot(ring.x + 4 - target.x, ring.y + 4 - target.y) < 2;
  }, `main ${selector}`);
  const [target, card] = await Promise.all(
    [`main ${selector}`, '.tour-card'].map((one) => page.locator(one).first().boundingBox()),
  );
  if (!target || !card) throw new Error(`nothing at ${selector}`);
  expect(card.x).toBeGreaterThanOrEqual(0);
  expect(card.x + card.width).toBeLessThanOrEqual(SMALL.width);
  expect(card.y + card.height).toBeLessThanOrEqual(SMALL.height);
  const excludedTables =
    card.x >= target.x + target.width ||
    card.x + card.width <= target.x ||
    card.y >= target.y + target.height ||
    card.y + card.height <= target.y;
  expect(excludedTables).toBe(true);
}

const STEPS = {
  fr: [
    ['La commande d’un site, un jour', 'td.open'],
    ['La fourchette probable', 'td.open .r'],
    ['Ce qui presse', '.bar .status'],
    ['Le niveau de service', '.bar .level'],
    ['Pourquoi ce nombre', '.panel .why'],
    ['La feuille du jour', '.head .btn.primary'],
  ],
  en: [
    ['A site’s order for one day', 'td.open'],
    ['The likely range', 'td.open .r'],
    ['What is urgent', '.bar .status'],
    ['The service level', '.bar .level'],
    ['Why this number?', '.panel .why'],
    ['The day’s sheet', '.head .btn.primary'],
  ],
} as const;

describeInChromium('the guided tour', () => {
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp();
    window = await openTestWindow(browser, app.url, { language: 'fr' });
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  afterEach(() => expect(window.complaints).toEqual([]));

  test('is offered after the sample was opened, and does not begin by itself', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Ouvrir l’exemple' }).click();
    await page.getByRole('grid').waitFor({ timeout: 90_000 });
    const offer = page.getByRole('region', { name: 'Visite guidée' });
    await offer.waitFor();
    expect(await page.locator('.tour-card').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'tour-offer-fr');
    await offer.getByRole('button', { name: 'Commencer la visite' }).click();
    await title(page).waitFor();
  });

  test('leads from step to step by Enter and arrows, each pointing at something real', async () => {
    const { page } = window;
    for (const [i, [name, target]] of STEPS.fr.entries()) {
      await title(page).filter({ hasText: name }).waitFor();
      await expectPointing(page, target);
      await page.waitForFunction(() => document.activeElement?.className === 'btn primary');
      await settled(page);
      await keepScreenshot(page, `tour-${i + 1}-fr`);
      expect({ name, violations: await violationsOf(page) }).toEqual({ name, violations: [] });
      expect({ name, overflows: await overflowsOf(page) }).toEqual({ name, overflows: [] });
      if (i === 5) expect(await page.locator('#tour-text').innerText()).toContain('Ctrl+K');
      if (i === 2) {
        await page.keyboard.press('ArrowLeft');
        await title(page).filter({ hasText: STEPS.fr[1][0] }).waitFor();
        await page.keyboard.press('ArrowRight');
        await title(page).filter({ hasText: name }).waitFor();
      }
      await page.keyboard.press('Enter');
    }
  });

  test('ends on the week, with the focus in its grid, and is not offered again', async () => {
    const { page } = window;
    await page.locator('.tour-card').waitFor({ state: 'detached' });
    await page.getByRole('grid').waitFor();
    await page.waitForFunction(() => (document.activeElement as HTMLElement).dataset.cell !== undefined);
    await goTo(page, 'settings/data');
    await page.getByRole('button', { name: 'Effacer l’exemple' }).click();
    await page.getByRole('button', { name: 'Ouvrir l’exemple' }).click();
    await page.getByRole('grid').waitFor({ timeout: 90_000 });
    await settled(page);
    expect(await page.getByRole('region', { name: 'Visite guidée' }).count()).toBe(0);
  });

  test('starts from the palette and from help, and Escape leaves it', async () => {
    const { page } = window;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('visite');
    await page.locator('.palette [aria-selected="true"]', { hasText: 'Visite guidée' }).waitFor();
    await page.keyboard.press('Enter');
    await title(page).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.tour-card').waitFor({ state: 'detached' });
    await goTo(page, 'help');
    await page.getByRole('button', { name: 'Visite guidée' }).click();
    await title(page).waitFor();
    await page.getByRole('button', { name: 'Quitter la visite' }).click();
    await page.locator('.tour-card').waitFor({ state: 'detached' });
  });

  test('speaks English, in the dark, too', async () => {
    const english = await openTestWindow(browser, app.url, { language: 'en', dark: true });
    const { page } = english;
    await page.getByRole('grid').waitFor({ timeout: 90_000 });
    await goTo(page, 'help');
    await page.getByRole('button', { name: 'Guided tour' }).click();
    for (const [i, [name, target]] of STEPS.en.entries()) {
      await title(page).filter({ hasText: name }).waitFor();
      await expectPointing(page, target);
      await settled(page);
      await keepScreenshot(page, `tour-${i + 1}-en-dark`);
      expect({ name, violations: await violationsOf(page) }).toEqual({ name, violations: [] });
      await page.keyboard.press('ArrowRight');
    }
    await page.locator('.tour-card').waitFor({ state: 'detached' });
    expect(english.complaints).toEqual([]);
    await english.close();
  });
});
