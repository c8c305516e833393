import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { call, until, valueIn } from './page-calls.ts';
import { describeStandIn } from './standin/describe-standin.ts';
import { StandInApp } from './standin/launch.ts';

const folder = temporaryFolder();

describeStandIn('backups in the window', () => {
  let app: StandInApp;
  let page: Page;
  const copy = join(folder, 'copie.sqlite');

  beforeAll(async () => {
    app = new StandInApp({ dataFolder: join(folder, 'data') });
    page = await app.firstWindow();
    await page.waitForSelector('h1');
    await valueIn(call(page, 'sample.load', {}));
  });
  afterAll(() => app.close());

  const click = (id: string) =>
    app.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.click(), id);

  test('the menu saves a copy where the user says', async () => {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, copy);
    await click('save-copy');
    await page.waitForSelector('text=Copie des données enregistrée et contrôlée.');
    expect(existsSync(copy)).toBe(true);
  });

  test('nothing is written when the user gives up', async () => {
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
    });
    const saved = await page.evaluate(() => window.bonneMesure?.saveCopy({ language: 'fr' }));
    expect(saved).toEqual({ ok: true, value: false });
  });

  test('a restored file brings its settings: the menu follows', async () => {
    await valueIn(call(page, 'settings.save', { language: 'en' }));
    const label = () =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('restore')?.label);
    await until(async () => (await label()) === 'Restore a backup…');
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, copy);
    const file = await page.evaluate(() => window.bonneMesure?.pickBackup());
    expect(file?.name).toBe('copie.sqlite');
    await valueIn(call(page, 'backups.restore', { tickets: [file?.ticket ?? ''] }));
    await until(async () => (await label()) === 'Restaurer une sauvegarde…');
  });
});
