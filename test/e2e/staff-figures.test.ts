import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openDatabase } from '../../db/open.ts';
import { addStaffWeek } from '../../db/staff-figures.ts';
import { databaseFile } from '../../electron/service/context/data-folder.ts';
import { copySample } from '../support/sample-folder.ts';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { serveApp, TODAY } from './support/served-app.ts';
import { focusIs, goTo, openTestWindow, settled } from './support/window.ts';

jest.setTimeout(240_000);

/** As a spreadsheet's cells are pasted in a field. */
const pasteIn = (page: Page, place: string, text: string) =>
  page.locator(`.staff-table input[data-place="${place}"]`).evaluate((field, pasted) => {
    const data = new DataTransfer();
    data.setData('text', pasted);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);

describeInChromium('your figure first', () => {
  test('hides the recommendations of a chosen week until they are asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bonne-mesure-staff-'));
    copySample(folder);
    const browser = await launchChromium();
    const db = openDatabase(databaseFile(folder));
    addStaffWeek(db, TODAY, { by: null, at: '2026-12-10T08:00' });
    db.close();
    const app = await serveApp({ folder });
    const { page, complaints, close } = await openTestWindow(browser, app.url, { language: 'fr' });
    await goTo(page, `week/${TODAY}`);
    const fields = page.locator('.staff-table input');
    await fields.first().waitFor();
    await settled(page);
    expect(await page.locator('.gauge, [role="grid"], .head .btn.primary').count()).toBe(0);
    await fields.first().focus();
    await page.keyboard.type('75');
    await page.keyboard.press('Enter');
    await focusIs(page, '.staff-table input[data-place="1-0"]');
    await page.keyboard.type('1O');
    await page.keyboard.press('Tab');
    await page.getByText('Écrivez un nombre entier').waitFor();
    await page.getByText('1 sur 24 écrits').waitFor();
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'staff-figures-fr-light');
    await page.getByText('1 sur 24 écrits').waitFor();
    await pasteIn(page, '0-0', '80\n81\n');
    await page.getByText('2 sur 24 écrits').waitFor();
    await pasteIn(page, '0-0', '\t21/12/2026\t22/12/2026\nX\t1\t2\n');
    await page.getByText('celui d’aucun site').waitFor();
    expect(await fields.first().inputValue()).toBe('80');
    await goTo(page, `day/${TODAY}`);
    await page.getByText('Écrivez d’abord votre chiffre').waitFor();
    await page.getByRole('link', { name: 'Ouvrir la semaine' }).click();
    await page.getByRole('button', { name: 'Voir les nombres conseillés' }).click();
    await page.getByRole('grid').waitFor();
    // Nothing is on record: the page offers a week all the same.
    await goTo(page, 'impact');
    await page.getByText('Rien à montrer encore').waitFor();
    await page.getByRole('button', { name: /^Choisir la semaine du/ }).waitFor();
    await settled(page);
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await keepScreenshot(page, 'impact-nothing-fr-light');
    expect(complaints).toEqual([]);
    await close();
    await browser.close();
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
