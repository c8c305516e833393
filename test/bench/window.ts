import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { canteenAttendanceCsv, HUNDRED_SITES } from '../e2e/support/canteen-csv.ts';
import { launchChromium } from '../e2e/support/chromium.ts';
import { TODAY } from '../e2e/support/served-app.ts';
import { openTestWindow, settled } from '../e2e/support/window.ts';
import { traced } from './frames.ts';
import { midWeek, missingForApp, nantesFiles, serve, withData } from './served.ts';

const clicks = 5;
const wheelSteps = 60;

/** How the window answers: clicks on the week of Nantes, and a hundred sites scrolled through. */
export async function benchWindow(): Promise<void> {
  const missing = missingForApp();
  if (missing !== null) {
    console.log(`window: skipped, ${missing}`);
    return;
  }
  const browser = await launchChromium();
  if (nantesFiles().length > 0) {
    console.log('clicks on the week of Nantes, warm (bar 100 ms to an answer or to progress)');
    await withData(nantesFiles, (folder) => withWeek(browser, folder, midWeek, benchClicks));
  }
  const hundred = (folder: string) => {
    const file = join(folder, 'hundred.csv');
    writeFileSync(file, canteenAttendanceCsv(HUNDRED_SITES));
    return [file];
  };
  await withData(hundred, (folder) => withWeek(browser, folder, TODAY, (page) => benchScroll(browser, page)));
  await browser.close();
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
  await work(page);
  await close();
  await stop();
}

/**
 * Milliseconds, on the page's own clock, from an action until a text of the page is another one, and the frame with
 * it is drawn.
 */
async function answered(page: Page, watched: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate((selector) => {
    const text = () => document.querySelector(selector)?.textContent ?? '';
    const before = text();
    const taken = { start: 0, end: 0 };
    const begin = () => {
      taken.start ||= performance.now();
    };
    for (const type of ['pointerdown', 'keydown'])
      addEventListener(type, begin, { capture: true, once: true });
    const look = () => {
      if (taken.start > 0 && text() !== before) requestAnimationFrame(() => (taken.end = performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { taken });
  }, watched);
  await act();
  const done = await page.waitForFunction(() => {
    const { start, end } = (window as unknown as { taken: { start: number; end: number } }).taken;
    return end > 0 ? end - start : null;
  });
  return Number(await done.jsonValue());
}

async function tell(name: string, measure: (round: number) => Promise<number>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < clicks; round++) {
    times.push(await measure(round));
  }
  const sorted = times.toSorted((a, b) => a - b);
  const [median = 0, most = 0] = [sorted[clicks >> 1], sorted.at(-1)];
  console.log(`  ${name.padEnd(44)} median ${median.toFixed(0)} ms, most ${most.toFixed(0)} ms`);
}

async function benchClicks(page: Page): Promise<void> {
  const cell = (round: number) => page.locator('td.open').nth(3 + 4 * round);
  await tell('open a cell: its site in the panel', (round) =>
    answered(page, '.panel h2', async () => cell(round).click()),
  );
  await page.locator('.panel .big').waitFor();
  await tell('open a cell: its numbers in the panel', async (round) => {
    await page.keyboard.press('Escape');
    return answered(page, '.panel .big', async () => cell(round + 6).click());
  });
  await page.keyboard.press('Escape');
  const slider = page.locator('.bar input[type=range]');
  const level = (watched: string) => (round: number) =>
    answered(page, watched, () => slider.press(round % 2 === 0 ? 'ArrowRight' : 'ArrowLeft'));
  await tell('service level: the level itself', level('.bar output'));
  await settled(page);
  await page.waitForTimeout(1000);
  await tell('service level: the orders of the week', async (round) => {
    await page.waitForTimeout(600);
    return level('table.week tfoot')(round);
  });
  const [back, on] = [
    page.locator('.head .group button').first(),
    page.locator('.head .group button').last(),
  ];
  await tell('another week: its title', async (round) => {
    const time = await answered(page, '.head h1', () => (round % 2 === 0 ? back : on).click());
    await page.locator('table.week tbody tr').first().waitFor({ timeout: 120_000 });
    return time;
  });
  await tell('another week, seen before: its orders', async (round) =>
    answered(page, 'table.week tfoot', () => (round % 2 === 0 ? on : back).click()),
  );
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
    `scroll through 100 sites × 5 days: script per frame median ${found.median.toFixed(1)}, 95 % under ${found.p95.toFixed(1)}, most ${found.most.toFixed(1)} ms over ${found.frames} frames (bar 16 ms); tasks over 50 ms: ${found.longTasks}; rows drawn at most ${Math.max(...drawn)}`,
  );
}
