import type { PageName } from '../api/commands.ts';

/** In the order of the page's own navigation; their keys are Ctrl+1, Ctrl+2… */
export const menuPages = [
  'week',
  'day',
  'menus',
  'data',
  'accuracy',
  'settings',
] as const satisfies readonly PageName[];
