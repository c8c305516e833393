import type { Page } from 'playwright-core';
import { seededRandom } from '../../forecasting/numerics/seeded.ts';
import { launchMeasuredChromium } from '../e2e/support/chromium.ts';
import { openTestWindow, settled } from '../e2e/support/window.ts';
import { heldBy, midWeek, missingForApp, nantesFiles, serve, withData } from './served.ts';

const clicks = 1_000;
const every = 100;
/** Milliseconds without a click, after which it is told what is still held. */
const rest = 30_000;
/** Milliseconds after which somebody who does not wait presses the next one. */
const patience = 5_000;

/** Presses one of all that can be pressed, by chance: every page, week, cell, tab and table; nothing is sent away. */
const press = (page: Page, chance: number) =>
  page.evaluate((share) => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href^="#"], button:not(:disabled), td.open, [role=tab], summary',
      ),
    ].filter((one) => one.getClientRects().length > 0);
    const one = all[Math.floor(share * all.length)];
    one?.click();
    return one?.textContent?.slice(0, 30);
  }, chance);

/** What `serve` holds, main process and workers together, while somebody presses whatever there is on 87 sites. */
export async function benchMemoryClicks(): Promise<void> {
  const missing = missingForApp() ?? (nantesFiles().length === 0 ? 'the files of Nantes are absent' : null);
  if (missing !== null || process.platform !== 'linux') {
    console.log(`memory after clicks: skipped, ${missing ?? 'it is read from /proc'}`);
    return;
  }
  const browser = await launchMeasuredChromium();
  await withData(nantesFiles, async (folder) => {
    const { url, pid, stop } = await serve(folder, midWeek);
    const { page, close } = await openTestWindow(browser, url, { language: 'fr' });
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    await page.locator('table.week tbody tr').first().waitFor({ timeout: 120_000 });
    await settled(page);
    const random = seededRandom(15);
    const tell = (after: number) => {
      const { now, most } = heldBy(pid);
      console.log(
        `memory of serve, 87 sites, after ${after} clicks: ${now.toFixed(0)} MB, most ${most.toFixed(0)} MB`,
      );
    };
    tell(0);
    for (let click = 1; click <= clicks; click += 1) {
      if (random() < 0.1) await page.keyboard.press('Escape');
      await press(page, random());
      await settled(page, patience).catch(() => undefined);
      if (click % every === 0) tell(click);
    }
    // The second thread is let go once nobody has asked anything for a while.
    await new Promise((resolve) => setTimeout(resolve, rest));
    tell(clicks);
    await close();
    await stop();
  });
  await browser.close();
}
