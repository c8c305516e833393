import type { Browser, Page } from 'playwright-core';
import { settled } from '../e2e/support/window.ts';
import { answered, tell } from './answered.ts';
import { traced } from './frames.ts';

/** Every press on the week that a manager makes in a morning. */
export async function benchClicks(page: Page): Promise<void> {
  await benchPanel(page);
  await benchLevel(page);
  await benchWeeks(page);
  await benchFilter(page);
  await benchPalette(page);
}

/** Cells in sight. */
const cell = (page: Page, round: number) => page.locator('td.open').nth(3 + (round % 20));

async function benchPanel(page: Page): Promise<void> {
  const open = (watched: string) => async (round: number) => {
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
    return answered(page, watched, () => cell(page, round).click());
  };
  await tell('open a cell: its site and numbers', open('.panel .big'));
  await tell('open a cell: what is behind them', open('.panel .why'));
  await page.keyboard.press('Escape');
  await settled(page);
}

async function benchLevel(page: Page): Promise<void> {
  const slider = page.locator('.bar input[type=range]');
  await tell('service level: the orders of the week (bar 100)', async (round) => {
    const time = await answered(page, 'table.week tfoot .sum', () =>
      slider.press(round % 2 === 0 ? 'ArrowRight' : 'ArrowLeft'),
    );
    await settled(page);
    return time;
  });
}

const steps = (page: Page) => page.locator('.head .group button');

async function benchWeeks(page: Page): Promise<void> {
  await tell('another week: its title', async (round) => {
    const step = round % 2 === 0 ? steps(page).first() : steps(page).last();
    const time = await answered(page, '.head h1', () => step.click());
    await page.locator('table.week tbody tr').first().waitFor({ timeout: 120_000 });
    await settled(page);
    return time;
  });
  await tell('another week, seen before: its orders', (round) =>
    answered(page, 'table.week tfoot', () =>
      (round % 2 === 0 ? steps(page).first() : steps(page).last()).click(),
    ),
  );
}

async function benchFilter(page: Page): Promise<void> {
  const find = page.locator('input.findsite');
  await find.focus();
  await tell('a letter in the find field: the rows', (round) =>
    answered(page, 'table.week tbody', () => page.keyboard.press(round % 2 === 0 ? 'm' : 'Backspace')),
  );
  await find.fill('');
}

async function benchPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('.palette input').waitFor();
  await tell('a letter in the palette: its answers (bar 50)', (round) =>
    answered(page, '.palette', () => page.keyboard.press(round % 2 === 0 ? 'l' : 'Backspace')),
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.locator('.palette').waitFor({ state: 'detached' });
}

/** Script per frame while the panel, the filter and the week change, by Chromium's own trace. */
export async function benchFrames(browser: Browser, page: Page): Promise<void> {
  const work: Readonly<Record<string, () => Promise<unknown>>> = {
    'open and close the panel': async () => {
      await cell(page, 4).click();
      await page.locator('.panel .why').waitFor();
      await settled(page);
      await page.keyboard.press('Escape');
    },
    'type in the find field': async () => {
      await page.locator('input.findsite').pressSequentially('mar');
      await page.locator('input.findsite').fill('');
    },
    'change the week': async () => {
      await steps(page).first().click();
      await settled(page);
      await steps(page).last().click();
      await settled(page);
    },
    'move the service level': async () => {
      const slider = page.locator('.bar input[type=range]');
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft']) await slider.press(key);
      await settled(page);
    },
  };
  console.log('script per frame on the same page (bar 16 ms)');
  for (const [name, act] of Object.entries(work)) {
    await act();
    const { median, p95, most, frames, longTasks } = await traced(browser, page, async () => {
      for (let round = 0; round < 5; round++) await act();
    });
    console.log(
      `  ${name.padEnd(52)} median ${median.toFixed(1)}, 95 % under ${p95.toFixed(1)}, worst ${most.toFixed(1)} ms over ${frames} frames; tasks over 50 ms: ${longTasks}`,
    );
  }
}
