import type { returnSheets as french } from './return-sheets-fr.ts';

const several = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** The return sheet that a school fills in and sends back, English. */
export const returnSheets: typeof french = {
  title: 'Return sheet',
  head: { site: 'Site', day: 'Day' },
  hint: 'Write in the white boxes and send this file back. An empty box changes nothing.',
  marker: 'Do not change this line:',
  toFill: 'To fill in',
  noted: 'On record',
  ordered: 'Ordered',
  boxes: {
    headChildren: 'Head count: children present',
    headAdults: 'Head count: adults',
    children: 'Children served',
    adults: 'Adults served',
    left: 'Meals left',
    reason: 'Reason of the day',
  },
  dishBoxes: {
    dish: 'Dish, in serving order',
    prepared: 'Prepared',
    served: 'Served',
    left: 'Left',
    ranOutAt: 'Ran out at',
    reason: 'Reason',
  },
  portions: 'In portions. “Ran out at”: the time, or yes. Empty lines: dishes served besides the menu.',
  reasons: {
    'class-away': 'class away',
    strike: 'strike',
    disliked: 'disliked',
    failed: 'dish failed',
    late: 'delivered late',
    'over-delivered': 'over-delivered',
    other: 'other',
  },
  reasonsAre: (words) => `Reasons: ${words}.`,
  yes: 'yes',
  no: 'no',
  nothing: 'nothing',
  ofDish: (dish, box) => `${dish}: ${box}`,
  fileName: 'return',
  archiveName: 'return-sheets',
  noService: (from, to) => ({
    message: `No site serves from ${from} to ${to}: there is no sheet to fill in.`,
    remedy: 'Choose a day of service.',
  }),
  question: {
    site: (written, marked) =>
      `The sheet names “${written}”; it was made for “${marked}”. Which site is it for?`,
    siteUnknown: (marked) => `No site is called “${marked}”. Which site is this sheet for?`,
    day: (written, marked) =>
      `The sheet names the day “${written}”; it was made for ${marked}. Which day is it for?`,
  },
  findings: {
    'not-a-number': {
      message: (value) => `“${value}” is not a number. This box is left out.`,
      remedy: 'Write a whole number, or leave the box empty.',
    },
    negative: {
      message: (value) => `${value}: meals are never negative. This box is left out.`,
      remedy: 'Write the number without a sign.',
    },
    'not-whole': {
      message: (value) => `${value}: a whole number is expected. This box is left out.`,
      remedy: 'Round to the portion.',
    },
    'too-large': {
      message: (value) => `${value}: nobody serves so many meals. This box is left out.`,
      remedy: 'Check the number.',
    },
    'not-a-time': {
      message: (value) => `“${value}” is not a time. This box is left out.`,
      remedy: 'Write for example 12:40, or yes.',
    },
    'not-a-reason': {
      message: (value) => `“${value}” is none of the reasons. This box is left out.`,
      remedy: 'Choose one of the reasons at the foot of the sheet.',
    },
    'unknown-dish': {
      message: (value) => `No menu has the dish “${value}”. Its line is left out.`,
      remedy: 'Write the dish as on the menu, or add it to the menu first.',
    },
    'no-dish': {
      message: () => 'Numbers without a dish. This line is left out.',
      remedy: 'Write the name of the dish at the start of the line.',
    },
    twice: {
      message: (value) => `“${value}” is on the sheet twice. The first line counts.`,
      remedy: 'Keep one of the two lines.',
    },
    'no-marker': {
      message: () => 'The line that names the site and the day was changed. This sheet is left out.',
      remedy: 'Export the sheet again and copy the numbers.',
    },
    future: {
      message: (value) => `${value} is still to come: nothing was served. This sheet is left out.`,
      remedy: 'Import it on that day, or check the day.',
    },
  },
  mineIn: (file) => `in “${file}”`,
  cli: {
    sheet: (site, date) => `Return sheet: ${site}, ${date}`,
    counts: (taken, unchanged) =>
      `${taken} ${several(taken, 'value', 'values')} taken, ${unchanged} on record already.`,
    wouldCount: (taken, unchanged) =>
      `${taken} ${several(taken, 'value', 'values')} to take, ${unchanged} on record already.`,
    conflict: (cell, what, mine, file) =>
      `${cell}, ${what}: ${mine} is on record, the sheet gives ${file}. The record stays.`,
    resolve: 'To take the sheet: --answer conflict=file; to keep the record: --answer conflict=mine',
    cell: (cell) => `cell ${cell}`,
  },
};
