import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { giveFiles } from './support/give-files.ts';
import { keepScreenshot, overflowsOf, unreachableOf } from './support/screenshots.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { type AppWindow, goTo, LARGE, openTestWindow, SMALL, settled } from './support/window.ts';

jest.setTimeout(300_000);

const folder = temporaryFolder();

async function openOrders(page: Page, button = 'Exporter la semaine') {
  await goTo(page, 'week');
  await page.getByRole('grid').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await settled(page);
  const tops = await dialog
    .locator('footer .btn')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
  expect(new Set(tops).size).toBe(1);
  return dialog;
}

/** The part of the dialog about the supplier of the vegetables. */
const grocerOf = (dialog: Locator) =>
  dialog.locator('.sent > ul > li').filter({ hasText: 'Primeurs de la Plaine' });

/** The quantities of an exported order, by reference. */
function quantitiesIn(csv: string): ReadonlyMap<string, string> {
  const [titles = [], ...rows] = csv
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'));
  const [ref, quantity] = [titles.indexOf('Référence'), titles.indexOf('Quantité')];
  return new Map(rows.map((cells) => [cells[ref] ?? '', cells[quantity] ?? '']));
}

describeInChromium('orders to suppliers that were sent', () => {
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true });
    window = await openTestWindow(browser, app.url, { language: 'fr' });
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  async function exported(name: string): Promise<string> {
    const { page } = window;
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('dialog').getByRole('button', { name: 'Exporter en CSV' }).click(),
    ]);
    const path = join(folder, name);
    await download.saveAs(path);
    return path;
  }

  test('are marked as sent without a file, and undo takes the note back', async () => {
    const { page } = window;
    const grocer = grocerOf(await openOrders(page));
    await grocer.getByRole('button', { name: /^Noter comme envoyé…/ }).click();
    await grocer.getByLabel('Heure de l’envoi').fill('0h01');
    await keepScreenshot(page, 'supplier-orders-note');
    expect(await violationsOf(page)).toEqual([]);
    await grocer.getByRole('button', { name: 'Noter comme envoyé', exact: true }).click();
    await grocer.getByText(/^envoyé le 14 déc. 2026, 0/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.getByText(/^Annulé/).waitFor();
    await settled(page);
    const again = grocerOf(await openOrders(page));
    await again.getByText(/^pas encore envoyé/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('stand when a portion changes: a correction is shown, and a returned file is compared with what was sent', async () => {
    const { page } = window;
    const dialog = await openOrders(page);
    await dialog.getByRole('radio', { name: 'CSV' }).click();
    // Exporting is not sending, unless somebody says so.
    const sends = dialog.getByRole('checkbox', { name: /Noter aussi comme envoyé/ });
    expect(await sends.isChecked()).toBe(false);
    await sends.check();
    await dialog
      .getByText(/pas encore envoyé, à commander avant/)
      .first()
      .waitFor();
    await keepScreenshot(page, 'supplier-orders-before');
    const path = await exported('commande.csv');
    await page.getByText('Le bon est noté comme envoyé.').waitFor();
    const sent = quantitiesIn(readFileSync(path, 'utf8'));
    expect(sent.size).toBeGreaterThan(3);

    // Every portion of cooked vegetables grows by half.
    await goTo(page, 'settings/portions');
    await page.getByLabel('Chercher un aliment ou un plat').fill('légumes cuits');
    for (const age of ['Maternelle', 'Élémentaire'] as const) {
      const cell = page.getByLabel(`${age}\u00a0: Légumes cuits`);
      await cell.fill('220');
      await cell.press('Enter');
    }
    await page.getByText('Légumes cuits\u00a0: enregistré.').waitFor();
    await settled(page);

    const again = await openOrders(page);
    await again.getByRole('radio', { name: 'CSV' }).click();
    await again
      .getByText(/^envoyé le 14 déc/)
      .first()
      .waitFor();
    const corrections = grocerOf(again).locator('.corrections li');
    await corrections.first().waitFor();
    expect(await corrections.first().innerText()).toMatch(/^\+\d/);
    await keepScreenshot(page, 'supplier-orders-corrections');
    expect(await violationsOf(page)).toEqual([]);
    expect(await unreachableOf(page)).toEqual([]);

    // The order itself stands, in the file too.
    const same = await exported('commande-2.csv');
    expect(quantitiesIn(readFileSync(same, 'utf8'))).toEqual(sent);

    const third = await openOrders(page);
    await giveFiles(third.getByRole('button', { name: 'Comparer…' }), path);
    await third.getByText('Comparé à ce qui a été envoyé.').waitFor({ timeout: 60_000 });
    await third.getByText('Tout est comme commandé.').waitFor();
    await keepScreenshot(page, 'supplier-orders-returned');

    // Another file is refused, in sight above the buttons that stay.
    const other = join(folder, 'other.csv');
    writeFileSync(other, 'Site;Effectif\nLes Tilleuls;90\n');
    await giveFiles(third.getByRole('button', { name: 'Comparer…' }), other);
    const refusal = third.getByRole('alert');
    await refusal.waitFor();
    const edgesOf = async (part: Locator) => {
      const box = await part.boundingBox();
      return box ? { top: box.y, bottom: box.y + box.height } : null;
    };
    const [said, buttons] = [await edgesOf(refusal), await edgesOf(third.locator('footer'))];
    expect(said?.bottom).toBeLessThanOrEqual(buttons?.top ?? 0);
  });

  test('get a new version with the corrections, and can be taken back with the keyboard', async () => {
    const { page } = window;
    await page.keyboard.press('Escape');
    const dialog = await openOrders(page);
    const grocer = grocerOf(dialog);
    await grocer.getByRole('button', { name: /^Noter comme envoyées/ }).press('Enter');
    await grocer.locator('.corrections').waitFor({ state: 'detached', timeout: 60_000 });
    await grocer.locator('summary').press('Enter');
    await grocer
      .getByText(/n°\u00a02, envoyé le/)
      .first()
      .waitFor();
    await keepScreenshot(page, 'supplier-orders-versions');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await settled(page);
    const back = await openOrders(page);
    await grocerOf(back).locator('.corrections li').first().waitFor({ timeout: 60_000 });
    expect(window.complaints).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test.each([
    { language: 'fr', dark: true, size: SMALL },
    { language: 'en', dark: false, size: SMALL },
    { language: 'fr', dark: false, size: LARGE },
    { language: 'en', dark: true, size: LARGE },
  ] as const)('fit: $language, dark $dark, $size.width', async ({ language, dark, size }) => {
    const other = await openTestWindow(browser, app.url, { language, dark, size });
    const { page } = other;
    await openOrders(page, language === 'fr' ? 'Exporter la semaine' : 'Export the week');
    await page.locator('.sent li').first().waitFor({ timeout: 60_000 });
    const name = `supplier-orders-${language}-${dark ? 'dark' : 'light'}-${size.width}`;
    await keepScreenshot(page, name);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    expect(other.complaints).toEqual([]);
    await other.close();
  });

  test('print as what was sent', async () => {
    const { page } = window;
    const dialog = await openOrders(page);
    await dialog.getByRole('button', { name: 'Imprimer' }).click();
    await settled(page);
    const [sheet = ''] = await window.printed();
    expect(sheet).toContain('Envoyé lundi 14 décembre');
    expect(sheet).toContain('Depuis l’envoi');
    const paper = await page.context().newPage();
    await paper.setContent(sheet);
    await keepScreenshot(paper, 'supplier-orders-printed');
    await paper.close();
  });
});
