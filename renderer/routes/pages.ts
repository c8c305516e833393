import { type PageName, pageNames } from '../../electron/api/commands.ts';

export const isPageName = (word: string | undefined): word is PageName =>
  pageNames.some((page) => page === word);
