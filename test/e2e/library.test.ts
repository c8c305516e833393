import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { attendanceCsv } from '../electron/canteen-files.ts';
import { someLibrary } from '../electron/service/support/six-canteens.ts';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { goTo, LARGE, openTestWindow, SMALL, settled, shows } from './support/window.ts';

jest.setTimeout(240_000);

const ready = 'main dl.settings';

/** Gives a file to the hidden field behind the button. */
async function take(page: Page, file: string, button: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).press('Enter');
  await (await chooser).setFiles(file);
}

describeInChromium('the model library', () => {
  let browser: Browser;
  let app: ServedApp;
  let file: string;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp();
    file = join(app.dataFolder, 'ville.json');
    writeFileSync(file, JSON.stringify(someLibrary()));
    const csv = join(app.dataFolder, 'few.csv');
    writeFileSync(csv, attendanceCsv('2026-11-16', '2026-12-11'));
    await app.command('import', csv);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('is taken with the keyboard, told in the panel, switched off, removed and taken back', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await goTo(page, 'settings/models');
    await shows(window, ready);
    await take(page, join(app.dataFolder, 'few.csv'), 'Importer un fichier…');
    await page.getByText('n’est pas une bibliothèque de modèles').waitFor();
    await take(page, file, 'Importer un fichier…');
    await page.getByText('Bibliothèque importée\u00a0: Une ville.').waitFor();
    await page.getByText('Elle aide les prévisions').waitFor();
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Désactivée' }).press('Enter');
    await page.getByText('Les prévisions reposent sur vos seuls relevés.').waitFor();
    await page.getByRole('radio', { name: 'Activée', exact: true }).press('Enter');
    await page.getByText('Elle aide les prévisions').waitFor();

    await goTo(page, 'week/2026-12-14/1/2026-12-17');
    await page.getByText('D’après «\u00a0Une ville\u00a0»').waitFor();
    await keepScreenshot(page, 'library-why');

    await goTo(page, 'settings/models');
    await page.getByRole('button', { name: 'Retirer' }).press('Enter');
    await page.getByText('Bibliothèque retirée\u00a0: Une ville.').waitFor();
    await page.getByText('Aucune. Demandez').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Elle aide les prévisions').waitFor();
    await window.close();
  });

  test.each([
    ['fr', false, SMALL],
    ['en', true, SMALL],
    ['fr', true, LARGE],
    ['en', false, LARGE],
  ] as const)('looks as it should: %s, dark: %s', async (language, dark, size) => {
    const window = await openTestWindow(browser, app.url, { language, dark, size });
    const { page } = window;
    await goTo(page, 'settings/models');
    await shows(window, ready);
    await settled(page);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, `library-${language}-${dark ? 'dark' : 'light'}-${size.width}`);
    await window.close();
  });

  test('ours is saved as a file', async () => {
    const own = await serveApp({ sample: true });
    const window = await openTestWindow(browser, own.url, { language: 'fr' });
    const { page } = window;
    await goTo(page, 'settings/models');
    await shows(window, ready);
    await page.getByLabel('Nom donné à la bibliothèque').fill('Notre ville');
    const download = page.waitForEvent('download', { timeout: 180_000 });
    await page.getByRole('button', { name: 'Exporter votre bibliothèque' }).press('Enter');
    const saved = await (await download).path();
    expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({ name: 'Notre ville', version: 2 });
    await window.close();
    await own.close();
  });
});
