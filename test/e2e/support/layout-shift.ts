import type { Page } from 'playwright-core';
import { drawn, settled } from './window.ts';

/** The greatest move of a page that nobody sees: a tenth of what browsers call good. */
export const UNSEEN_SHIFT = 0.01;

/** For the panel of a cell: a line that comes above its sections, 15 pixels, is 0.0023 and more. */
export const PANEL_SHIFT = 0.001;

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
