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
  tooLong: (file) => ({
    message: `“${file}” is too large for a model library: more than 4 MB. Nothing was changed.`,
    remedy: 'Choose a file written by “Export your library” or by library export.',
  }),
  otherColumns: (file) => ({
    message: `“${file}” has other columns than this version: its effects would be misread. Nothing was changed.`,
    remedy: 'Ask the town that wrote it to export it again with this version.',
  }),
  tooOld: (file) => ({
    message: `“${file}” comes from an older version and does not show how sure its effects are. Nothing was written.`,
    remedy: 'Ask the town that wrote it to export it again with this version.',
  }),
  sameTown: (town) => ({
    message: `${town === '' ? 'A town without a name' : `The town “${town}”`} is in two of these files: it would count twice. Nothing was written.`,
    remedy: 'Keep only one of the two files.',
  }),
  oneFile: {
    message: 'Only one file was given. Nothing was written.',
    remedy: 'Give the files of at least two towns.',
  },
  tooManyTowns: (towns) => ({
    message: `${number(towns)} towns do not fit into a file of 200 kB. Nothing was written.`,
    remedy: 'Merge fewer towns.',
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
