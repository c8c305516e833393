import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { copySample, TODAY } from '../../support/sample-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { call, valueIn } from './page-calls.ts';

/** The app as one process, whoever plays Electron. */
export interface WalkedApp {
  firstWindow(): Promise<Page>;
  /** Quits as a user would. */
  close(): Promise<void>;
  /** Resolves with the exit code. */
  exited(): Promise<number | null>;
}

export interface Walker {
  /** Starts the app on a data folder; `words` are what the system hands over, files to open among them. */
  start(dataFolder: string, words?: readonly string[]): Promise<WalkedApp>;
  /** Drops a file from the desk onto the page. */
  drop(page: Page, path: string): Promise<void>;
}

/** What an earlier version left: see `test/electron/service/before-the-rooms.test.ts`. */
const older = join(import.meta.dirname, '..', '..', 'fixtures', 'data-folders', 'before-the-rooms.sqlite.gz');

// What it starts is a whole app, again and again.
jest.setTimeout(180_000);

const siteNames = async (page: Page) => (await valueIn(call(page, 'sites.list', {}))).map(({ name }) => name);

/** A user's first days with the app, from the first start to a file that is opened with it. */
export function walk(walker: Walker): void {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const dropped = join(folder, 'dropped.csv');
  const opened = join(folder, 'opened.csv');
  const csv = 'date;site;couverts\n2026-12-01;Petit Bois;41\n2026-12-03;Petit Bois;43\n';
  let app: WalkedApp;
  let page: Page;

  async function start(dataFolder: string, words: readonly string[] = []) {
    app = await walker.start(dataFolder, words);
    page = await app.firstWindow();
    await page.waitForSelector('h1');
  }

  beforeAll(() => {
    writeFileSync(dropped, csv);
    writeFileSync(opened, csv);
  });
  afterEach(() => app.close());

  test('first start, sample, week, a file dropped, a sheet; all is there at the next start', async () => {
    await start(data);
    expect(await valueIn(call(page, 'app.state', {}))).toMatchObject({ empty: true });
    expect((await valueIn(call(page, 'sample.load', {}, 'sample'))).batch).not.toBeNull();
    const { suggestedWeek } = await valueIn(call(page, 'app.state', {}));
    await page.reload();
    await page.waitForSelector('tbody th');
    const sheet = await valueIn(call(page, 'sheet.make', { date: suggestedWeek, format: 'pdf' }));
    expect(Buffer.from(sheet.body, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    await walker.drop(page, dropped);
    await page.waitForSelector('[role=dialog] >> text=dropped.csv');
    const names = await siteNames(page);
    expect(names.length).toBeGreaterThan(0);
    await app.close();
    expect(await app.exited()).toBe(0);

    await start(data);
    expect(await siteNames(page)).toEqual(names);
  });

  test('a file opens in the app, and a second start hands its file to the first and ends', async () => {
    await start(data, [opened]);
    await page.waitForSelector('[role=dialog] >> text=opened.csv');
    await page.reload();
    await page.waitForSelector('h1');
    const second = await walker.start(data, [dropped]);
    expect(await second.exited()).toBe(0);
    await page.waitForSelector('[role=dialog] >> text=dropped.csv');
  });

  test('an update over the data folder of an earlier version: all is there, and a backup of before', async () => {
    const kept = join(folder, 'older');
    mkdirSync(kept);
    writeFileSync(join(kept, 'canteen.sqlite'), gunzipSync(readFileSync(older)));
    await start(kept);
    expect(await valueIn(call(page, 'app.state', {}))).toMatchObject({ empty: false, sample: false });
    const names = await siteNames(page);
    expect(names.length).toBeGreaterThan(0);
    const backups = await valueIn(call(page, 'backups.list', {}));
    expect(backups.backups.map(({ reason }) => reason)).toContain('migration');
    expect(readdirSync(join(kept, 'backups')).length).toBeGreaterThan(0);
    await app.close();
    expect(await app.exited()).toBe(0);

    await start(kept);
    expect(await siteNames(page)).toEqual(names);
  });

  test('a data folder that another program of this version made opens with all that is in it', async () => {
    const made = join(folder, 'made');
    copySample(made);
    await start(made);
    expect(await valueIn(call(page, 'app.state', {}))).toMatchObject({ empty: false, sample: true });
    expect(await valueIn(call(page, 'sheet.make', { date: TODAY, format: 'html' }))).toMatchObject({
      mime: expect.stringContaining('html'),
    });
  });
}
