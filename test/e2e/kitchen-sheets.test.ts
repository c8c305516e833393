import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Method, Output } from '../../electron/api/contract.ts';
import { createService } from '../../electron/service/host/service.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { giveFiles } from './support/give-files.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp, TODAY } from './support/served-app.ts';
import { type AppWindow, focusIs, goTo, LARGE, openTestWindow, settled } from './support/window.ts';
import { forgetCatalogue } from './support/without-provision.ts';

jest.setTimeout(240_000);

const folder = temporaryFolder();

/** A kitchen that cooks for three of the sample canteens, with adults, diets, a supplier and bags. */
async function provide(dataFolder: string): Promise<void> {
  const service = createService({ dataFolder, today: () => TODAY });
  const ask = async <M extends Method>(method: M, input: unknown): Promise<Output<M>> => {
    const answer = await service.call(method, input, { language: 'fr' });
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };
  const sites = await ask('sites.list', {});
  const { saved } = await ask('catalogue.save', {
    entries: [
      { type: 'kitchen', kitchen: { id: null, name: 'Cuisine centrale', pools: true } },
      {
        type: 'supplier',
        supplier: { id: null, name: 'Primeurs du Marais', rule: { type: 'lead', days: 2, at: '09:00' } },
      },
    ],
  });
  const [kitchen, supplier] = saved.map((entry) =>
    entry.type === 'kitchen' ? entry.kitchen.id : entry.type === 'supplier' ? entry.supplier.id : 0,
  );
  const bag = { name: 'sac 2,5 kg', content: { type: 'amount', amount: 2500, unit: 'g' }, price: 4.5 };
  const diets = { noPork: 5, vegetarian: 3, allergy: 1 };
  await ask('catalogue.save', {
    entries: [
      ...sites.slice(0, 3).map(({ id }) => ({
        type: 'guests',
        diners: {
          siteId: id,
          kitchenId: kitchen,
          shares: null,
          adults: 4,
          diets,
          samples: 1,
          note: 'Livrer avant 10 h 30.',
        },
      })),
      ...['cooked-vegetables', 'raw-vegetables'].map((food) => ({
        type: 'pack',
        rule: {
          scope: { type: 'food', food },
          supplierId: supplier,
          sizes: [bag],
          minimum: 0,
          stocks: [],
          keeps: false,
        },
      })),
    ],
  });
  await service.close();
}

