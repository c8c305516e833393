import type { Page } from 'playwright-core';

/** Presses Tab until the focus is on what is looked for, as someone without a mouse does. */
export async function tabTo(page: Page, matches: string): Promise<void> {
  for (let i = 0; i < 40; i++) {
    const there = await page.evaluate(
      (selector) => document.activeElement?.matches(selector) ?? false,
      matches,
    );
    if (there) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${matches}`);
}
