import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { until } from '../electron/desktop/page-calls.ts';
import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv, HUNDRED_SITES } from './support/canteen-csv.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { testInEachLook } from './support/each-look.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { type AppWindow, focusIs, goTo, openTestWindow, settled, shows } from './support/window.ts';
import { forgetCatalogue } from './support/without-provision.ts';

jest.setTimeout(240_000);

const TABS = ['portions', 'packs', 'suppliers', 'kitchens', 'guests'] as const;

async function openTab(window: AppWindow, tab: (typeof TABS)[number], ready: string): Promise<void> {
  await goTo(window.page, `settings/${tab}`);
  await shows(window, ready);
  await settled(window.page);
}

const focusedValue = (page: Page) =>
  page.evaluate(() =>
    document.activeElement instanceof HTMLInputElement ? document.activeElement.value : null,
  );

const row = (page: Page, name: string) => page.getByRole('row', { name });
const saved = (page: Page, name: string) => page.getByText(`${name}\u00a0: enregistré.`).waitFor();

async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer' }).press('Enter');
}

/** The same where it is kept: the dialog closes. */
async function kept(page: Page): Promise<void> {
  await keep(page);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

describeInChromium('what stands between a head-count and an order', () => {
  let browser: Browser;
  let app: ServedApp;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true });
    await forgetCatalogue(app.dataFolder);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('a portion is changed in place with the keyboard, taken back and done again', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await openTab(window, 'portions', '[aria-labelledby="portions"] tbody tr');
    await page.getByLabel('Chercher un aliment ou un plat').fill('steak');
    const cell = page.getByLabel('Élémentaire\u00a0: Steak haché');
    await cell.focus();
    expect(await focusedValue(page)).toBe('70');
    await page.keyboard.type('beaucoup');
    expect(await cell.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await focusedValue(page)).toBe('70');
    await cell.fill('72,5');
    // Enter keeps it and goes to the next line, as in a spreadsheet.
    await page.keyboard.press('Enter');
    await saved(page, 'Steak haché');
    await focusIs(page, '[data-column="E"]');
    expect(await cell.inputValue()).toBe('72,5');
    await row(page, 'Steak haché').getByText('à la main').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Annuler' }).press('Enter');
    await row(page, 'Steak haché').getByText('Arrêté du 30/09/2011').waitFor();
    expect(await cell.inputValue()).toBe('70');
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('amounts that are typed one right after the other are all kept', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await openTab(window, 'portions', '[aria-labelledby="portions"] tbody tr');
    const cell = (age: string) => page.getByLabel(`${age}\u00a0: Quenelle`);
    const amounts = { Maternelle: '61', Élémentaire: '82', Collège: '143' };
    let kept = 0;
    page.on('response', (response) => {
      if (response.request().postData()?.includes('"catalogue.save"')) kept += 1;
    });
    for (const [age, amount] of Object.entries(amounts)) await cell(age).fill(amount);
    await page.keyboard.press('Enter');
    await until(() => kept === 3);
    await page.reload();
    await shows(window, '[aria-labelledby="portions"] tbody tr');
    for (const [age, amount] of Object.entries(amounts)) expect(await cell(age).inputValue()).toBe(amount);
    await window.close();
  });

  test('a refused portion is said, with the remedy, and stays in its field', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await openTab(window, 'portions', '[aria-labelledby="portions"] tbody tr');
    await page.getByLabel('Chercher un aliment ou un plat').fill('pain');
    const cell = page.getByLabel('Maternelle\u00a0: Pain');
    await cell.fill('-30');
    await cell.press('Enter');
    await page.getByText('plus grande que 0').waitFor();
    expect(await cell.inputValue()).toBe('-30');
    await cell.fill('35');
    await cell.press('Enter');
    await saved(page, 'Pain');
    await page.getByRole('button', { name: 'Rétablir\u00a0: Pain' }).press('Enter');
    await row(page, 'Pain').getByText('Valeur usuelle').waitFor();
    expect(await cell.inputValue()).toBe('30');
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('a portion to be checked is confirmed: its mark goes, and comes back with the default', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await openTab(window, 'portions', '[aria-labelledby="portions"] tbody tr');
    await page.getByLabel('Chercher un aliment ou un plat').fill('pain');
    await row(page, 'Pain').getByText('à vérifier').waitFor();
    await page.getByRole('button', { name: 'Confirmer\u00a0: Pain' }).press('Enter');
    await saved(page, 'Pain');
    await row(page, 'Pain').getByText('à la main').waitFor();
    expect(await row(page, 'Pain').getByText('à vérifier').count()).toBe(0);
    await page.getByRole('button', { name: 'Rétablir\u00a0: Pain' }).press('Enter');
    await row(page, 'Pain').getByText('à vérifier').waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('a dish gets a portion of its own', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await openTab(window, 'portions', '[aria-labelledby="portions"] tbody tr');
    const search = page.getByRole('combobox', { name: 'Portion d’un plat' });
    await search.fill('hachis');
    await page.getByRole('option', { name: 'Hachis parmentier', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await row(page, 'Hachis parmentier').getByText('donnez une quantité').waitFor();
    await page.getByLabel('Élémentaire\u00a0: Hachis parmentier').fill('260');
    await page.keyboard.press('Enter');
    await saved(page, 'Hachis parmentier');
    await row(page, 'Hachis parmentier').getByText('à la main').waitFor();
    await keepScreenshot(page, 'provision-dish');
    await page.getByRole('button', { name: 'Retirer\u00a0: Hachis parmentier' }).press('Enter');
    await page.getByText('Hachis parmentier\u00a0: retiré.').waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('a supplier, packs of it, a kitchen with its sites, and guests', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await openTab(window, 'suppliers', '.state h2');
    await page.getByRole('button', { name: 'Ajouter un fournisseur' }).press('Enter');
    await page.getByLabel('Nom').fill('Primeurs du Val');
    await page.getByRole('radio', { name: 'Délai fixe' }).press('Enter');
    await page.getByLabel('Heure').fill('14:00');
    await page.getByLabel('Nombre de jours').fill('0');
    await keep(page);
    await page.getByText('les repas sont déjà servis').waitFor();
    await page.getByLabel('Nombre de jours').fill('3');
    await page.getByLabel('Heure').fill('9');
    await keepScreenshot(page, 'provision-supplier-form');
    expect(await violationsOf(page)).toEqual([]);
    await kept(page);
    await row(page, 'Primeurs du Val').getByText('3 jours avant').waitFor();

    await openTab(window, 'packs', '.state h2');
    await page.getByRole('button', { name: 'Ajouter un conditionnement' }).press('Enter');
    await keep(page);
    await page.getByText('Complétez ou corrigez').waitFor();
    await page.getByRole('combobox', { name: 'Pour' }).fill('légumes cuits');
    await page.getByRole('option', { name: /^Légumes cuits/ }).click();
    await page.getByLabel('Nom', { exact: true }).fill('Sac');
    await page.getByRole('textbox', { name: 'Contenu' }).fill('0');
    await keep(page);
    await page.getByText('ne contient rien').waitFor();
    await page.getByRole('textbox', { name: 'Contenu' }).fill('2,5 kg');
    await page.getByLabel('Prix').fill('4,50');
    await page.getByRole('button', { name: /Fournisseur/ }).click();
    await page.getByRole('option', { name: 'Primeurs du Val' }).click();
    await keepScreenshot(page, 'provision-pack-form');
    expect(await violationsOf(page)).toEqual([]);
    await kept(page);
    await row(page, 'Légumes cuits').getByText('Sac (2,5\u00a0kg, 4,50\u00a0€)').waitFor();
    await page.getByRole('button', { name: 'Ajouter un conditionnement' }).press('Enter');
    await page.getByRole('combobox', { name: 'Pour' }).fill('plat composé');
    await page.getByRole('option', { name: /^Plat composé/ }).click();
    await page.getByRole('radio', { name: 'Portions par tranche' }).press('Enter');
    await page.getByLabel('Nom', { exact: true }).fill('GN 1/3');
    for (const [age, count] of [
      ['Maternelle', 8],
      ['Élémentaire', 6],
      ['Adultes', 4],
    ] as const) {
      await page.getByLabel(`Portions, ${age}`).fill(String(count));
    }
    await keepScreenshot(page, 'provision-tray-form');
    await kept(page);
    await row(page, 'Plat composé')
      .getByText(/GN 1\/3/)
      .waitFor();

    await openTab(window, 'kitchens', '.state h2');
    await page.getByRole('button', { name: 'Ajouter une cuisine' }).press('Enter');
    await page.getByLabel('Nom').fill('Cuisine centrale');
    await page.getByRole('checkbox', { name: /Les Saules/ }).press('Space');
    await page.getByRole('checkbox', { name: /Marie Tellier/ }).press('Space');
    await keepScreenshot(page, 'provision-kitchen-form');
    expect(await violationsOf(page)).toEqual([]);
    await kept(page);
    await row(page, 'Cuisine centrale').getByText('Les Saules, Marie Tellier').waitFor();
    await page.getByRole('button', { name: 'Retirer\u00a0: Cuisine centrale' }).press('Enter');
    await shows(window, '.state h2');
    await settled(page);
    await page.keyboard.press('Control+z');
    await row(page, 'Cuisine centrale').getByText('Les Saules, Marie Tellier').waitFor();

    await openTab(window, 'guests', '[aria-labelledby="guests"] tbody tr');
    await row(page, 'Les Saules').getByText('Cuisine centrale').waitFor();
    await page.getByLabel('Adultes\u00a0: Les Saules').fill('9');
    await page.keyboard.press('Enter');
    await saved(page, 'Les Saules');
    await page.getByRole('button', { name: 'Modifier\u00a0: Les Saules' }).press('Enter');
    await page.getByRole('checkbox', { name: /propres parts/ }).press('Space');
    await page.getByLabel('Maternelle').fill('40');
    await page.getByLabel('Élémentaire').fill('50');
    await page.getByText('Il manque 10\u202f%').waitFor();
    expect(await page.getByRole('button', { name: 'Enregistrer' }).isDisabled()).toBe(true);
    await page.getByLabel('Élémentaire').fill('60');
    await page.getByLabel(/Note/).fill('Livraison à 10\u00a0h\u00a030 par la cour');
    await keepScreenshot(page, 'provision-guests-form');
    expect(await violationsOf(page)).toEqual([]);
    await kept(page);
    await row(page, 'Les Saules').getByText('Mat. 40\u202f% · Élém. 60\u202f%').waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  testInEachLook(
    'is accessible and fits',
    (look) => openTestWindow(browser, app.url, look),
    async ({ window, look, violations }) => {
      const { page } = window;
      for (const tab of TABS) {
        await openTab(window, tab, `[aria-labelledby="${tab}"] tbody tr`);
        const name = `provision-${tab}-${look}`;
        await keepScreenshot(page, name);
        expect({ name, overflows: await overflowsOf(page) }).toEqual({ name, overflows: [] });
        expect({ name, found: await violations() }).toEqual({ name, found: [] });
      }
    },
  );

  test('packs with long names fit in the smallest window', async () => {
    const town = await serveApp({ sample: true });
    const file = join(town.dataFolder, 'packs.csv');
    const group = 'Groupement d’achats alimentaires des communes du Pays de Retz et de la presqu’île';
    const dish = 'Gratin de courge butternut et châtaignes à la crème fraîche de Normandie';
    const sizes = [4, 6].map(
      (kg) => `${group};${dish};Carton de sachets refermables sous vide n°${kg};${kg};kg;12,40`,
    );
    writeFileSync(
      file,
      ['Fournisseur;Aliment ou plat;Conditionnement;Contenu;Unité;Prix (€)', ...sizes, ''].join('\n'),
    );
    await town.command('import', file);
    const window = await openTestWindow(browser, town.url, { language: 'fr' });
    await openTab(window, 'packs', '[aria-labelledby="packs"] tbody tr');
    await row(window.page, dish).waitFor();
    const { scrollWidth, clientWidth } = await window.page
      .locator('.blocks')
      .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await keepScreenshot(window.page, 'provision-packs-long-names');
    await window.close();
    await town.close();
  });

  test('a hundred sites, and none', async () => {
    const city = await serveApp();
    try {
      const empty = await openTestWindow(browser, city.url, { language: 'fr' });
      await openTab(empty, 'guests', '.state h2');
      await keepScreenshot(empty.page, 'provision-guests-none');
      expect(await violationsOf(empty.page)).toEqual([]);
      await empty.close();
      const file = join(city.dataFolder, 'city.csv');
      writeFileSync(file, canteenAttendanceCsv(HUNDRED_SITES, 3));
      await city.command('import', file);
      const window = await openTestWindow(browser, city.url, { language: 'fr' });
      await openTab(window, 'guests', '[aria-labelledby="guests"] tbody tr');
      expect(await window.page.locator('[aria-labelledby="guests"] tbody tr').count()).toBe(100);
      await keepScreenshot(window.page, 'provision-guests-100');
      expect(await overflowsOf(window.page)).toEqual([]);
      await window.page.getByLabel('Chercher un site').fill('rochefoucauld');
      await openTab(window, 'kitchens', '.state h2');
      await window.page.getByRole('button', { name: 'Ajouter une cuisine' }).click();
      await keepScreenshot(window.page, 'provision-kitchen-100');
      expect(await overflowsOf(window.page)).toEqual([]);
      expect(window.complaints).toEqual([]);
      await window.close();
    } finally {
      await city.close();
    }
  });
});
