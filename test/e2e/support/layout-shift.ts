import type { Page } from 'playwright-core';
import { drawn, settled } from './window.ts';

/** The greatest move of a page that nobody sees: a tenth of what browsers call good. */
export const UNSEEN_SHIFT = 0.01;

interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

/** Keeps every move of a layout that the browser tells of, those right after an input as well. To be run at the start. */
export function watchShifts(): void {
  const entries: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  Object.assign(window, {
    takeShifts: (): Shift[] => {
      entries.push(...observer.takeRecords());
      return entries.splice(0).map((entry) => {
        const { value, sources } = entry as unknown as {
          value: number;
          sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
        };
        const moved = sources.map(({ node, previousRect: a, currentRect: b }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          const name = element ? `${element.tagName}.${element.className}` : 'gone';
          return `${name} ${a.x},${a.y} ${a.width}x${a.height} -> ${b.x},${b.y} ${b.width}x${b.height}`;
        });
        return { value, moved };
      });
    },
  });
}

async function taken(page: Page): Promise<readonly Shift[]> {
  await settled(page);
  await drawn(page);
  // An entry comes with a frame after the one that it is about.
  await drawn(page);
  return page.evaluate(() => (window as unknown as { takeShifts(): Shift[] }).takeShifts());
}

/**
 * How far the layout moves while an edit is made, as the browser adds it up, with what moved. `act` ends when what it
 * leads to is shown.
 */
export async function shiftOf(page: Page, act: () => Promise<unknown>): Promise<Shift> {
  await taken(page);
  await act();
  const shifts = await taken(page);
  return {
    value: shifts.reduce((sum, { value }) => sum + value, 0),
    moved: shifts.flatMap(({ value, moved }) => moved.map((one) => `${value.toFixed(4)} ${one}`)),
  };
}

/**
 * How far a part of the page strays from its place while an edit is made, in pixels, frame by frame as it is painted;
 * up to when it goes. A box that is scrolled by as much as its content moved is a move of the layout, and none to the
 * eye.
 */
export async function strayOf(page: Page, selector: string, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate((watched) => {
    const part = document.querySelector(watched);
    const tops: number[] = [];
    const look = () => {
      if (!part?.isConnected) return;
      // It is told last of all, once the page has put right what it does before a frame is painted.
      const late = new ResizeObserver(() => {
        late.disconnect();
        if (part.isConnected) tops.push(part.getBoundingClientRect().top);
      });
      late.observe(document.body);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { tops });
  }, selector);
  await drawn(page);
  await act();
  await settled(page);
  await drawn(page);
  const tops = await page.evaluate(() => (window as unknown as { tops: number[] }).tops);
  if (tops.length === 0) throw new Error(`${selector} is not there`);
  return Math.max(...tops) - Math.min(...tops);
}
