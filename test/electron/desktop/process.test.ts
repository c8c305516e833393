import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { call, until } from './page-calls.ts';
import { describeStandIn } from './standin/describe-standin.ts';
import { StandInApp } from './standin/launch.ts';

const folder = temporaryFolder();

describeStandIn('the process', () => {
  test('restores place, size, state and zoom of the window', async () => {
    const dataFolder = join(folder, 'window');
    const first = new StandInApp({ dataFolder });
    await first.firstWindow();
    await first.evaluate(({ BrowserWindow, Menu }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds({ x: 200, y: 100, width: 1000, height: 700 });
      window?.maximize();
      Menu.getApplicationMenu()?.getMenuItemById('zoom-in')?.click();
      Menu.getApplicationMenu()?.getMenuItemById('zoom-in')?.click();
    });
    await first.close();
    expect(await first.exited()).toBe(0);

    const second = new StandInApp({ dataFolder });
    await second.firstWindow();
    const look = () =>
      second.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return {
          bounds: window?.getNormalBounds(),
          maximized: window?.isMaximized(),
          visible: window?.isVisible(),
          zoom: window?.webContents.getZoomFactor(),
        };
      });
    await until(async () => (await look()).visible === true);
    const bounds = { x: 200, y: 100, width: 1000, height: 700 };
    await until(async () => (await look()).zoom === 1.25);
    expect(await look()).toEqual({ bounds, maximized: true, visible: true, zoom: 1.25 });
    await second.close();
  });

  test('is one per data folder: a second one hands over its files and ends', async () => {
    const dataFolder = join(folder, 'single');
    const csv = join(folder, 'single.csv');
    const other = join(folder, 'other.csv');
    writeFileSync(csv, 'a;b\n');
    writeFileSync(other, 'c;d\n');
    const first = new StandInApp({ dataFolder, words: [csv] });
    const page = await first.firstWindow();
    await page.waitForSelector('[role=dialog] >> text=single.csv');
    await first.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.blur();
      window?.minimize();
    });
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      window.bonneMesure?.openedFiles((files) => seen.push(...files.map(({ name }) => name)));
    });

    const second = new StandInApp({ dataFolder, words: [other] });
    expect(await second.exited()).toBe(0);
    await page.waitForFunction(() => (window as { seen?: string[] }).seen?.length === 1);
    expect(await page.evaluate(() => (window as { seen?: string[] }).seen)).toEqual(['other.csv']);
    const look = await first.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows();
      return [windows.length, windows[0]?.isFocused(), windows[0]?.isMinimized()];
    });
    expect(look).toEqual([1, true, false]);
    await first.close();
    expect(await first.exited()).toBe(0);
  });

  test('shows its window though the system never says that there is something to show', async () => {
    const app = new StandInApp({ dataFolder: join(folder, 'silent'), env: { STANDIN_SILENT: '1' } });
    await app.firstWindow();
    await until(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === true),
    );
    await app.close();
  });

  test('does not stay alive for a print dialog that nobody answers', async () => {
    const app = new StandInApp({ dataFolder: join(folder, 'printing') });
    const page = await app.firstWindow();
    await page.waitForSelector('h1');
    // Its answer never comes: the dialog stays open.
    await page.evaluate(() => void window.bonneMesure?.printSheet('<title>sheet</title>'));
    await until(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length === 2));
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.destroy());
    expect(await app.exited()).toBe(0);
  });

  test('says in one window that the data folder cannot be used, and ends', async () => {
    const file = join(folder, 'no-folder');
    writeFileSync(file, '');
    const app = new StandInApp({ dataFolder: file });
    expect(await app.exited()).toBe(1);
    expect(app.errors()).toContain('error box: Bonne Mesure ne peut pas démarrer: Le dossier des données');
    expect(app.errors()).toContain(join(file, 'desktop'));
  });

  test('opens a window on data it cannot read, and says why', async () => {
    const dataFolder = join(folder, 'damaged');
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(join(dataFolder, 'canteen.sqlite'), 'this is no database, whatever its name\n'.repeat(100));
    const app = new StandInApp({ dataFolder });
    const page = await app.firstWindow();
    const answer = await call(page, 'app.state', {});
    expect(answer).toMatchObject({ ok: false, error: { kind: 'damaged-data' } });
    const { error } = answer as Extract<typeof answer, { readonly ok: false }>;
    await page.waitForSelector(`text=${error.message.slice(0, 30)}`);
    await app.close();
  });
});
