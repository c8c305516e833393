import type { libraryCommands as frenchCommands, libraryWords as frenchWords } from './cli-library-fr.ts';
import { formatNumber, plural, spelledDate } from './format.ts';

const number = (value: number) => formatNumber(value, 'en');

/** The command about libraries of models, English. */
export const libraryCommands: typeof frenchCommands = {
  library: {
    summary: 'The model library: show the one installed, import one, export yours.',
    line: '[export FILE [--name NAME] | import FILE | merge FILE FILE… OUT [--name NAME] | remove | on | off]',
    options: {
      'export FILE': 'write what your records teach other towns',
      '--name NAME': 'under which name',
      'import FILE': 'import the library of another town',
      'merge FILE FILE… OUT': 'put those of several towns into one file, OUT',
      remove: 'remove it',
      'on · off': 'forecast with it, or without',
    },
  },
};

/** What it says, English. */
export const libraryWords: typeof frenchWords = {
  usage:
    'Write library export FILE, library import FILE, library merge FILE FILE… OUT, library remove, library on, library off or library alone.',
  installed: (name) => `Installed: ${name}`,
  unnamed: 'Without a name',
  boxed: (name: string) => `Comes with Bonne Mesure: ${name}`,
  none: 'No library is installed.',
  source: ({ sites, siteDays, from, to }) =>
    `Learned from ${number(sites)} ${plural(sites, 'en', 'site', 'sites')}, ${number(siteDays)} ${plural(siteDays, 'en', 'recorded day', 'recorded days')}, ${spelledDate(from, 'en')} to ${spelledDate(to, 'en')}.`,
  uses: {
    off: 'It is not used: it is switched off.',
    used: 'It helps the forecasts until your records are enough.',
    enough: 'It is no longer used: your records are enough.',
    future: 'It is not used yet: it was learned from days to come.',
  },
  ownDays: (days, enough) => `${number(days)} of ${number(enough)} days on record.`,
  written: (file) => `Library written: ${file}`,
  goBack: (file) => `It takes the place of “${file}”.`,
};
