import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { builtProgram } from '../support/built.ts';
import { describeWhere } from '../support/describe-where.ts';
import { nantesFolder } from '../support/shared.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { chromiumPath, launchChromium } from './support/chromium.ts';
import { keepScreenshot } from './support/screenshots.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { Walk } from './support/walk.ts';
import { type AppWindow, focusIs, openTestWindow, settled } from './support/window.ts';

jest.setTimeout(300_000);

const tuesday = '2017-03-14';
const thursday = '2017-03-16';
/** Records of two school years are enough for models, and make them in half the time. */
const firstRecord = '2015-09-01';

/** Presses step by step: keys now, and in the second column the clicks and keys of the same walk at commit ec15549. */
const presses: readonly (readonly [step: string, now: number, before: number])[] = [
  ['open', 0, 0],
  ['look at the flagged ones', 5, 13],
  ['find a site', 5, 5],
  ['change one with a reason', 5, 13],
  ['what if', 1, 2],
  ['approve', 2, 2],
  ['purchase orders', 3, 3],
  ['sheets', 3, 4],
  ["the next morning's head count", 2, 2],
];

const folder = temporaryFolder();

/** The town's files as they were on that Tuesday: nothing is on record of days that were still to come. */
function filesOfTuesday(): readonly string[] {
  return readdirSync(nantesFolder)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => {
      const path = join(nantesFolder, name);
      if (name !== 'frequentation.csv') return path;
      const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n');
      const known = lines.filter((line) => {
        const date = line.split(',')[1] ?? '';
        return date >= firstRecord && date < tuesday;
      });
      const cut = join(folder, name);
      writeFileSync(cut, [head, ...known, ''].join('\n'));
      return cut;
    });
}

const missing =
  chromiumPath === undefined
    ? 'no Chromium was found; set CHROMIUM to its path'
    : `${nantesFolder} is absent`;
const possible = chromiumPath !== undefined && isThere(nantesFolder);

function isThere(path: string): boolean {
  try {
    return readdirSync(path).length > 0;
  } catch {
    return false;
  }
}

