import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { violationsOf } from './support/axe.ts';
import { describeInChromium, launchChromium } from './support/chromium.ts';
import { keepScreenshot, overflowsOf } from './support/screenshots.ts';
import { type ServedApp, serveApp } from './support/served-app.ts';
import { goTo, LARGE, openWindow, SMALL, settled, shows } from './support/window.ts';

jest.setTimeout(240_000);

interface Shown {
  readonly name: string;
  readonly place: string;
  /** What to wait for before looking. */
  readonly ready: string;
  prepare?(page: Page): Promise<void>;
}

const openCell = async (page: Page) => {
  await page.locator('td.open').nth(7).click();
  await page.locator('.panel .big').waitFor({ timeout: 60_000 });
};

const PAGES: readonly Shown[] = [
  { name: 'week', place: 'week', ready: 'table.week' },
  { name: 'week-cell', place: 'week', ready: 'table.week', prepare: openCell },
  { name: 'week-closed', place: 'week/2026-12-21', ready: '.state h2' },
  { name: 'day', place: 'day', ready: '.desk iframe' },
  { name: 'day-site', place: 'day/2026-12-17/1', ready: '.desk iframe' },
  { name: 'data', place: 'data', ready: '.datamap' },
  { name: 'data-sites', place: 'data/sites', ready: '.list' },
  { name: 'data-questions', place: 'data/questions', ready: '.state h2' },
  { name: 'data-imports', place: 'data/imports', ready: '.list' },
  { name: 'data-calendars', place: 'data/calendars', ready: '[aria-labelledby="public-holidays"] tbody tr' },
  { name: 'settings', place: 'settings', ready: '.settings' },
];

/** Two announced strikes and an outing in the week that is looked at: a cell and a column with flags. */
const CLOSURES = `date;site;type;announced
2026-12-17;Les Saules;strike;2026-12-10
2026-12-17;Marie Tellier;strike;2026-12-10
2026-12-15;Le Petit Bourg;outing;2026-12-01
`;

const LOOKS = [SMALL, LARGE].flatMap((size) =>
  [false, true].flatMap((dark) => (['fr', 'en'] as const).map((language) => ({ size, dark, language }))),
);

describeInChromium('every page, theme and language', () => {
  let browser: Browser;
  let empty: ServedApp;
  let sample: ServedApp;

  beforeAll(async () => {
    browser = await launchChromium();
    [empty, sample] = await Promise.all([serveApp(), serveApp({ sample: true })]);
    const file = join(sample.dataFolder, 'closures.csv');
    writeFileSync(file, CLOSURES);
    await sample.command('import', file);
  });

  afterAll(async () => {
    await browser?.close();
    await empty?.close();
    await sample?.close();
  });

  test.each(LOOKS)('$size.width px, dark $dark, $language', async ({ size, dark, language }) => {
    // Both themes are looked through in one language and size: words and room change no contrast and no role.
    const withAxe = size === SMALL && language === 'fr';
    const look = `${size.width}-${dark ? 'dark' : 'light'}-${language}`;
    const first = await openWindow(browser, empty.url, { size, dark, language });
    await shows(first, '.ways');
    await check(first.page, `first-run-${look}`, withAxe);
    expect(first.complaints).toEqual([]);
    await first.close();
    const window = await openWindow(browser, sample.url, { size, dark, language });
    expect(await window.page.getAttribute('html', 'data-theme')).toBe(dark ? 'dark' : 'light');
    for (const shown of PAGES) {
      await goTo(window.page, shown.place);
      await shows(window, shown.ready);
      await settled(window.page);
      await shown.prepare?.(window.page);
      await check(window.page, `${shown.name}-${look}`, withAxe);
    }
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});

async function check(page: Page, name: string, withAxe: boolean): Promise<void> {
  await keepScreenshot(page, name);
  expect({ name, overflows: await overflowsOf(page) }).toEqual({ name, overflows: [] });
  if (withAxe) expect({ name, violations: await violationsOf(page) }).toEqual({ name, violations: [] });
}
