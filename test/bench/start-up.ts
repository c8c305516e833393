import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { modelFolder } from '../../electron/service/context/data-folder.ts';
import { launchMeasuredChromium } from '../e2e/support/chromium.ts';
import { rounds } from './answered.ts';
import { midWeek, missingForApp, nantesFiles, serve, withData } from './served.ts';

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
    `  ${name.padEnd(34)} ${told.join(', ')} ms; ×${(week / empty).toFixed(1)} of an empty process (${empty.toFixed(0)} ms)`,
  );
}

/** The next morning comes but once in a folder: each round has its own copy. */
async function openCopy(browser: Browser, folder: string): Promise<Parts> {
  const copy = mkdtempSync(join(tmpdir(), 'bonne-mesure-bench-'));
  cpSync(folder, copy, { recursive: true });
  try {
    return await open(browser, copy, nextMorning);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function tellRounds(name: string, start: () => Promise<Parts>): Promise<void> {
  const times: { readonly parts: Parts; readonly empty: number }[] = [];
  for (let round = 0; round < rounds; round++) times.push({ empty: emptyProcess(), parts: await start() });
  const sorted = times.sort((a, b) => a.parts.week - b.parts.week);
  for (const [which, at] of [
    ['median', Math.floor(rounds / 2)],
    ['worst', rounds - 1],
  ] as const) {
    const found = sorted[at];
    if (found) tell(`${name}, ${which}`, found.parts, found.empty);
  }
}

/** The app opens on the week of Nantes: the first time ever, and with the models of the time before. */
export async function benchStartUp(): Promise<void> {
  const missing = missingForApp() ?? (nantesFiles().length === 0 ? 'the files of Nantes are absent' : null);
  if (missing !== null) {
    console.log(`start-up: skipped, ${missing}`);
    return;
  }
  console.log('start-up, Nantes: from the start of the process (bar 1,500 ms to the week)');
  const browser = await launchMeasuredChromium();
  await withData(nantesFiles, async (folder) => {
    tell('models must be fitted', await open(browser, folder), emptyProcess());
    await tellRounds('models are kept', () => open(browser, folder));
    await open(browser, folder, midWeek, () => fittedAhead(folder));
    await tellRounds('next morning, fitted ahead', () => openCopy(browser, folder));
  });
  await browser.close();
}
