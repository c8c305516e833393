import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Bridge } from '../../../electron/api/bridge.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { call, valueIn, watchEvents } from './page-calls.ts';
import { describeStandIn } from './standin/describe-standin.ts';
import { StandInApp } from './standin/launch.ts';

const folder = temporaryFolder();
const dataFolder = join(folder, 'data');
let app: StandInApp;
let page: Page;

describeStandIn('the desktop host', () => {
  beforeAll(async () => {
    app = new StandInApp({ dataFolder });
    page = await app.firstWindow();
    await page.waitForSelector('h1');
  });
  afterAll(() => app.close());

  describe('the window', () => {
    test('shows the first-run page of an empty data folder, in the system’s language', async () => {
      expect(await page.innerText('h1')).toBe('Par où commencer\u202f?');
      const state = await valueIn(call(page, 'app.state', {}));
      expect(state).toMatchObject({ empty: true, dataFolder });
    });

    test('follows the theme chosen in the menu, and keeps it', async () => {
      await watchEvents(page);
      await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('theme-dark')?.click());
      await page.waitForFunction(() => window.eventsSeen?.some(({ type }) => type === 'changed'));
      expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
      expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
      const { settings } = await valueIn(call(page, 'app.state', {}));
      expect(settings.theme).toBe('dark');
    });

    test('speaks the language of the settings in its menu', async () => {
      const label = () =>
        app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('import')?.label ?? '');
      expect(await label()).toBe('Importer des fichiers…');
      await valueIn(call(page, 'settings.save', { language: 'en' }));
      expect(await label()).toBe('Import files…');
      await valueIn(call(page, 'settings.save', { language: 'fr' }));
      expect(await label()).toBe('Importer des fichiers…');
    });

    test('offers to load a page again that stopped', async () => {
      const reloaded = await app.evaluate(async ({ BrowserWindow, dialog }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        let asked = '';
        dialog.showMessageBox = (async (_window: unknown, options: { message: string }) => {
          asked = options.message;
          return { response: 0, checkboxChecked: false };
        }) as never;
        const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve('loaded')));
        contents?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
        return [await loaded, asked];
      });
      expect(reloaded).toEqual(['loaded', 'La fenêtre s’est arrêtée.']);
      await page.waitForSelector('h1');
    });
  });

  describe('files', () => {
    const csv = join(folder, 'Relevés été.csv');
    beforeAll(() => writeFileSync(csv, 'n’importe quoi\n'));

    test('picked in the dialog become tickets that the import reads', async () => {
      await app.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      }, csv);
      const [file, ...others] = await page.evaluate(() => (window.bonneMesure as Bridge).pickFiles());
      expect(others).toEqual([]);
      expect(file).toMatchObject({ name: 'Relevés été.csv', size: 17 });
      expect(file?.ticket).not.toContain('/');
      const input = { tickets: [file?.ticket ?? ''], dryRun: true };
      const report = await valueIn(call(page, 'imports.run', input, 'preview'));
      expect(report.files).toMatchObject([{ file: 'Relevés été.csv', kind: null }]);
    });

    test('given up in the dialog are none', async () => {
      await app.evaluate(({ dialog }) => {
        dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
      });
      expect(await page.evaluate(() => (window.bonneMesure as Bridge).pickFiles())).toEqual([]);
    });

    test('chosen in the menu are opened in the page', async () => {
      await app.evaluate(({ dialog, Menu }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
        Menu.getApplicationMenu()?.getMenuItemById('import')?.click();
      }, csv);
      await page.waitForSelector('[role=dialog] >> text=Relevés été.csv');
      await page.reload();
      await page.waitForSelector('h1');
    });

    test('dropped on the page are found by their path', async () => {
      await page.evaluate(() => {
        const input = document.createElement('input');
        input.type = 'file';
        input.id = 'dropped';
        document.body.append(input);
      });
      const file = { name: csv.replaceAll('/', '∕'), mimeType: 'text/csv', buffer: readFileSync(csv) };
      await page.setInputFiles('#dropped', file);
      const added = await page.evaluate(() => {
        const input = document.querySelector('#dropped') as HTMLInputElement;
        const files = [...(input.files ?? [])];
        input.remove();
        return (window.bonneMesure as Bridge).addFiles(files);
      });
      expect(added).toMatchObject([{ name: 'Relevés été.csv', size: 17 }]);
    });
  });

  describe('sheets', () => {
    const html = '<!doctype html><h1>Production</h1><script>document.body.append("ran")</script>';
    const save = (sheet: Parameters<Bridge['saveSheet']>[0]) =>
      page.evaluate((given) => (window.bonneMesure as Bridge).saveSheet(given), sheet);
    const table = { fileName: 'a.csv', mime: 'text/csv', body: 'a' };

    test('print in a window of their own, without scripts, which is then gone', async () => {
      await page.evaluate((text) => (window.bonneMesure as Bridge).printSheet(text), html);
      const [printed, windows] = await app.evaluate(({ standIn, BrowserWindow }) => [
        standIn.printed.map(({ options, text, pdf }) => ({
          options,
          text,
          head: pdf.toString('latin1', 0, 5),
        })),
        BrowserWindow.getAllWindows().length,
      ]);
      const options = { printBackground: true, pageSize: 'A4' };
      expect(printed).toEqual([{ options, text: 'Production', head: '%PDF-' }]);
      expect(windows).toBe(1);
    });

    test('that no printer takes are told in words, with what to do', async () => {
      await app.evaluate(({ dialog, BrowserWindow }) => {
        const told: unknown[] = [];
        Object.assign(globalThis, { told });
        dialog.showMessageBox = (async (_window: unknown, options: unknown) => {
          told.push(options);
          return { response: 0, checkboxChecked: false };
        }) as never;
        const [shown] = BrowserWindow.getAllWindows();
        const { prototype } = Object.getPrototypeOf(shown?.webContents).constructor;
        const { print } = prototype;
        prototype.print = (_options: unknown, done: (success: boolean, reason: string) => void) => {
          prototype.print = print;
          done(false, 'Printer settings invalid');
        };
      });
      await page.evaluate((text) => (window.bonneMesure as Bridge).printSheet(text), html);
      const told = await app.evaluate(() => (globalThis as unknown as { told: unknown[] }).told);
      expect(told).toEqual([
        {
          type: 'error',
          message: 'La feuille n’a pas pu être imprimée.',
          detail: expect.stringContaining('imprimante'),
        },
      ]);
    });

    test('are saved where the user says', async () => {
      const file = join(folder, 'Feuille.html');
      await app.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath: string }) => {
          Object.assign(globalThis, { asked: options.defaultPath });
          return { canceled: false, filePath: path };
        }) as never;
      }, file);
      const sheet = { fileName: '../../Feuille é.html', mime: 'text/html', body: '<p>é</p>' };
      expect(await save(sheet)).toBe(true);
      expect(readFileSync(file, 'utf8')).toBe('<p>é</p>');
      const asked = await app.evaluate(() => (globalThis as { asked?: string }).asked ?? '');
      expect(asked.endsWith(join('documents', 'Feuille é.html'))).toBe(true);
    });

    test('are not saved when the user gives up', async () => {
      await app.evaluate(({ dialog }) => {
        dialog.showSaveDialog = (async () => ({ canceled: true, filePath: '' })) as never;
      });
      expect(await save(table)).toBe(false);
    });

    test('that cannot be written are said to be so', async () => {
      await app.evaluate(
        ({ dialog }, path) => {
          dialog.showSaveDialog = (async () => ({ canceled: false, filePath: path })) as never;
          dialog.showMessageBox = (async (_window: unknown, options: { message: string }) => {
            Object.assign(globalThis, { told: options.message });
            return { response: 0, checkboxChecked: false };
          }) as never;
        },
        join(folder, 'no', 'such', 'a.csv'),
      );
      expect(await save(table)).toBe(false);
      const told = await app.evaluate(() => (globalThis as { told?: string }).told);
      expect(told).toBe('La feuille n’a pas pu être enregistrée.');
    });
  });
});
