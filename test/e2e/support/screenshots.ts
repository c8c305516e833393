import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { drawn } from './window.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** Kept for people to look at; git ignores them. */
const folder = join(root, 'test-results', 'screenshots');

/**
 * Waits until the page is drawn, and keeps a picture of it. Where all tests run nobody looks at hundreds of them, and
 * drawing them is dear: there they are taken when `SCREENSHOTS` is set.
 */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await drawn(page);
  if (!process.env.SCREENSHOTS) return;
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
    for (const line of document.querySelectorAll<HTMLElement>('.head, .bar')) {
      if (line.scrollWidth > line.clientWidth + 1) {
        found.push(`beyond its column: ${line.className} ${line.innerText}`);
      }
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
    for (const cell of document.querySelectorAll<HTMLElement>(':is(.sheet, .box) :is(td, th)')) {
      const dialog = cell.closest('.sheet, .box')?.getBoundingClientRect();
      const scrolls = cell.closest('.scroll') !== null;
      if (dialog && !scrolls && cell.getBoundingClientRect().right > dialog.right + 1)
        found.push(`beyond its dialog: ${cell.innerText}`);
    }
    return found;
  });
}

/** Buttons, links and fields that no scrolling brings into sight: cut by a box that does not scroll. */
export function unreachableOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isCut = (element: Element): boolean => {
      let { left, right, top, bottom } = element.getBoundingClientRect();
      for (let box = element.parentElement; box; box = box.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(box);
        const edge = box.getBoundingClientRect();
        // Hidden from the eye on purpose: a native field behind a drawn one.
        if (edge.width <= 2 || edge.height <= 2) return false;
        if (/auto|scroll/.test(overflowX)) [left, right] = [edge.left, edge.right];
        if (/auto|scroll/.test(overflowY)) [top, bottom] = [edge.top, edge.bottom];
        if (/hidden|clip/.test(overflowX) && (left < edge.left - 1 || right > edge.right + 1)) return true;
        if (/hidden|clip/.test(overflowY) && (top < edge.top - 1 || bottom > edge.bottom + 1)) return true;
        if (position === 'fixed') break;
      }
      return right > innerWidth + 1 || left < -1;
    };
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, [role=tab]',
    )) {
      const { width, height } = element.getBoundingClientRect();
      if (
        width > 2 &&
        height > 2 &&
        !element.closest('.sr, [data-react-aria-hidden], [aria-hidden=true]') &&
        isCut(element)
      ) {
        found.push(`out of reach: ${element.tagName} ${element.className} ${element.innerText}`);
      }
    }
    return found;
  });
}
