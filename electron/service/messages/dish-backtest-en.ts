import type { dishBacktest as french } from './dish-backtest-fr.ts';

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

/** The dishes of a replayed period, English. */
export const dishBacktest: typeof french = {
  option: 'measure the portions of each dish served, instead of the meals',
  notWithRules: 'The test by dish goes with --lead, not with --rules. Nothing was done.',
  nothing: (from, to) => ({
    message: `No dish to compare between ${from} and ${to}: no portions were recorded, or nothing before them.`,
    remedy: 'Import the dishes served, then choose a period that contains some.',
  }),
  heading: (from, to, lead, count) =>
    `Portions per dish, ${from} to ${to}, ${days(lead)} ahead: ${count} lines.`,
  forecasts: {
    model: 'Model (mean)',
    median: 'Model (median)',
    sameWeekday1: 'Last same weekday',
    sameWeekday4: '4-week average',
    sameWeekday8: '8-week average',
  },
  coverage: (inside, below, above) =>
    `Portions within the 80% range: ${inside}% (below ${below}%, above ${above}%).`,
  soldOut: (count) => `Left out because none remained: ${count}.`,
  guestsUnknown: (sites) =>
    `Sites where nobody counted the diners: ${sites}. Their number is not known there; each dish is forecast from its own portions.`,
  course: 'Course',
  courses: {
    starter: 'starter',
    main: 'main',
    side: 'side',
    dairy: 'dairy',
    dessert: 'dessert',
    bread: 'bread',
    other: 'other',
  },
  range: 'Within range %',
};
