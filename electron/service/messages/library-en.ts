import { formatNumber, plural } from './format.ts';
import type { library as french } from './library-fr.ts';

const number = (value: number) => formatNumber(value, 'en');
const records = ({ sites, siteDays }: { readonly sites: number; readonly siteDays: number }) =>
  `${number(sites)} ${plural(sites, 'en', 'site', 'sites')} and ${number(siteDays)} ${plural(siteDays, 'en', 'recorded day', 'recorded days')}`;

/** Libraries of models, English. */
export const library: typeof french = {
  fileName: (to) => `model-library-${to}.json`,
  foreign: (file) => ({
    message: `“${file}” is not a model library. Nothing was changed.`,
    remedy: 'Choose a file written by “Export your library” or by library export.',
  }),
  newer: (file) => ({
    message: `“${file}” comes from a newer version of Bonne Mesure. Nothing was changed.`,
    remedy: 'Install the latest version, or ask for a file of this one.',
  }),
  damaged: (file) => ({
    message: `“${file}” is a damaged or incomplete library. Nothing was changed.`,
    remedy: 'Ask the town that wrote the file for another copy.',
  }),
  refused: (file) => ({
    message: `The library “${file}” does not pass the check of this version: no forecast uses it.`,
    remedy: 'Import another copy of it, or remove it.',
  }),
  none: {
    message: 'No library is installed. Nothing was changed.',
    remedy: 'First import the file of another town.',
  },
  tooLittle: (own, least) => ({
    message: `Too few records for a library: ${records(own)}.`,
    remedy: `It takes at least ${records(least)}, so that no site can be recognised.`,
  }),
};
