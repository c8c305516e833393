import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv, HUNDRED_SITES } from './support/canteen-csv.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { type AppWindow, goTo, LARGE, openTestWindow, SMALL, settled, shows } from './support/window.ts';

jest.setTimeout(240_000);

const square = (row: number, column: number) => `td[data-cell="${row}-${column}"]`;

async function openMap(window: AppWindow): Promise<void> {
  await goTo(window.page, 'data');
  await shows(window, 'table.datamap tbody td');
  await settled(window.page);
}

const focusedSquare = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.cell ?? null);

/** Six canteens of a term; the second has lost two days, the third a month. */
function holed(): string {
  const [head, ...rows] = canteenAttendanceCsv(['Aimé Césaire', 'Jean Jaurès', 'Louise Michel'], 14)
    .trim()
    .split('\n');
  const kept = rows.filter((row) => {
    const [, date = '', , , site] = row.split(';');
    const lost =
      site === 'Jean Jaurès' && ['2026-11-05', '2026-11-06', '2026-11-09', '2026-11-10'].includes(date);
    return !lost && !(site === 'Louise Michel' && date.startsWith('2026-10'));
  });
  return `${[head, ...kept].join('\n')}\n`;
}

describeInChromium('the map of the data', () => {
  let browser: Browser;
  let app: ServedApp;

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp();
    const file = join(app.dataFolder, 'holed.csv');
    writeFileSync(file, holed());
    await app.command('import', file);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('a gap says how many days are missing; they are typed in with the keyboard, and taken back', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await openMap(window);
    const november = page.locator(square(1, 2));
    expect(await november.getAttribute('aria-label')).toMatch(/il en manque 4/);
    expect(await november.innerText()).toBe('−4');
    await page.locator(square(0, 0)).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focusedSquare(page)).toBe('1-2');
    await page.keyboard.press('Enter');
    await page.locator('aside.panel input').first().waitFor();
    await keepScreenshot(page, 'coverage-month-1280-light-fr');
    expect(await violationsOf(page)).toEqual([]);
    const field = (day: string) =>
      page.getByRole('textbox', { name: new RegExp(`Repas servis, ${day} novembre`) });
    await field('jeudi 5').focus();
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await page.getByText('Un nombre entier, ou').waitFor();
    await field('jeudi 5').focus();
    await page.keyboard.type('90');
    await page.keyboard.press('Enter');
    await page.keyboard.type('91');
    await page.keyboard.press('Enter');
    await page.keyboard.type('92');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (cell) => /il en manque 1/.test(document.querySelector(cell)?.getAttribute('aria-label') ?? ''),
      square(1, 2),
    );
    // Each count was kept by itself; the keys of every edit take them back, one by one, and do them again.
    // Not in a field, where these keys are those of the text; what is drawn anew may move the focus.
    const press = async (keys: string) => {
      await page.locator('aside.panel').focus();
      await page.keyboard.press(keys);
    };
    const missing = (n: number) =>
      page.waitForFunction(
        ([cell, text]) =>
          document
            .querySelector(cell as string)
            ?.getAttribute('aria-label')
            ?.includes(text as string),
        [square(1, 2), `il en manque ${n}`],
      );
    for (const n of [2, 3, 4]) {
      await press('Control+Z');
      await missing(n);
    }
    await press('Control+Shift+Z');
    await missing(3);
    await press('Control+Z');
    await missing(4);
    await press('Escape');
    expect(await focusedSquare(page)).toBe('1-2');
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('only the sites with gaps', async () => {
    const window = await openTestWindow(browser, app.url, { language: 'en' });
    await openMap(window);
    await window.page.getByRole('checkbox', { name: 'Sites to complete' }).check();
    await window.page.waitForFunction(() => document.querySelectorAll('table.datamap tbody tr').length === 2);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test.each([
    { language: 'fr', dark: false, size: SMALL },
    { language: 'fr', dark: true, size: LARGE },
    { language: 'en', dark: false, size: LARGE },
    { language: 'en', dark: true, size: SMALL },
  ] as const)('is accessible and fits: $language, dark $dark, $size.width', async (look) => {
    const window = await openTestWindow(browser, app.url, look);
    await openMap(window);
    await keepScreenshot(
      window.page,
      `coverage-${look.size.width}-${look.dark ? 'dark' : 'light'}-${look.language}`,
    );
    expect(await overflowsOf(window.page)).toEqual([]);
    expect(await violationsOf(window.page)).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});

describeInChromium('the map of a hundred sites', () => {
  test('only the rows in sight are drawn; the keyboard reaches the last square; narrow windows scroll', async () => {
    const browser = await launchChromium();
    const app = await serveApp();
    const file = join(app.dataFolder, 'hundred.csv');
    writeFileSync(file, canteenAttendanceCsv(HUNDRED_SITES, 60));
    await app.command('import', file);
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await openMap(window);
    expect(await page.getAttribute('table.datamap', 'aria-rowcount')).toBe('103');
    expect(await page.locator('table.datamap tbody tr:not(.gap)').count()).toBeLessThan(45);
    await page.locator(square(0, 0)).focus();
    await page.keyboard.press('Control+End');
    await page.waitForFunction(() => (document.activeElement as HTMLElement).dataset.cell?.startsWith('99-'));
    await keepScreenshot(page, 'coverage-hundred-1280-light-fr');
    expect(await violationsOf(page)).toEqual([]);
    for (const size of [
      { width: 640, height: 360 },
      { width: 320, height: 640 },
    ]) {
      await page.setViewportSize(size);
      await settled(page);
      await keepScreenshot(page, `narrow-coverage-${size.width}`);
      expect({ size, overflows: await overflowsOf(page) }).toEqual({ size, overflows: [] });
    }
    expect(window.complaints).toEqual([]);
    await browser.close();
    await app.close();
  });
});

const profile = {
  version: 1,
  profiles: [
    {
      shape: ['A', 'B', 'C'],
      reading: { kind: 'attendance', columns: { date: 0, site: 1, served: 2 } },
      file: 'logiciel.csv',
      at: '2026-12-01T10:00',
    },
  ],
};

describeInChromium('import profiles', () => {
  test('are taken from a file, removed, put back and saved', async () => {
    const browser = await launchChromium();
    const app = await serveApp({ sample: true });
    const good = join(app.dataFolder, 'profils.json');
    const bad = join(app.dataFolder, 'autre.json');
    writeFileSync(good, JSON.stringify(profile));
    writeFileSync(bad, '{"a": 1}');
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    const { page } = window;
    await goTo(page, 'data/imports');
    await page.getByText('Aucun profil').waitFor();
    const choose = page.locator('input[type="file"]');
    await choose.setInputFiles(bad);
    await page.getByText('Ce fichier ne contient pas de profils d’import.').waitFor();
    await choose.setInputFiles(good);
    await page.getByText('1 profil importé.').waitFor();
    const rows = page.locator('[aria-labelledby="profiles"] tbody tr');
    expect(await rows.count()).toBe(1);
    await keepScreenshot(page, 'profiles-1280-light-fr');
    expect(await overflowsOf(page)).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Retirer le profil de logiciel.csv' }).press('Enter');
    await page.getByText('Profil retiré\u00a0: logiciel.csv.').waitFor();
    await page.getByRole('button', { name: 'Annuler', exact: true }).press('Enter');
    await page.getByText('Annulé\u00a0: Profil retiré\u00a0: logiciel.csv.').waitFor();
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Enregistrer dans un fichier' }).press('Enter');
    expect((await download).suggestedFilename()).toBe('profils-import.json');
    expect(window.complaints).toEqual([]);
    await window.close();
    await browser.close();
    await app.close();
  });
});
