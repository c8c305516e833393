import type { Page } from 'playwright-core';

/** Rounds of each measurement: a median, and the worst that a user meets in a morning. */
export const rounds = 30;

/**
 * Milliseconds, on the page's own clock, from an action until a text of the page is another one, and the frame with
 * it is drawn.
 */
export async function answered(page: Page, watched: string, act: () => Promise<void>): Promise<number> {
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

/** Median and worst of the rounds. */
export async function tell(name: string, measure: (round: number) => Promise<number>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await measure(round));
  tellTimes(name, times);
}

export function tellTimes(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const [median = 0, most = 0] = [sorted[sorted.length >> 1], sorted.at(-1)];
  console.log(`  ${name.padEnd(52)} median ${median.toFixed(0)} ms, worst ${most.toFixed(0)} ms`);
}
