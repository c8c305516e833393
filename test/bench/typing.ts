import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { canteenAttendanceCsv, HUNDRED_SITES } from '../e2e/support/canteen-csv.ts';
import { launchMeasuredChromium } from '../e2e/support/chromium.ts';
import { TODAY } from '../e2e/support/served-app.ts';
import { goTo, openTestWindow, settled } from '../e2e/support/window.ts';
import { type FrameScript, traced } from './frames.ts';
import { missingForApp, serve, withData } from './served.ts';

const rowsTyped = 24;

/** Counts typed down *Relevé* of 87 sites, saved row by row, beside the same at six sites: script a key, and the ratio. */
export async function benchTyping(): Promise<void> {
  const missing = missingForApp();
  if (missing !== null) {
    console.log(`typing: skipped, ${missing}`);
    return;
  }
  const browser = await launchMeasuredChromium();
  const few = await typedAt(browser, 6);
  const many = await typedAt(browser, 87);
  await browser.close();
  const told = ({ median, p95, most, longTasks, frames }: FrameScript) =>
    `median ${median.toFixed(1)}, 95 % under ${p95.toFixed(1)}, most ${most.toFixed(1)} ms over ${frames} frames; tasks over 50 ms: ${longTasks}`;
  console.log('typing on Relevé, script per frame, each count saved as its field is left (bar 50 ms a key)');
  console.log(`  6 sites   ${told(few)}`);
  console.log(`  87 sites  ${told(many)}`);
  console.log(
    `  87 ÷ 6: median ${(many.median / few.median).toFixed(1)}, 95 % ${(many.p95 / few.p95).toFixed(1)}`,
  );
}

async function typedAt(browser: Browser, sites: number): Promise<FrameScript> {
  const files = (folder: string) => {
    const file = join(folder, 'sites.csv');
    writeFileSync(file, canteenAttendanceCsv(HUNDRED_SITES.slice(0, sites)));
    return [file];
  };
  let found: FrameScript | undefined;
  await withData(files, async (folder) => {
    const { url, stop } = await serve(folder, TODAY);
    const { page, close } = await openTestWindow(browser, url, { language: 'fr' });
    await goTo(page, `record/served/${TODAY}`);
    await page.locator('.record-table input').first().waitFor({ timeout: 120_000 });
    await settled(page);
    await typeDown(page, 3);
    await settled(page);
    found = await traced(browser, page, () => typeDown(page, rowsTyped));
    await settled(page);
    await close();
    await stop();
  });
  if (found === undefined) throw new Error('nothing was typed');
  return found;
}

/** A count and Enter in each row, as fast as somebody types who knows the keys; at the foot again from the head. */
async function typeDown(page: Page, rows: number): Promise<void> {
  await page.locator('.record-table tbody input').first().focus();
  for (let row = 0; row < rows; row++) {
    await page.keyboard.type(String(40 + (row % 50)), { delay: 60 });
    await page.keyboard.press('Enter');
    await page.waitForTimeout(120);
    const left = await page.evaluate(() => document.activeElement === document.body);
    if (left) await page.locator('.record-table tbody input').first().focus();
  }
}
