import type { Browser } from 'playwright-core';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot } from './support/screenshots.ts';
import { serveApp } from './support/served-app.ts';
import { goTo, openWindow } from './support/window.ts';

jest.setTimeout(120_000);

describeInChromium('when the program was closed behind the page', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser?.close());

  test('the page says so, what is safe, and what to do; what is shown stays', async () => {
    const app = await serveApp();
    await app.command('sample');
    const { page, close } = await openWindow(browser, app.url, { language: 'fr' });
    await page.getByRole('grid').waitFor({ timeout: 90_000 });
    await app.close();
    await page.getByRole('button', { name: 'Semaine précédente' }).click();
    await page.getByRole('heading', { name: 'Bonne Mesure ne répond plus' }).waitFor({ timeout: 30_000 });
    await page.getByText('Relancez Bonne Mesure').waitFor();
    await keepScreenshot(page, 'host-gone-1280-light-fr');
    await page.getByRole('button', { name: 'Cette semaine' }).click();
    await page.getByRole('grid').waitFor();
    // A page whose code was not there yet is missing for the same reason.
    await goTo(page, 'accuracy');
    const gone = page.getByRole('alert').getByRole('heading', { name: 'Bonne Mesure ne répond plus' });
    await gone.waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.waitForTimeout(500);
    await gone.waitFor();
    await goTo(page, 'week/2026-12-14');
    await page.getByRole('grid').waitFor();
    await close();
  });
});