describeInChromium('the sheets of a kitchen and the order files of a week', () => {
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;
  const preview = () => window.page.frameLocator('iframe[title="Aperçu de la feuille"]');

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true });
    await forgetCatalogue(app.dataFolder);
    await provide(app.dataFolder);
    window = await openTestWindow(browser, app.url, { language: 'fr' });
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  afterEach(() => expect(window.complaints).toEqual([]));

  test('the day opens on the production of all kitchens, the list of orders first', async () => {
    const { page } = window;
    await goTo(page, 'day/2026-12-17');
    await preview().getByText('Commandes du jour').first().waitFor({ timeout: 90_000 });
    await preview().getByRole('heading', { name: 'Cuisine centrale' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Production' }).getAttribute('aria-checked')).toBe('true');
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'day-production-all');
  });

  test('a kitchen has its own sheet: classes, weight, what to take out, diets and notes', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Site', exact: false }).first().click();
    // Sites that the kitchen cooks for have no production sheet of their own.
    expect(await page.getByRole('option').allInnerTexts()).toHaveLength(1 + 1 + 3);
    await page.getByRole('option', { name: 'Cuisine centrale' }).click();
    await preview().getByText('3 sites').waitFor({ timeout: 60_000 });
    const sheet = await preview().locator('body').innerText();
    for (const words of ['élém.', 'À sortir', 'Régimes', 'Livrer avant 10 h 30.']) {
      expect(sheet).toContain(words);
    }
    const cut = await preview()
      .locator('.cooked td > b')
      .evaluateAll((figures) =>
        figures
          .filter((figure) => figure.scrollWidth > figure.clientWidth + 1 || figure.clientHeight > 40)
          .map((figure) => figure.textContent),
      );
    // A weight on two lines is read as two weights.
    expect(cut).toEqual([]);
    expect(page.url()).toContain('/k1');
    await keepScreenshot(page, 'day-production-kitchen');
  });

  test('delivery notes and the roll-call are one key away, and saved as a workbook', async () => {
    const { page } = window;
    await page.getByRole('radio', { name: 'Production' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await preview().getByText('Bon de livraison').first().waitFor({ timeout: 60_000 });
    expect(await preview().locator('article').count()).toBe(3);
    await keepScreenshot(page, 'day-delivery');
    await page.getByRole('radio', { name: 'Feuille d’appel' }).click();
    await preview().getByText('Feuille d’appel').waitFor({ timeout: 60_000 });
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'day-roll-call');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'XLSX' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('appel-2026-12-17-cuisine-centrale.xlsx');
  });

  test('a site of a kitchen has its own roll-call, with lines for its classes', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Les Coquelicots' }).click();
    const dishes = page.getByRole('table', { name: 'Plats et portions' });
    await dishes.waitFor();
    // The sheet may be that of a kitchen: whose portions these are is said.
    expect(await page.locator('.daydishes').innerText()).toContain('Portions\u00a0: Les Coquelicots');
    for (const portions of await dishes.locator('tbody td:last-child').allInnerTexts()) {
      expect(Number(portions)).toBeGreaterThan(0);
    }
    await preview().getByRole('columnheader', { name: 'Présents' }).waitFor({ timeout: 60_000 });
    await preview().getByRole('heading', { name: 'Les Coquelicots' }).waitFor();
    await keepScreenshot(page, 'day-roll-call-site');
  });

  test('of a past day without an order the dishes have no portions', async () => {
    const { page } = window;
    await goTo(page, 'day/2026-12-10/1');
    const orders = page.locator('aside.orders');
    await orders.locator('tr[data-current]').waitFor();
    await settled(page);
    expect(await orders.innerText()).toContain('Jambon blanc');
    expect(await page.locator('.daydishes').count()).toBe(0);
  });

  test('the week exports its order, and a returned file is compared with it', async () => {
    const { page } = window;
    await goTo(page, 'week');
    await page.getByRole('grid').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Exporter la semaine' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Exporter la semaine' }).waitFor();
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'week-order-file');
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      dialog.getByRole('button', { name: 'Exporter en XLSX' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('commande-2026-12-14-2026-12-18.xlsx');
    const back = join(folder, 'retour.xlsx');
    await download.saveAs(back);
    await page.getByText('Fichier enregistré').waitFor();
    await page.getByRole('button', { name: 'Exporter la semaine' }).click();
    await giveFiles(dialog.getByRole('button', { name: 'Comparer…' }), back);
    await dialog.getByText('Tout est comme commandé.').waitFor({ timeout: 60_000 });
    await keepScreenshot(page, 'week-order-returned');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await focusIs(page, '[aria-label="Exporter la semaine"]');
  });

  test('the settings say how sure each course must be to suffice', async () => {
    const { page } = window;
    await goTo(page, 'settings/general');
    const bread = page.getByRole('button', { name: 'Pain' });
    await bread.waitFor({ timeout: 60_000 });
    expect(await bread.innerText()).toContain('par défaut');
    await bread.click();
    await page.getByRole('option', { name: /^70/ }).click();
    await settled(page);
    expect(await bread.innerText()).toContain('70');
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'settings-course-levels');
    await page.reload();
    await bread.waitFor({ timeout: 60_000 });
    expect(await bread.innerText()).toContain('70');
  });

  test('in English, dark and large, nothing overflows', async () => {
    const english = await openTestWindow(browser, app.url, { language: 'en', dark: true, size: LARGE });
    const { page } = english;
    await goTo(page, 'day/2026-12-17/k1');
    const sheet = page.frameLocator('iframe[title="Sheet preview"]');
    await sheet.getByText('Production sheet').waitFor({ timeout: 60_000 });
    await settled(page);
    expect(await overflowsOf(page)).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'day-production-en-dark');
    await goTo(page, 'week');
    await page.getByRole('button', { name: 'Export the week' }).click();
    await page.getByRole('dialog').waitFor();
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    await keepScreenshot(page, 'week-order-file-en-dark');
    expect(english.complaints).toEqual([]);
    await english.close();
  });
});
