import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addDays, toDay, weekday } from '../../forecasting/calendar/day.ts';
import type { Library } from '../../forecasting/domain/library.ts';
import { seededRandom } from '../../forecasting/numerics/seeded.ts';
import { someLibrary } from '../electron/service/support/six-canteens.ts';
import { violationsOf } from './support/axe.ts';
import { canteenAttendanceCsv } from './support/canteen-csv.ts';
import { describeInChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { serveApp, TODAY } from './support/served-app.ts';
import { type Setting, setUp } from './support/setting.ts';
import {
  changeLook,
  goTo,
  LARGE,
  openTestWindow,
  SMALL,
  settled,
  shows,
  type WindowOptions,
} from './support/window.ts';

jest.setTimeout(240_000);

/** « 5,6 % » or 5.6% as 5.6. */
const numberIn = (words: string) => Number(words.replace(',', '.').replace(/[^\d.]/g, ''));

async function opened(setting: Setting, options: WindowOptions) {
  const window = await setting.open(options);
  await goTo(window.page, 'accuracy');
  await shows(window, '.compare tbody tr');
  await settled(window.page);
  return window;
}

/** Blocks that run out of the grid, which cuts them. */
const blocksTooWide = (page: Page) =>
  page.locator('.accuracy').evaluate((grid) => {
    const { right } = grid.getBoundingClientRect();
    return [...grid.querySelectorAll('.block')]
      .filter((block) => block.getBoundingClientRect().right > right)
      .map(({ className }) => className);
  });

/** Presses Tab until the focus is on what is looked for. */
async function tabTo(page: Page, matches: string, key = 'Tab'): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press(key);
    const there = await page.evaluate(
      (selector) => document.activeElement?.matches(selector) ?? false,
      matches,
    );
    if (there) return;
  }
  throw new Error(`Tab does not lead to ${matches}`);
}

/** The work on six sites takes a second: a click that waits for the button to stand still comes too late. */
function clickAsSoonAsThere(text: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const button = [...document.querySelectorAll('button')].find((b) => b.textContent === text);
      if (!button) return requestAnimationFrame(look);
      button.click();
      resolve();
    };
    look();
  });
}

/** Two sites whose counts go up and down for fourteen weeks. */
function restlessCsv(): string {
  const next = seededRandom(4);
  const dates = Array.from({ length: 7 * 14 }, (_, i) => addDays(TODAY, i - 7 * 14)).filter((date) =>
    [1, 2, 4, 5].includes(weekday(toDay(date))),
  );
  const rows = dates.flatMap((date) =>
    ['École du Port', 'Le Petit Bois'].map(
      (site, i) => `${date};${site};${Math.round((60 + 40 * i) * (0.75 + 0.5 * next()))}`,
    ),
  );
  return ['date;site;repas', ...rows].join('\n');
}

/** A town's library whose errors are said to be a fifth of what they were. */
function tooSure(): Library {
  const library = someLibrary();
  const leads = library.leads.map((lead) => {
    const [constant = 0, ...scale] = lead.errors.scale;
    return { ...lead, errors: { ...lead.errors, scale: [constant + Math.log(0.2), ...scale] } };
  });
  return { ...library, leads };
}

