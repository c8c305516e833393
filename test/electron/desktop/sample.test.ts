import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Bridge } from '../../../electron/api/bridge.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { call, until, valueIn, watchEvents } from './page-calls.ts';
import { describeStandIn } from './standin/describe-standin.ts';
import { StandInApp } from './standin/launch.ts';

const folder = temporaryFolder();

describeStandIn('the sample canteens', () => {
  let app: StandInApp;
  let page: Page;

  beforeAll(async () => {
    app = new StandInApp({ dataFolder: join(folder, 'sample') });
    page = await app.firstWindow();
    await page.waitForSelector('h1');
  });
  afterAll(() => app.close());

  test('load through the bridge, with progress, and fill the page', async () => {
    await watchEvents(page);
    const report = await valueIn(call(page, 'sample.load', {}, 'sample'));
    expect(report.batch).not.toBeNull();
    await page.waitForFunction(() => window.eventsSeen?.some(({ type }) => type === 'changed'));
    const events = (await page.evaluate(() => window.eventsSeen)) ?? [];
    expect(events.some((event) => event.type === 'progress' && event.job === 'sample')).toBe(true);
    const state = await valueIn(call(page, 'app.state', {}));
    expect(state).toMatchObject({ empty: false, sample: true });
    await page.waitForSelector('[role=grid]');
  });

  test('make a PDF of a day’s sheet with the Chromium at hand, and save it', async () => {
    const { suggestedWeek } = await valueIn(call(page, 'app.state', {}));
    const sheet = await valueIn(call(page, 'sheet.make', { date: suggestedWeek, format: 'pdf' }));
    expect(sheet).toMatchObject({ mime: 'application/pdf', fileName: expect.stringMatching(/\.pdf$/) });
    const period = { from: suggestedWeek, to: suggestedWeek };
    const order = await valueIn(call(page, 'orders.export', { kind: 'supplier', ...period, format: 'pdf' }));
    expect(order).toMatchObject({ mime: 'application/pdf', fileName: `commande-${suggestedWeek}.pdf` });
    expect(Buffer.from(order.body, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
    const file = join(folder, 'Feuille.pdf');
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath: path })) as never;
    }, file);
    expect(await page.evaluate((given) => (window.bonneMesure as Bridge).saveSheet(given), sheet)).toBe(true);
    const pdf = readFileSync(file, 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(1);
  });

  test('stay whole when the app quits: it asks while work is under way, then stops it', async () => {
    await watchEvents(page);
    const { firstDay, lastDay } = await valueIn(call(page, 'app.state', {}));
    await app.evaluate(({ dialog }) => {
      const answers = [0, 1];
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      dialog.showMessageBox = (async (_window: unknown, options: { message: string }) => {
        asked.push(options.message);
        return { response: answers.shift() ?? 1, checkboxChecked: false };
      }) as never;
    });
    const period = { from: firstDay ?? '', to: lastDay ?? '', lead: 7 };
    const work = call(page, 'backtest.run', period, 'long work').catch(() => 'the window closed');
    await page.waitForFunction(() =>
      window.eventsSeen?.some((event) => event.type === 'progress' && event.job === 'long work'),
    );
    await app.evaluate(({ app: electronApp }) => electronApp.quit());
    await until(() => app.evaluate(() => (globalThis as { asked?: string[] }).asked?.length === 1));
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    // The second time the user closes the window, and is sure.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await app.exited()).toBe(0);
    await work;
    expect(app.errors()).not.toContain('failed:');
    const again = new StandInApp({ dataFolder: join(folder, 'sample') });
    const check = await valueIn(call(await again.firstWindow(), 'data.check', {}));
    expect(check).toMatchObject({ ok: true, findings: [] });
    await again.close();
  });
});
