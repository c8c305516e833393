import type { Browser } from 'playwright-core';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot } from './support/screenshots.ts';
import { serveApp } from './support/served-app.ts';
import { goTo, openTestWindow } from './support/window.ts';

jest.setTimeout(120_000);

describeInChromium('when the program was closed behind the page', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser?.close());

  test('the page says so, what is safe, and what to do; what is shown stays', async () => {
    const app = await serveApp({ sample: true });
    const { page, close } = await openTestWindow(browser, app.url, { language: 'fr' });
    await page.getByRole('grid').waitFor({ timeout: 90_000 });
    await app.close();
    await page.getByRole('button', { name: 'Semaine précédente' }).click();
    // Each part of the page that asked says so: on a slow machine these are several.
    const notice = page.getByRole('heading', { name: 'Bonne Mesure ne répond plus' });
    await notice.first().waitFor({ timeout: 30_000 });
    await page.getByText('Relancez Bonne Mesure').first().waitFor();
    await keepScreenshot(page, 'host-gone-1280-light-fr');
    await page.getByRole('button', { name: 'Cette semaine' }).click();
    await page.getByRole('grid').waitFor();
    // A page whose code was not there yet is missing for the same reason.
    await goTo(page, 'accuracy');
    const gone = page.getByRole('alert').getByRole('heading', { name: 'Bonne Mesure ne répond plus' });
    await gone.first().waitFor({ timeout: 30_000 });
    await Promise.all([
      page.waitForEvent('requestfailed', (request) => request.method() === 'HEAD'),
      page.getByRole('button', { name: 'Réessayer' }).first().click(),
    ]);
    await gone.first().waitFor();
    await goTo(page, 'week/2026-12-14');
    await page.getByRole('grid').waitFor();
    await close();
  });
});
