import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { modelFolder } from '../../electron/service/context/data-folder.ts';
import { launchChromium } from '../e2e/support/chromium.ts';
import { midWeek, missingForApp, nantesFiles, serve, withData } from './served.ts';

const rounds = 7;
/** The day after `midWeek`: its week has an origin that was not there before. */
const nextMorning = '2017-06-15';

/** Milliseconds after the start of the process. */
interface Parts {
  readonly address: number;
  readonly page: number;
  readonly shell: number;
  readonly state: number;
  readonly week: number;
}

/** From the start of `serve` to the week on the screen of a browser that is running already; `then` comes after. */
async function open(
  browser: Browser,
  folder: string,
  today = midWeek,
  then = async () => {},
): Promise<Parts> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'fr-FR' });
  const page = await context.newPage();
  const start = performance.now();
  const since = () => performance.now() - start;
  const { url, stop } = await serve(folder, today);
  const address = since();
  await page.goto(url, { waitUntil: 'commit' });
  const committed = since();
  await page.locator('nav.rail').waitFor();
  const shell = since();
  await page.locator('main .head h1').first().waitFor();
  const state = since();
  await page.locator('table.week tbody tr').first().waitFor({ timeout: 120_000 });
  const week = since();
  await then();
  await context.close();
  await stop();
  return { address, page: committed, shell, state, week };
}

/** Origins and leads of the models that the week needs on the next morning and not before. */
const nextModels = ['2017-06-15-1-', '2017-06-11-6-'];

/** Resolves when the models of the next morning were fitted ahead. */
async function fittedAhead(folder: string): Promise<void> {
  const kept = () => readdirSync(modelFolder(folder));
  while (!nextModels.every((model) => kept().some((name) => name.startsWith(model)))) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Nothing but the start of a process, with the same Node, in the same breath. */
function emptyProcess(): number {
  const start = performance.now();
  execFileSync(process.execPath, ['-e', '0']);
  return performance.now() - start;
}

function tell(name: string, { address, page, shell, state, week }: Parts, empty: number): void {
  const parts = { address, page, shell, state, week };
  const told = Object.entries(parts).map(([part, at]) => `${part} ${at.toFixed(0)}`);
  console.log(
    `  ${name.padEnd(26)} ${told.join(', ')} ms; ×${(week / empty).toFixed(1)} of an empty process (${empty.toFixed(0)} ms)`,
  );
}

/** The app opens on the week of Nantes: the first time ever, and with the models of the time before. */
export async function benchStartUp(): Promise<void> {
  const missing = missingForApp() ?? (nantesFiles().length === 0 ? 'the files of Nantes are absent' : null);
  if (missing !== null) {
    console.log(`start-up: skipped, ${missing}`);
    return;
  }
  console.log('start-up, Nantes: from the start of the process (bar 1,500 ms to the week)');
  const browser = await launchChromium();
  await withData(nantesFiles, async (folder) => {
    tell('models must be fitted', await open(browser, folder), emptyProcess());
    const times: { readonly parts: Parts; readonly empty: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      times.push({ empty: emptyProcess(), parts: await open(browser, folder) });
    }
    const sorted = times.sort((a, b) => a.parts.week - b.parts.week);
    for (const [name, at] of [
      ['models are kept, best', 0],
      ['models are kept, median', Math.floor(rounds / 2)],
    ] as const) {
      const found = sorted[at];
      if (found) tell(name, found.parts, found.empty);
    }
    await open(browser, folder, midWeek, () => fittedAhead(folder));
    tell('next morning, fitted ahead', await open(browser, folder, nextMorning), emptyProcess());
  });
  await browser.close();
}