describeWhere(possible, 'the Tuesday of a manager of 87 canteens', missing, () => {
  const data = join(folder, 'data');
  let browser: Browser;
  let app: ServedApp;
  let window: AppWindow;
  let page: Page;
  let walk: Walk;

  beforeAll(async () => {
    // The exit code is 1: some rows of the real files are refused.
    spawnSync(process.execPath, [builtProgram('cli'), 'import', ...filesOfTuesday(), '--data', data], {
      env: { ...process.env, BONNE_MESURE_TODAY: tuesday },
    });
    browser = await launchChromium();
    app = await serveApp({ folder: data, today: tuesday });
    window = await openTestWindow(browser, app.url, { language: 'fr' });
    page = window.page;
    walk = new Walk(page);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  afterEach(() => expect(window.complaints).toEqual([]));

  const cellOf = (site: string, day: number) =>
    page
      .locator('table.week tbody tr')
      .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${site}\\b`) }) })
      .locator('td')
      .nth(day);

  test('opens on the week', async () => {
    walk.step('open');
    await page.getByRole('grid').waitFor({ timeout: 120_000 });
    await settled(page);
    expect(await page.locator('main h1').innerText()).toContain('11');
    await keepScreenshot(page, 'tuesday-1-week');
  });

  test('walks through what is flagged, and opens one', async () => {
    walk.step('look at the flagged ones');
    await walk.press('F4');
    await page.locator('.walked .link').waitFor();
    await page.locator('.chip.lead[aria-pressed=true]').waitFor();
    await settled(page);
    for (let i = 0; i < 2; i++) await walk.press('ArrowDown');
    await page
      .locator('.walked .mute')
      .getByText(/^3 sur/)
      .waitFor();
    await keepScreenshot(page, 'tuesday-2-flagged');
    await walk.press('Enter');
    await page.locator('.panel .why').waitFor();
    await settled(page);
    await keepScreenshot(page, 'tuesday-3-why');
    await walk.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
    await focusIs(page, 'td[data-cell]');
  });

  test('finds a site, orders otherwise with a reason, and asks what if', async () => {
    walk.step('find a site');
    await walk.type('jaur');
    await page.locator('table.week tbody tr:not(.gap)').nth(1).waitFor({ state: 'detached' });
    await walk.press('Enter');
    await focusIs(page, 'td[data-cell]');
    const cell = cellOf('JEAN JAURES', 3);
    const recommended = Number(await cell.locator('.n').innerText());

    walk.step('change one with a reason');
    await walk.type(`${recommended - 24}s`);
    await page.locator('.reasons button[aria-pressed=true]', { hasText: 'Sortie' }).waitFor();
    await keepScreenshot(page, 'tuesday-4-reason');
    await walk.press('Enter');
    await page.getByText(`${recommended - 24} au lieu de ${recommended}`).waitFor();
    await settled(page);

    walk.step('what if');
    await walk.press('-');
    await page.locator('.what-if .then b').waitFor();
    await settled(page);
    // What was asked for is in sight.
    const [answer, foot] = await Promise.all([
      page.locator('.what-if .then b').boundingBox(),
      page.locator('.panel footer').boundingBox(),
    ]);
    expect((answer?.y ?? 0) + (answer?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
    await keepScreenshot(page, 'tuesday-5-what-if');
  });

  test('approves the week, and passes the purchase order on', async () => {
    walk.step('approve');
    await walk.press('Control+Enter');
    // Who works with the program is asked once, and may be left open.
    await focusIs(page, '.asking input');
    await walk.press('Enter');
    await page.getByText('Semaine validée').waitFor();
    await settled(page);
    await keepScreenshot(page, 'tuesday-6-approved');
    // A level moves no approved order, and does not look as if it did.
    expect(await page.locator('.bar input[type=range]').isDisabled()).toBe(true);
    expect(await page.locator('.bar .level').getAttribute('title')).toMatch(/^Toutes les commandes/);

    walk.step('purchase orders');
    await walk.press('Control+s');
    const dialog = page.getByRole('dialog');
    await dialog.locator('.sent b', { hasText: 'Sans fournisseur' }).waitFor({ timeout: 120_000 });
    await focusIs(page, 'input[type=checkbox]');
    await settled(page);
    await keepScreenshot(page, 'tuesday-7-purchase-orders');
    await walk.press('Space');
    await Promise.all([page.waitForEvent('download'), walk.press('Enter')]);
    await page.getByText('Le bon est noté comme envoyé').waitFor();
    await dialog.waitFor({ state: 'detached' });
  });

  test('prints the sheets of the next day that is served', async () => {
    walk.step('sheets');
    await walk.press('Alt+Digit2');
    await page.getByRole('heading', { level: 1, name: /mardi 14/ }).waitFor();
    await settled(page);
    await walk.press('Alt+PageDown');
    // Nobody eats on Wednesday.
    await page.getByRole('heading', { level: 1, name: /jeudi 16/ }).waitFor();
    await settled(page);
    await keepScreenshot(page, 'tuesday-8-sheets');
    await walk.press('Control+p');
    await page.waitForFunction(
      () => (globalThis as unknown as { printedSheets: string[] }).printedSheets.length > 0,
    );
    expect((await window.printed()).at(-1)).toContain('JEAN JAURES');
  });

  test('takes the head count of the morning as ordered', async () => {
    await window.close();
    await app.close();
    app = await serveApp({ folder: data, today: thursday });
    window = await openTestWindow(browser, app.url, { language: 'fr' });
    page = window.page;
    const morning = new Walk(page);
    morning.step("the next morning's head count");
    await page.locator('nav.rail').waitFor();
    await settled(page);
    await morning.press('Alt+Digit3');
    await page.getByRole('button', { name: /^Compléter comme commandé/ }).waitFor({ timeout: 120_000 });
    await settled(page);
    await morning.press('Control+Enter');
    await page.locator('.callbar [role="status"]').getByText('Tous').waitFor();
    await settled(page);
    await keepScreenshot(page, 'tuesday-9-head-count');
    const steps = [...walk.steps, ...morning.steps];
    const counted = steps.map(({ step, clicks, keys }) => [step, clicks + keys]);
    expect(counted).toEqual(presses.map(([step, now]) => [step, now]));
    const sum = (column: 1 | 2) => presses.reduce((total, row) => total + row[column], 0);
    expect(sum(1)).toBeLessThanOrEqual(0.6 * sum(2));
    // Without a mouse.
    expect(steps.every(({ clicks }) => clicks === 0)).toBe(true);
  });
});
