import type { Page } from 'playwright-core';
import { type AppWindow, goTo, settled, shows } from './window.ts';

/** A page of the rail, or one tab of it. */
export interface PagePlace {
  readonly page: string;
  readonly tab: string | null;
}

export const nameOf = ({ page, tab }: PagePlace) => (tab === null ? page : `${page}-${tab}`);

const hashes = (page: Page, links: string) =>
  page
    .locator(links)
    .evaluateAll((found) => found.map((link) => (link.getAttribute('href') ?? '').replace(/^#?\//, '')));

/** What the rail leads to, with the tabs of each page: found in the running app, so that none is forgotten. */
export async function placesOf(window: AppWindow): Promise<readonly PagePlace[]> {
  const { page } = window;
  const places: PagePlace[] = [];
  for (const found of await hashes(page, 'nav.rail a')) {
    await open(window, { page: found, tab: null });
    const tabs = await page
      .locator('main [role=tab]')
      .evaluateAll((all) => all.map((tab) => (tab as HTMLElement).dataset.key ?? ''));
    places.push(...(tabs.length === 0 ? [null] : tabs).map((tab) => ({ page: found, tab })));
  }
  return places;
}

/** Goes to a place and waits until it has all that it shows. */
export async function open(window: AppWindow, { page: path, tab }: PagePlace): Promise<void> {
  const { page } = window;
  await goTo(page, path);
  await shows(window, `nav.rail a[aria-current=page][href$="/${path}"]`);
  await shows(window, 'main h1');
  if (tab !== null) {
    await page.locator(`main [role=tab][data-key="${tab}"]`).click();
    await shows(window, `main [role=tab][data-key="${tab}"][aria-selected=true]`);
  }
  await settled(page);
}
