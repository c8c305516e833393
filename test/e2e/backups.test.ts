import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { callFrom } from './support/door.ts';
import { giveFiles } from './support/give-files.ts';
import { keepScreenshot, overflowsOf, unreachableOf } from './support/screenshots.ts';
import { type ServedApp, serveApp, TODAY } from './support/served-app.ts';
import { type AppWindow, goTo, LARGE, openTestWindow, settled } from './support/window.ts';

jest.setTimeout(240_000);

const sound = async ({ page, complaints }: AppWindow) => {
  expect(await violationsOf(page)).toEqual([]);
  expect(await overflowsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
};

const siteCount = async (page: Page) => {
  const sites = await callFrom(page, 'sites.list', {});
  return sites.ok ? (sites.value as readonly unknown[]).length : Number.NaN;
};

describeInChromium('backups in the settings', () => {
  let browser: Browser;
  let app: ServedApp;
  let copy: string;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true });
    copy = join(app.dataFolder, 'copie.sqlite');
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('there is none at first; one is made, and a copy is downloaded', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await goTo(page, 'settings/data');
    await page.getByText('Aucune sauvegarde pour l’instant').waitFor();
    await settled(page);
    await sound(window);
    await keepScreenshot(page, 'backups-none-fr-light');
    await page.getByRole('button', { name: 'Sauvegarder maintenant' }).click();
    await page.getByText(/^Sauvegarde du .* faite et contrôlée/).waitFor();
    await page.getByRole('cell', { name: 'À votre demande' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Enregistrer une copie…' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^bonne-mesure_${TODAY}_\\d\\d-\\d\\d\\.sqlite$`),
    );
    await download.saveAs(copy);
    expect(readFileSync(copy).subarray(0, 15).toString()).toBe('SQLite format 3');
    await page.getByText('Copie des données enregistrée et contrôlée.').waitFor();
    await sound(window);
    await keepScreenshot(page, 'backups-fr-light');
    await window.close();
  });

  test('a restore says what changes, is done with the keyboard, and is taken back', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'en', dark: true, size: LARGE });
    const { page } = window;
    const extra = join(app.dataFolder, 'more.csv');
    writeFileSync(extra, 'canteen;type;capacity\nLes Peupliers;E;90\n');
    await app.command('import', extra, '--kind', 'sites');
    const before = await siteCount(page);
    await goTo(page, 'settings/data');
    await page
      .getByRole('button', { name: /^Restore the backup of/ })
      .last()
      .focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('row', { name: `Sites ${before} ${before - 1}` }).waitFor();
    await settled(page);
    await sound(window);
    await keepScreenshot(page, 'backups-restore-en-dark-large');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^Backup of .* restored/).waitFor();
    expect(await siteCount(page)).toBe(before - 1);
    await page.getByText(`${before - 1} sites,`).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText(`${before} sites,`).waitFor();
    await page.getByRole('cell', { name: 'Before a restore' }).first().waitFor();
    await settled(page);
    await sound(window);
    await keepScreenshot(page, 'backups-en-dark-large');
    await window.close();
  });

  test('a file that is no backup is refused in its dialog; a saved copy is restored', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await goTo(page, 'settings/data');
    const pick = async (path: string) => {
      await giveFiles(page.getByRole('button', { name: 'Restaurer un fichier…' }), path);
    };
    await pick(join(app.dataFolder, 'more.csv'));
    const dialog = page.getByRole('dialog');
    await dialog.getByText('n’est pas une sauvegarde de Bonne Mesure').waitFor();
    expect(await dialog.getByRole('button', { name: 'Restaurer', exact: true }).isDisabled()).toBe(true);
    await sound(window);
    await keepScreenshot(page, 'backups-refused-fr-light');
    await page.keyboard.press('Escape');
    await pick(copy);
    await dialog.getByRole('button', { name: 'Restaurer', exact: true }).click();
    await page.getByText('copie.sqlite restauré.').waitFor();
    await window.close();
  });

  test('the palette checks the data, and shows what it found', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('contrôler');
    await page.keyboard.press('Enter');
    await page.getByText('Tout est en ordre.').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('sauvegarder maintenant');
    await page.keyboard.press('Enter');
    await page.getByText(/^Sauvegarde du .* faite et contrôlée/).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('restaurer une sauvegarde');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Restaurer…');
    expect(await page.evaluate(() => location.hash)).toBe('#/settings/data');
    await window.close();
  });

  test.each([
    { room: '320-px', size: { width: 320, height: 640 } },
    { room: '640-px', size: { width: 640, height: 360 } },
  ])('at $room everything is in reach', async ({ room, size }) => {
    const window = await openTestWindow(browser, app.url, { language: 'fr', size });
    const { page } = window;
    await goTo(page, 'settings/data');
    await page.getByRole('cell', { name: 'À votre demande' }).first().waitFor();
    await settled(page);
    await keepScreenshot(page, `backups-${room}`);
    expect(await unreachableOf(page)).toEqual([]);
    await page
      .getByRole('button', { name: /^Restaurer la sauvegarde/ })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('row', { name: /^Sites/ })
      .waitFor();
    await settled(page);
    await keepScreenshot(page, `backups-restore-${room}`);
    expect(await unreachableOf(page)).toEqual([]);
    await sound(window);
    await window.close();
  });
});

describeInChromium('data that cannot be opened', () => {
  test('are replaced by a backup from the page that says so', async () => {
    const browser = await launchChromium();
    const first = await serveApp({ sample: true });
    const copy = join(first.dataFolder, 'copie.sqlite');
    await first.command('backup', copy);
    const app = await serveApp();
    writeFileSync(join(app.dataFolder, 'canteen.sqlite'), 'no database at all'.repeat(400));
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await page.getByText('Le fichier de données est abîmé').waitFor();
    await settled(page);
    await sound(window);
    await keepScreenshot(page, 'backups-rescue-fr-light');
    await giveFiles(page.getByRole('button', { name: 'Restaurer un fichier…' }), copy);
    await page.getByText('ne peuvent pas être lues').waitFor();
    await page.getByRole('button', { name: 'Restaurer', exact: true }).click();
    await page.locator('td.open').first().waitFor({ timeout: 60_000 });
    await browser.close();
    await Promise.all([first.close(), app.close()]);
  });
});
