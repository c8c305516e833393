import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { pageNames } from '../../../electron/api/commands.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { call, until, valueIn } from './page-calls.ts';
import { describeStandIn } from './standin/describe-standin.ts';
import { StandInApp } from './standin/launch.ts';

const folder = temporaryFolder();

describeStandIn('the native menu', () => {
  let app: StandInApp;
  let page: Page;

  beforeAll(async () => {
    app = new StandInApp({ dataFolder: join(folder, 'data') });
    page = await app.firstWindow();
    await page.waitForSelector('h1');
  });
  afterAll(() => app.close());

  const item = (id: string) =>
    app.evaluate(({ Menu }, name) => {
      const { label, enabled, visible, accelerator, checked } =
        Menu.getApplicationMenu()?.getMenuItemById(name) ?? {};
      return { label, enabled, visible, accelerator, checked };
    }, id);
  const click = (id: string) =>
    app.evaluate(({ Menu }, name) => {
      const found = Menu.getApplicationMenu()?.getMenuItemById(name);
      if (!found) throw new Error(`no item ${name}`);
      found.click();
    }, id);

  test('asks of the page what the page does', async () => {
    await page.evaluate(() => {
      const heard: string[] = [];
      // The print dialog would wait for an answer.
      Object.assign(window, { heard, print: () => heard.push('printed') });
      window.bonneMesure?.commands((name) => heard.push(name));
    });
    const asked = ['page-settings', 'undo', 'redo', 'tour'] as const;
    for (const name of [...asked, 'print']) await click(name);
    await page.waitForFunction(() => (window as { heard?: string[] }).heard?.length === 6);
    const heard = await page.evaluate(() => (window as { heard?: string[] }).heard);
    // Where a page has no sheet of its own it is printed as it stands.
    expect(heard).toEqual([...asked, 'printed', 'print']);
    await page.reload();
    await page.waitForSelector('h1');
  });

  test('leads from page to page', async () => {
    await click('page-settings');
    await page.waitForSelector('h1:has-text("Réglages")');
    await click('page-data');
    await page.waitForSelector('h1:has-text("Données")');
    expect((await item('page-week')).accelerator).toBe('CmdOrCtrl+1');
    expect((await item('page-settings')).accelerator).toBe(`CmdOrCtrl+${pageNames.length}`);
  });

  test('opens and closes the palette, and shows the keys of this host', async () => {
    await click('palette');
    await page.waitForSelector('[role=combobox]');
    await click('palette');
    await page.waitForSelector('[role=combobox]', { state: 'detached' });
    await click('shortcuts');
    await page.waitForSelector(`[role=dialog] >> text=1–${pageNames.length}`);
    // Behind a dialog nothing moves. What was clicked must have arrived: it travels on a line of its own, and would
    // lead away once the dialog has gone.
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      window.bonneMesure?.commands((name) => heard.push(name));
    });
    await click('page-settings');
    await page.waitForFunction(() => (window as { heard?: string[] }).heard?.includes('page-settings'));
    expect(await page.evaluate(() => location.hash)).toBe('#/data/sites');
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role=dialog]', { state: 'detached' });
  });

  test('zooms by the steps of browsers, and back', async () => {
    const zoom = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
    await click('zoom-in');
    expect(await zoom()).toBe(1.1);
    await click('zoom-out');
    await click('zoom-out');
    expect(await zoom()).toBe(0.9);
    await click('zoom-reset');
    expect(await zoom()).toBe(1);
  });

  test('changes the language of page and menu', async () => {
    await click('language-en');
    await page.waitForSelector('h1:has-text("Data")');
    expect(await item('language-en')).toMatchObject({ checked: true });
    expect((await item('palette')).label).toBe('Search and ask…');
    await click('language-system');
    await until(async () => (await item('language-system')).checked === true);
    const { settings } = await valueIn(call(page, 'app.state', {}));
    expect(settings.language).toBeNull();
    await click('language-fr');
    await page.waitForSelector('h1:has-text("Données")');
  });

  describe('recent files', () => {
    const csv = join(folder, 'Relevés & menus.csv');
    const gone = join(folder, 'gone.csv');
    const pick = (path: string) =>
      app.evaluate(({ dialog, Menu }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
        Menu.getApplicationMenu()?.getMenuItemById('import')?.click();
      }, path);
    const closeImport = async () => {
      await page.reload();
      await page.waitForSelector('h1');
    };

    test('there are none at first', async () => {
      expect(await item('recent')).toMatchObject({ enabled: false });
    });

    test('a picked file is listed, for the system too, and opens again', async () => {
      writeFileSync(csv, 'a;b\n');
      await pick(csv);
      await until(async () => (await item('recent')).enabled === true);
      expect((await item('recent-1')).label).toBe('Relevés && menus.csv');
      const known = await app.evaluate(
        ({ app: it }) => (it as { recentDocuments?: unknown }).recentDocuments,
      );
      expect(known).toEqual([csv]);
      await page.waitForSelector('[role=dialog] >> text=Relevés & menus.csv');
      await closeImport();
      await click('recent-1');
      await page.waitForSelector('[role=dialog] >> text=Relevés & menus.csv');
      await closeImport();
    });

    test('one that has gone says so, and leaves the list', async () => {
      writeFileSync(gone, 'a;b\n');
      await pick(gone);
      await until(async () => (await item('recent-1')).label === 'gone.csv');
      await page.waitForSelector('[role=dialog] >> text=gone.csv');
      await closeImport();
      rmSync(gone);
      await app.evaluate(({ dialog }) => {
        dialog.showMessageBox = (async (_window: unknown, told: object) => {
          Object.assign(globalThis, { told });
          return { response: 0, checkboxChecked: false };
        }) as never;
      });
      await click('recent-1');
      await until(async () => (await item('recent-1')).label === 'Relevés && menus.csv');
      const told = await app.evaluate(() => (globalThis as { told?: object }).told);
      expect(told).toMatchObject({
        message: 'Ce fichier n’est plus là.',
        detail: expect.stringContaining(gone),
      });
    });

    test('are cleared together', async () => {
      await click('clear-recent');
      expect(await item('recent')).toMatchObject({ enabled: false });
      const known = await app.evaluate(
        ({ app: it }) => (it as { recentDocuments?: unknown }).recentDocuments,
      );
      expect(known).toEqual([]);
    });
  });
});
