import type { Browser, Page } from 'playwright-core';
import { openDatabase, type ReadonlyDatabase } from '../../db/open.ts';
import { readServings } from '../../db/servings.ts';
import { databaseFile } from '../../electron/service/context/data-folder.ts';
import { dump } from '../db/support/database.ts';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp, TODAY } from './support/served-app.ts';
import { type AppWindow, goTo, openTestWindow, settled } from './support/window.ts';

jest.setTimeout(240_000);

const NEXT_DAY = '2026-12-15';

describeInChromium('what was served and left at six sites', () => {
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true, today: NEXT_DAY });
    await app.commandOn(TODAY, 'freeze', '--from', TODAY, '--to', TODAY);
    window = await openTestWindow(browser, app.url, { language: 'fr' });
    page = window.page;
    await goTo(page, 'record/served');
    await page.locator('.record-table input').first().waitFor();
    await settled(page);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const read = <T>(of: (db: ReadonlyDatabase) => T): T => {
    const db = openDatabase(databaseFile(app.dataFolder), { readonly: true });
    try {
      return of(db);
    } finally {
      db.close();
    }
  };
  /** All that is kept, but for the journal of edits and for the names by which orders know their sites. */
  const contents = () =>
    read((db) =>
      dump(db).filter((row) => !/^(edit|edit_row|order_site|site_name|sqlite_sequence) /.test(row)),
    );

  test('six sites are typed with the keyboard, learned as computed by hand, and taken back to the letter', async () => {
    await goTo(page, `record/head-count/${TODAY}`);
    await page.locator('.calltable input').first().focus();
    for (const field of await page.locator('.calltable input').all()) {
      await field.focus();
      await page.keyboard.press('=');
    }
    await page.keyboard.press('Enter');
    await page.locator('h1').click();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.calltable .callstate')].every((one) =>
        /feuille n°\u00a0\d/.test(one.textContent),
      ),
    );
    await settled(page);
    await goTo(page, `record/served/${TODAY}`);
    const fields = page.locator('.record-table tbody input');
    await fields.first().waitFor();
    await settled(page);
    const before = contents();
    const sites = await page.locator('.record-table tbody tr').count();
    const dishes = await page.locator('.record-dishes tbody tr').count();
    let keys = 0;
    const press = async (...all: readonly string[]) => {
      for (const key of all) await page.keyboard.press(key);
      keys += all.length;
    };
    await fields.first().focus();
    for (let i = 0; i < sites - 1; i++) await press('=', 'Enter');
    await press('=', 'Tab', 'Tab');
    for (let i = 0; i < sites; i++) await press('3', 'ArrowUp');
    await press('Alt+ArrowRight');
    for (let site = 0; site < sites; site++) {
      for (let dish = 0; dish < dishes; dish++) {
        await press('=', 'Tab', '1', '2');
        if (dish < dishes - 1) await press('Tab', 'Tab');
        else if (site < sites - 1) {
          const shown = await page.locator('.record-panel h2').innerText();
          await press('Enter');
          await page.waitForFunction(
            (name) =>
              document.querySelector('.record-panel h2')?.textContent !== name &&
              document.activeElement?.matches('.record-dishes input[data-place="0-0"]'),
            shown,
          );
        }
      }
    }
    await press('Alt+ArrowLeft');
    await settled(page);
    await keepScreenshot(page, 'record-served-loop-fr-light');
    const figures = sites * 2 + sites * dishes * 2;
    expect(keys / figures).toBeLessThanOrEqual(4);
    await page.waitForFunction(
      () =>
        !document.querySelector(
          '.record-table tr[data-state="open"], .record-table tr[data-state="incomplete"]',
        ),
    );
    await settled(page);
    await keepScreenshot(page, 'record-served-complete-fr-light');
    // The head count was the order: nobody was too many, and all that was prepared less twelve portions was taken.
    const servings = read(readServings).filter(({ date }) => date === TODAY);
    expect(servings).toHaveLength(sites * dishes);
    for (const { prepared, served, left } of servings) {
      expect(left).toBe(12);
      expect(served).toBe((prepared ?? 0) - 12);
    }
    await page.locator('h1').click();
    for (let i = 0; i < figures; i++) await page.keyboard.press('Control+z');
    await page.getByText('0 complet').first().waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLInputElement>('.record-day input')].every(
        ({ value }) => value === '',
      ),
    );
    await settled(page);
    expect(contents()).toEqual(before);
    expect(await page.locator('.record-earlier').count()).toBe(0);
  });

  test('odd and wrong values are said at their field, and what is right is kept', async () => {
    await keepScreenshot(page, 'record-served-fr-light');
    const first = page.locator('.record-table input').first();
    await first.focus();
    await page.keyboard.type('350');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1O');
    await page.keyboard.press('Enter');
    await page.keyboard.type('40');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.type('50');
    await page.keyboard.press('Tab');
    await page.keyboard.type('60');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12h25');
    await page.keyboard.press('Enter');
    await settled(page);
    await keepScreenshot(page, 'record-served-typed-fr-light');
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});
