import { pageTitles } from '../../../electron/api/commands.ts';

import type { TextCatalogue } from '../fr/catalogue.ts';

export const common: Pick<TextCatalogue, 'app' | 'page' | 'common' | 'stage' | 'error'> = {
  app: {
    name: 'Bonne Mesure',
    pages: 'Pages',
    dropHere: 'Drop your files to import them',
    dropHint: 'Nothing is written before you agree.',
    notOnDisk: 'What was dropped is not yet a file on this computer.',
    notOnDiskRemedy:
      'Save an attachment to the desktop first, then drop the saved file. Nothing was imported.',
  },
  page: pageTitles.en,
  common: {
    cancel: 'Cancel',
    close: 'Close',
    notices: 'Messages',
    stop: 'Stop',
    undo: 'Undo',
    notCopied: 'Nothing was copied: this page is not allowed to use the clipboard.',
    notCopiedRemedy:
      'Allow it in the settings of the browser and try again, or select the text shown and press Ctrl+C.',
    again: 'Try again',
    more: 'Show {{n}} more',
    unknown: 'unknown',
    loading: 'Loading…',
    help: 'What is “{{term}}”?',
  },
  stage: {
    read: 'Reading files',
    write: 'Writing',
    load: 'Loading records',
    fit: 'Learning the habits',
    forecast: 'Computing orders',
    backtest: 'Testing on the past',
    copy: 'Copying the data',
    check: 'Checking the data',
    wait: 'Working',
  },
  error: {
    page: 'Something went wrong on this page',
    pageHint:
      'Your data is untouched. Open the page again; if the error comes back, copy this text to report it.',
    reopen: 'Open the page again',
    notLetIn: 'Bonne Mesure no longer recognises this page. Your saved data is intact.',
    notLetInRemedy:
      'Ask for a new address: Enter in the terminal, or start Bonne Mesure again, then open it.',
    unreachable: 'Bonne Mesure has stopped responding. Your saved data is intact.',
    unreachableRemedy: 'Start Bonne Mesure again and open the address shown; this page can then be closed.',
    stopped: 'Stopped',
    stoppedHint: 'Nothing was changed.',
    resume: 'Resume',
  },
};
