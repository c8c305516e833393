import type { Browser, Page } from 'playwright-core';
import { colourViolationsOf, violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { nameOf, open, type PagePlace, placesOf } from './support/places.ts';
import { keepScreenshot, overflowsOf, unreachableOf } from './support/screenshots.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { importInto } from './support/setting.ts';
import {
  type AppWindow,
  changeLook,
  goTo,
  LARGE,
  openTestWindow,
  SMALL,
  settled,
  shows,
  zoom,
} from './support/window.ts';

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

/** Pages that the rail does not lead to, and what they show once they are there. */
const BESIDE = [
  { name: 'week-closed', path: 'week/2026-12-21', ready: '.state h2' },
  { name: 'day-site', path: 'day/2026-12-17/1', ready: '.desk iframe' },
];

/** Two announced strikes and an outing in the week that is looked at: a cell and a column with flags. */
const CLOSURES = `date;site;type;announced
2026-12-17;Les Saules;strike;2026-12-10
2026-12-17;Marie Tellier;strike;2026-12-10
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

describeInChromium('every page that the rail leads to, and those beside', () => {
  let browser: Browser;
  let app: ServedApp;
  let empty: ServedApp;
  let places: readonly PagePlace[];

  beforeAll(async () => {
    browser = await launchChromium();
    [empty, app] = await Promise.all([serveApp(), serveApp({ sample: true })]);
    await importInto(app, { 'closures.csv': CLOSURES });
    const window = await openTestWindow(browser, app.url, { language: 'fr' });
    places = await placesOf(window);
    await window.close();
  });

  afterAll(async () => {
    await browser?.close();
    await Promise.all([app?.close(), empty?.close()]);
  });

  /** Opens each place in turn, and the panel of a cell where there is one. */
  async function walk(window: AppWindow, look: (name: string) => Promise<void>): Promise<void> {
    for (const place of places) {
      await open(window, place);
      await look(nameOf(place));
      const cells = window.page.locator('td.open');
      if (place.page === 'week' && (await cells.count()) > 0) {
        await cells.nth(7).click();
        await window.page.locator('.panel .big').waitFor();
        await look('week-cell');
      }
    }
    for (const { name, path, ready } of BESIDE) {
      await goTo(window.page, path);
      await shows(window, ready);
      await settled(window.page);
      await look(name);
    }
  }

  test('the rail leads to the pages of the app', () => {
    const pages = new Set(places.map(({ page }) => page));
    expect([...pages]).toEqual(expect.arrayContaining(['week', 'day', 'data', 'accuracy', 'settings']));
  });

  // Each page is opened once for a language, and looked at in both themes, in four sizes and in the system's forced
  // colours.
  describe.each(LANGUAGES)('in %s', (language) => {
    const found = new Map<string, string[]>();
    const complaints: string[] = [];
    // Words change no contrast and no role.
    const withAxe = language === 'fr';

    const note = (look: string, name: string, texts: readonly string[]) =>
      found.set(look, [...(found.get(look) ?? []), ...texts.map((text) => `${name}: ${text}`)]);

    /** In a small window: colours in both themes, and all the rest once. */
    async function lookAtColours(page: Page, name: string): Promise<void> {
      for (const { theme, dark } of THEMES) {
        await changeLook(page, { dark, size: SMALL });
        expect(await page.getAttribute('html', 'data-theme')).toBe(theme);
        await keepScreenshot(page, `surface-${name}-${theme}-${language}`);
        if (withAxe) note(theme, name, await (dark ? colourViolationsOf(page) : violationsOf(page)));
        note(theme, name, await overflowsOf(page));
        note(theme, name, await movements(page));
        if (!withAxe) continue;
        await changeLook(page, { dark, forced: true });
        await keepScreenshot(page, `surface-${name}-forced-${theme}`);
        note(`${theme} forced`, name, await colourViolationsOf(page));
      }
    }

    async function lookAtLarge(page: Page, name: string): Promise<void> {
      for (const { theme, dark } of THEMES.toReversed()) {
        await changeLook(page, { dark, size: LARGE });
        await keepScreenshot(page, `surface-${name}-${LARGE.width}-${theme}-${language}`);
        note(`${theme} large`, name, await overflowsOf(page));
      }
    }

    async function lookAtNarrow(page: Page, name: string): Promise<void> {
      for (const { room, size, scale } of NARROW) {
        await zoom(page, size, scale);
        await keepScreenshot(page, `surface-${name}-${room}-${language}`);
        const faults = [overflowsOf(page), unreachableOf(page), railOutOfSight(page)];
        note(room, name, (await Promise.all(faults)).flat());
      }
    }

    async function lookAt(page: Page, name: string): Promise<void> {
      await lookAtColours(page, name);
      await lookAtLarge(page, name);
      await lookAtNarrow(page, name);
      await changeLook(page, { dark: false, size: SMALL });
    }

    beforeAll(async () => {
      const first = await openTestWindow(browser, empty.url, { language });
      await shows(first, '.ways');
      await settled(first.page);
      await lookAt(first.page, 'first-run');
      complaints.push(...first.complaints);
      await first.close();
      const window = await openTestWindow(browser, app.url, { language });
      await walk(window, (name) => lookAt(window.page, name));
      complaints.push(...window.complaints);
      await window.close();
    });

    describe.each(THEMES)('in $theme', ({ theme }) => {
      test('nothing overflows, moves, or is wrong to axe', () => expect(found.get(theme)).toEqual([]));

      test('in a large window nothing overflows', () => expect(found.get(`${theme} large`)).toEqual([]));

      test('the page complains of nothing', () => expect(complaints).toEqual([]));

      if (withAxe) {
        test('in forced colours nothing is wrong to axe', () =>
          expect(found.get(`${theme} forced`)).toEqual([]));
      }
    });

    test.each(NARROW)('at $room everything is in reach', ({ room }) => expect(found.get(room)).toEqual([]));
  });
});
