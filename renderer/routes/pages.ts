import type { PageName } from '../../electron/api/commands.ts';

/** In the order of the navigation; the native menu has the same. */
export const PAGES = [
  'week',
  'day',
  'menus',
  'data',
  'accuracy',
  'settings',
] as const satisfies readonly PageName[];

export const isPageName = (word: string | undefined): word is PageName => PAGES.some((page) => page === word);
