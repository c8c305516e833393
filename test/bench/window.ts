import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { canteenAttendanceCsv, HUNDRED_SITES } from '../e2e/support/canteen-csv.ts';
import { launchMeasuredChromium } from '../e2e/support/chromium.ts';
import { TODAY } from '../e2e/support/served-app.ts';
import { goTo, openTestWindow, settled } from '../e2e/support/window.ts';
import { answered, rounds, tell, tellTimes } from './answered.ts';
import { benchClicks, benchFrames } from './clicks.ts';
import { benchFloor } from './floor.ts';
import { traced } from './frames.ts';
import { midWeek, missingForApp, nantesFiles, serve, withData } from './served.ts';

const wheelSteps = 60;

/** How the window answers: a manager's presses on the week of Nantes, and a hundred sites scrolled through. */
export async function benchWindow(): Promise<void> {
  const missing = missingForApp();
  if (missing !== null) {
    console.log(`window: skipped, ${missing}`);
    return;
  }
  const browser = await launchMeasuredChromium();
  if (nantesFiles().length > 0) {
    const files = (folder: string) => [...nantesFiles(), misspelt(folder)];
    await withData(files, (folder) =>
      withWeek(browser, folder, midWeek, async (page) => {
        console.log(`presses on the week of Nantes, warm: median and worst of ${rounds}`);
        await benchFloor(page);
        await benchClicks(page);
        await benchFrames(browser, page);
        await benchAccuracy(page);
        await benchNames(page);
      }),
    );
  }
  const hundred = (folder: string) => {
    const file = join(folder, 'hundred.csv');
    writeFileSync(file, canteenAttendanceCsv(HUNDRED_SITES));
    return [file];
  };
  await withData(hundred, (folder) => withWeek(browser, folder, TODAY, (page) => benchScroll(browser, page)));
  await browser.close();
}

/** A file in which as many sites as there are rounds are written otherwise than before: each name is asked about. */
function misspelt(folder: string): string {
  const source = nantesFiles().find((name) => name.endsWith('frequentation.csv')) ?? '';
  const lines = readFileSync(source, 'utf8').split('\n').slice(1);
  const names = new Map(
    lines.flatMap((line) => {
      const [kind = '', , , , name = ''] = line.trim().split(',');
      return name.length > 9 ? [[name, kind] as const] : [];
    }),
  );
  const rows = [...names]
    .slice(0, rounds)
    .map(([name, kind]) => `${name.slice(0, 4)}X${name.slice(5)};${kind};2017-06-12;90`);
  const file = join(folder, 'autres-noms.csv');
  writeFileSync(file, `${['site_nom;site_type;date;reel', ...rows].join('\n')}\n`);
  return file;
}

async function withWeek(
  browser: Browser,
  folder: string,
  today: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const { url, stop } = await serve(folder, today);
  const { page, close } = await openTestWindow(browser, url, { language: 'fr' });
  await page.locator('table.week tbody tr').first().waitFor({ timeout: 120_000 });
  await settled(page);
  // What came of the day before stands where the panel comes.
  const later = page.locator('.day-review header .btn');
  if ((await later.count()) > 0) await later.click();
  await work(page);
  await close();
  await stop();
}

/** The first time its frame comes before its figures; then both are kept. */
async function benchAccuracy(page: Page): Promise<void> {
  const start = performance.now();
  const frame = await answered(page, '.head h1', () => page.locator('nav.rail a[href="#/accuracy"]').click());
  await page.locator('.accuracy .compare').waitFor({ timeout: 120_000 });
  const figures = performance.now() - start;
  console.log(`  Précision at first: its frame ${frame.toFixed(0)} ms, its figures ${figures.toFixed(0)} ms`);
  await tell('Précision again: its figures', async () => {
    await goTo(page, 'week');
    await page.locator('table.week').waitFor();
    await settled(page);
    return answered(page, '.compare', () => page.locator('nav.rail a[href="#/accuracy"]').click());
  });
}

/** Names that no site has are answered one after the other. */
async function benchNames(page: Page): Promise<void> {
  await goTo(page, 'data/questions');
  await page.locator('.ask').first().waitFor();
  await settled(page);
  const times: number[] = [];
  while (times.length < rounds && (await page.locator('.ask .btn.primary').count()) > 0) {
    times.push(await answered(page, '.ask h2', () => page.locator('.ask .btn.primary').first().click()));
    await settled(page);
  }
  tellTimes(`a name answered: the next one (${times.length} names)`, times);
  await goTo(page, 'week');
  await settled(page);
}

async function benchScroll(browser: Browser, page: Page): Promise<void> {
  await page.mouse.move(500, 400);
  const scroll = async (look: () => Promise<unknown>) => {
    for (let step = 0; step < wheelSteps; step++) {
      await page.mouse.wheel(0, step < wheelSteps / 2 ? 240 : -240);
      await page.waitForTimeout(33);
      await look();
    }
  };
  const found = await traced(browser, page, () => scroll(async () => undefined));
  // Once more to count: a question to the page is script too.
  const drawn: number[] = [];
  await scroll(async () => drawn.push(await page.locator('tbody tr:not(.gap)').count()));
  console.log(
    `scroll through 100 sites × 5 days: script per frame median ${found.median.toFixed(1)}, 95 % under ${found.p95.toFixed(1)}, worst ${found.most.toFixed(1)} ms over ${found.frames} frames (bar 16 ms); tasks over 50 ms: ${found.longTasks}; rows drawn at most ${Math.max(...drawn)}`,
  );
}
