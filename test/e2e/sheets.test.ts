import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheetsOf, workbook, write } from '../electron/service/return-sheets/workbooks.ts';
import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv } from './support/canteen-csv.ts';
import { describeInChromium } from './support/chromium.ts';
import { giveFiles } from './support/give-files.ts';
import { keepScreenshot, overflowsOf, unreachableOf } from './support/screenshots.ts';
import { setUp } from './support/setting.ts';
import { changeLook, goTo, LARGE, SMALL, settled } from './support/window.ts';

jest.setTimeout(240_000);

const CLOSED = 'Ancienne école du Port';
const OLD_DAYS = ['2025-10-06', '2025-10-07', '2025-10-09', '2025-10-10'];
const attendance =
  canteenAttendanceCsv(['École 1', 'École 2', 'École 3']) +
  OLD_DAYS.map((day) => `M/E;${day};40;38;${CLOSED}\n`).join('');

describeInChromium('sheets that come seldom', () => {
  const setting = setUp({
    files: { 'attendance.csv': attendance, 'menus.csv': 'date;plat\n2026-12-14;Purée de carottes\n' },
    window: { language: 'fr' },
  });

  test('a site without an order says the whole reason', async () => {
    const { page } = setting;
    await page.getByRole('grid').waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: '1 site sans commande' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText(CLOSED).waitFor();
    for (const size of [SMALL, LARGE]) {
      await changeLook(page, { size });
      await settled(page);
      await keepScreenshot(page, `sheet-refused-${size.width}`);
      expect(await overflowsOf(page)).toEqual([]);
    }
    expect(await violationsOf(page)).toEqual([]);
    await changeLook(page, { size: SMALL });
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  test('return sheets are counted as such, and each question has a name of its own', async () => {
    const { page, app } = setting;
    const files: string[] = [];
    for (const site of ['École 1', 'École 2']) {
      const path = join(app.dataFolder, `${site}.xlsx`);
      const day = ['--from', '2026-12-11', '--to', '2026-12-11'];
      const words = ['--kind', 'return-sheet', '--site', site, ...day, '--lang', 'fr', '--out', path];
      await app.command('export', ...words);
      const sheets = await sheetsOf(readFileSync(path).toString('base64'));
      write(sheets[0]?.rows ?? [], 'Enfants servis', 1, 9);
      writeFileSync(path, workbook(sheets));
      files.push(path);
    }
    await goTo(page, 'data/sites');
    await settled(page);
    await giveFiles(page.getByRole('button', { name: /^Import(er)?…$/ }).first(), files);
    const sheet = page.getByRole('dialog');
    await sheet.locator('header').getByText('2 feuilles de retour', { exact: true }).waitFor();
    for (const site of ['École 1', 'École 2']) {
      await sheet.getByRole('region', { name: `${site}, vendredi 11 décembre, Enfants servis` }).waitFor();
    }
    await settled(page);
    await keepScreenshot(page, 'sheet-returned');
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    expect(await unreachableOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  test('an open list of suggestions hides the page only until Tab leaves it', async () => {
    const { page } = setting;
    await goTo(page, 'settings/portions');
    await settled(page);
    await page.getByRole('combobox', { name: 'Portion d’un plat' }).fill('pur');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(
      await page.evaluate(() => document.activeElement?.closest('[aria-hidden=true]') ?? null),
    ).toBeNull();
    // The focus opens a help, which describes its button and lies outside the landmarks.
    expect((await violationsOf(page)).filter((one) => !one.startsWith('region '))).toEqual([]);
  });
});
