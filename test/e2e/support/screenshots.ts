import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** Kept for people to look at; git ignores them, CI keeps them. */
const folder = join(root, 'test-results', 'screenshots');

export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Elements that are wider than the window, or text that is cut without an ellipsis. */
export function overflowsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth + 1) {
      found.push(`page is ${document.documentElement.scrollWidth} wide, the window ${innerWidth}`);
    }
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, h1, h2, h3, label, .tag, .cell .n, dd',
    )) {
      const style = getComputedStyle(element);
      const cut = element.scrollWidth > element.clientWidth + 1 && style.overflowX !== 'visible';
      const ends = style.textOverflow === 'ellipsis' || element.className.includes('sr');
      if (cut && !ends && element.clientWidth > 0)
        found.push(`cut: ${element.className} ${element.innerText}`);
    }
    return found;
  });
}
