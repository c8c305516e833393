import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { nameOf, open, type Place, placesOf } from './support/places.ts';
import { keepScreenshot, overflowsOf, unreachableOf } from './support/screenshots.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { type AppWindow, openWindow } from './support/window.ts';

jest.setTimeout(600_000);

const LANGUAGES = ['fr', 'en'] as const;
const THEMES = [
  { theme: 'light', dark: false },
  { theme: 'dark', dark: true },
] as const;
const NARROW = [
  { room: '200-percent', size: { width: 640, height: 360 }, scale: 2 },
  { room: '320-px', size: { width: 320, height: 640 }, scale: 1 },
] as const;
const each = <T>(looks: readonly T[]) =>
  looks.flatMap((look) => LANGUAGES.map((language) => ({ ...look, language })));

const CLOSURES = `date;site;type;announced
2026-12-17;Les Saules;strike;2026-12-10
2026-12-15;Le Petit Bourg;outing;2026-12-01
`;

/** Movement that goes on although the system asks for none. */
const movements = (page: Page) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(
        ({ playState, effect }) =>
          playState === 'running' && effect && effect.getComputedTiming().endTime !== 0,
      )
      .map(({ effect }) => `moves: ${(effect as KeyframeEffect).target?.className}`),
  );

/** The link of the page that is open, when the rail is scrolled elsewhere. */
const railOutOfSight = (page: Page) =>
  page
    .locator('nav.rail a[aria-current=page]')
    .evaluateAll((links) =>
      links
        .filter((link) => link.getBoundingClientRect().right > innerWidth + 1)
        .map((link) => `out of sight in the rail: ${link.textContent}`),
    );

describeInChromium('every page that the rail leads to', () => {
  let browser: Browser;
  let app: ServedApp;
  let places: readonly Place[];

  /** Opens each place in turn, and the panel of a cell where there is one; all that is found is told at the end. */
  async function visit(window: AppWindow, look: (name: string) => Promise<readonly string[]>): Promise<void> {
    const found: string[] = [];
    const note = async (name: string) => {
      found.push(...(await look(name)).map((text) => `${name}: ${text}`));
    };
    for (const place of places) {
      await open(window, place);
      await note(nameOf(place));
      const cells = window.page.locator('td.open');
      if (place.page === 'week' && (await cells.count()) > 0) {
        await cells.nth(7).click();
        await window.page.locator('.panel .big').waitFor();
        await note('week-cell');
      }
    }
    expect([...found, ...window.complaints]).toEqual([]);
    await window.close();
  }

  beforeAll(async () => {
    browser = await launchChromium();
    app = await serveApp({ sample: true });
    const file = join(app.dataFolder, 'closures.csv');
    writeFileSync(file, CLOSURES);
    await app.command('import', file);
    const window = await openWindow(browser, app.url, { language: 'fr' });
    places = await placesOf(window);
    await window.close();
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test('the rail leads to the pages of the app', () => {
    const pages = new Set(places.map(({ page }) => page));
    expect([...pages]).toEqual(expect.arrayContaining(['week', 'day', 'data', 'accuracy', 'settings']));
  });

  test.each(each(THEMES))('in $theme, $language: nothing overflows or is wrong to axe', async (look) => {
    const window = await openWindow(browser, app.url, look);
    await visit(window, async (name) => {
      await keepScreenshot(window.page, `surface-${name}-${look.theme}-${look.language}`);
      // Words change no contrast and no role.
      const violations = look.language === 'fr' ? await violationsOf(window.page) : [];
      return [...violations, ...(await overflowsOf(window.page)), ...(await movements(window.page))];
    });
  });

  test.each(each(NARROW))('at $room, $language: everything is in reach', async (look) => {
    const window = await openWindow(browser, app.url, look);
    await visit(window, async (name) => {
      await keepScreenshot(window.page, `surface-${name}-${look.room}-${look.language}`);
      return [
        ...(await overflowsOf(window.page)),
        ...(await unreachableOf(window.page)),
        ...(await railOutOfSight(window.page)),
      ];
    });
  });

  test.each(THEMES)('in forced colours on $theme: nothing is wrong to axe', async ({ theme, dark }) => {
    const window = await openWindow(browser, app.url, { language: 'fr', dark, forcedColors: true });
    await visit(window, async (name) => {
      await keepScreenshot(window.page, `surface-${name}-forced-${theme}`);
      return violationsOf(window.page);
    });
  });
});