describeInChromium('accuracy', () => {
  const setting = setUp({ sample: true });

  test('replays the school year and shows figures that add up', async () => {
    const window = await opened(setting, { language: 'fr' });
    const { page } = window;
    expect(await page.title()).toBe('Précision – Bonne Mesure');
    const rows = page.locator('.compare tbody tr');
    expect(await rows.count()).toBe(4);
    // Forecasts are compared, orders are not: the model's error is the least.
    const errors = (await page.locator('.expected dd b').allInnerTexts()).map(numberIn);
    expect(errors).toHaveLength(3);
    expect(Math.min(...errors)).toBe(errors[0]);
    const rate = async (name: string) =>
      numberIn(await page.locator(`[data-row="${name}"] td`).first().innerText());
    const less = (await rate('staff')) - (await rate('equal'));
    const title = await page.locator('.compare h2').innerText();
    // « À manque égal, 18 repas de surplus en moins … pour 1 000 servis »
    expect(title).toMatch(/^À manque égal, \d+ repas de surplus en (moins|plus) .* pour 1\u202f000 servis/);
    expect(numberIn(/\d+/.exec(title)?.[0] ?? '')).toBe(Math.round(Math.abs(less) * 10));
    for (const miss of await page.locator('.misses tbody tr').all()) {
      const [, expectedServed = '', error = ''] = await miss.locator('td').allInnerTexts();
      const [expected, served] = expectedServed.split('→').map(numberIn);
      expect(Math.abs((served ?? 0) - (expected ?? 0))).toBe(numberIn(error));
    }
    expect(await page.locator('.sites tbody tr').count()).toBe(6);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('without a mouse: a level is tried, adopted and taken back, and the curve read as a table', async () => {
    const window = await opened(setting, { language: 'en' });
    const { page } = window;
    await tabTo(page, '.levelrule input');
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    await page.getByText('Trying 85%').waitFor();
    expect(await page.getByLabel('Cost of a missing meal, in euros').inputValue()).toBe('€8.22');
    await tabTo(page, '.dialhead .btn', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Service level: 85%.').waitFor();
    await page.getByText('Model, 85% level').waitFor({ timeout: 60_000 });
    await page.getByText('85% level', { exact: true }).waitFor();
    expect(await levelSaved(page)).toBe(0.85);
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Model, 80% level').waitFor({ timeout: 60_000 });
    expect(await levelSaved(page)).toBe(0.8);
    await tabTo(page, '.dial h3 .link');
    await page.keyboard.press('Enter');
    expect(await page.locator('.dial tbody tr').count()).toBe(12);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('a cost that is typed moves the level; another period and lead are replayed', async () => {
    const window = await opened(setting, { language: 'fr' });
    const { page } = window;
    await page.getByLabel('Coût d’un repas manquant, en euros').fill('13,05');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: /Passer à 90/ }).waitFor();
    const before = await page.locator('.head .days').innerText();
    await page.getByRole('button', { name: /Période$/ }).click();
    await page.getByRole('option', { name: '4 dernières semaines' }).click();
    await page.waitForFunction(
      (words) => ![null, words].includes(document.querySelector('.head .days')?.textContent ?? null),
      before,
      { timeout: 60_000 },
    );
    await page.getByRole('button', { name: /Commandé/ }).click();
    await page.getByRole('option', { name: /3 jours/ }).click();
    await shows(window, '.compare tbody tr');
    await settled(page);
    // The answers are kept: going back computes nothing.
    await goTo(page, 'settings');
    await shows(window, '.settings');
    await goTo(page, 'accuracy');
    await page.locator('.compare tbody tr').first().waitFor({ timeout: 1_000 });
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('the work shows how far it is, can be stopped and taken up again', async () => {
    const window = await setting.open({ language: 'fr' });
    const { page } = window;
    // The week is there: nothing else than the replay is left to stop.
    await page.getByRole('grid').waitFor({ timeout: 60_000 });
    await settled(page);
    const stopped = page.evaluate(clickAsSoonAsThere, 'Arrêter');
    await goTo(page, 'accuracy');
    await stopped;
    await page.getByText('Calcul arrêté').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Reprendre le calcul' }).click();
    await shows(window, '.compare tbody tr');
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  test('says what is missing while there are too few records', async () => {
    const young = await serveApp();
    const file = join(young.dataFolder, 'frequentation.csv');
    writeFileSync(file, canteenAttendanceCsv(['École du Port', 'Le Petit Bois'], 3));
    await young.command('import', file);
    const window = await openTestWindow(setting.browser, young.url, { language: 'fr' });
    await goTo(window.page, 'accuracy');
    await window.page.getByText('Pas encore assez de relevés').waitFor();
    expect(await violationsOf(window.page)).toEqual([]);
    writeFileSync(file, canteenAttendanceCsv(['École du Port', 'Le Petit Bois'], 7));
    await young.command('import', file);
    await window.page.reload();
    await shows(window, '.compare tbody tr');
    await window.page.getByText('Peu de jours mesurés').waitFor();
    await keepScreenshot(window.page, 'accuracy-few');
    expect(window.complaints).toEqual([]);
    await window.close();
    await young.close();
  });

  test('says which library the forecasts lean on where their range holds far too few days', async () => {
    const young = await serveApp();
    const at = (name: string, text: string) => {
      const file = join(young.dataFolder, name);
      writeFileSync(file, text);
      return file;
    };
    await young.command('import', at('frequentation.csv', restlessCsv()));
    await young.command('library', 'import', at('ville.json', JSON.stringify(tooSure())));
    const window = await openTestWindow(setting.browser, young.url, { language: 'fr' });
    await goTo(window.page, 'accuracy');
    const notice = window.page.locator('.notice', { hasText: 'La fourchette de 80\u202f% n’a tenu que' });
    await notice.getByText('«\u00a0Une ville\u00a0»').waitFor({ timeout: 60_000 });
    await keepScreenshot(window.page, 'accuracy-narrow');
    expect(await violationsOf(window.page)).toEqual([]);
    expect(await overflowsOf(window.page)).toEqual([]);
    await notice.getByRole('link').click();
    await window.page.getByRole('heading', { name: 'Bibliothèque de modèles' }).waitFor();
    await young.command('library', 'off');
    await goTo(window.page, 'accuracy');
    await window.page.reload();
    await shows(window, '.compare tbody tr');
    expect(await window.page.getByText('«\u00a0Une ville\u00a0»').count()).toBe(0);
    expect(window.complaints).toEqual([]);
    await window.close();
    await young.close();
  });

  test('a day of the list leads to its cell in the week', async () => {
    const window = await opened(setting, { language: 'fr' });
    await window.page.locator('.misses .link').first().click();
    await shows(window, '.panel');
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  describe.each(['fr', 'en'] as const)('in %s', (language) => {
    let window: Awaited<ReturnType<typeof opened>>;
    beforeAll(async () => {
      window = await opened(setting, { language });
    });
    afterAll(() => window.close());

    const LOOKS = [SMALL, LARGE].flatMap((size) => [false, true].map((dark) => ({ size, dark })));
    test.each(LOOKS)('looks right at $size.width px, dark $dark', async (look) => {
      const { page } = window;
      await changeLook(page, look);
      expect(await page.getAttribute('html', 'data-theme')).toBe(look.dark ? 'dark' : 'light');
      await keepScreenshot(page, `accuracy-${look.size.width}-${look.dark ? 'dark' : 'light'}-${language}`);
      expect(await overflowsOf(page)).toEqual([]);
      expect(await blocksTooWide(page)).toEqual([]);
      if (look.size === SMALL) expect(await violationsOf(page)).toEqual([]);
      expect(window.complaints).toEqual([]);
    });
  });

  test('fits a narrow window', async () => {
    const window = await opened(setting, { language: 'fr', size: { width: 640, height: 900 } });
    await keepScreenshot(window.page, 'accuracy-narrow');
    expect(await violationsOf(window.page)).toEqual([]);
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});

/** The level as the settings page shows it. */
async function levelSaved(page: Page): Promise<number> {
  await goTo(page, 'settings');
  const words = await page.locator('.settings .level output').innerText();
  await goTo(page, 'accuracy');
  await page.locator('.compare tbody tr').first().waitFor();
  return numberIn(words) / 100;
}
