import type { lowDaysCommands as frenchCommands, lowDaysWords as frenchWords } from './cli-low-days-fr.ts';
import { formatNumber, plural } from './format.ts';

const number = (value: number) => formatNumber(value, 'en');

/** The command about days far below the usual, English. */
export const lowDaysCommands: typeof frenchCommands = {
  'low-days': {
    summary: 'List the days far below the usual, and note what happened.',
    line: '[--site SITE] [--date DATE] [--outing | --strike | --usual]',
    options: {
      '--site SITE': 'those of this site',
      '--date DATE': 'those of this day (YYYY-MM-DD)',
      '--outing': 'note an outing',
      '--strike': 'note a strike',
      '--usual': 'nothing to note: do not list them again',
    },
  },
};

/** What it says, English. */
export const lowDaysWords: typeof frenchWords = {
  columns: { site: 'Site', date: 'Day', served: 'Meals', usual: 'Usually' },
  none: 'No day far below the usual.',
  manySites: (sites) => `${number(sites)} sites that day`,
  howTo:
    'These days count as they stand. To note what happened: bonne-mesure low-days --site SITE --date YYYY-MM-DD with --outing, --strike or --usual (nothing to note).',
  listed: (days) =>
    `Days far below the usual: ${number(days)}. They count as they stand. See them and note what happened: bonne-mesure low-days`,
  oneReason: 'Give one answer: --outing, --strike or --usual. Nothing was changed.',
  notListed: 'No very low day is listed for this site and day. Nothing was changed.',
  done: (days, left) =>
    `${plural(days, 'en', 'Day noted', 'Days noted')}: ${number(days)}. Still to look at: ${number(left)}.`,
};
