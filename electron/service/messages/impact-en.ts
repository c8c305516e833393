import type { impactCommands as frenchCommands, impact as frenchImpact } from './impact-fr.ts';

/** What orders brought, English. */
export const impactCommands: typeof frenchCommands = {
  impact: {
    summary: 'What the orders of a period brought, with ranges.',
    line: '--from DATE --to DATE [--replayed [--lead N] [--service-level Q | --costs M/W]] [--food-cost EUROS]',
    options: {
      '--from DATE': 'first day, YYYY-MM-DD',
      '--to DATE': 'last day, YYYY-MM-DD',
      '--replayed': 'count the orders of a test on past days, which were never made',
      '--lead N': 'days between the last record known and the day served (default 7)',
      '--service-level Q': 'share of days without a missing meal, 0.50 to 0.95',
      '--costs M/W': 'or the cost of a missing meal / of a wasted one, such as 5.80/1.45',
      '--food-cost EUROS': 'food of one meal, in euros (by weight by default)',
    },
  },
};

export const impact: typeof frenchImpact = {
  nothing: (from, to) =>
    `Nothing to measure from ${from} to ${to}: no order on record has a record of meals served.`,
  heading: (from, to, orders, other) => `From ${from} to ${to}, ${orders}, against ${other}.`,
  orders: { recorded: 'recorded orders', replayed: 'test on past days' },
  counterfactuals: {
    measured: 'the staff’s figure (measured)',
    estimated: 'the staff’s margin of the year before (estimated)',
    'equal-shortage': 'the 4-week average, at the same shortage (estimated)',
  },
  days: (siteDays, days, weeks) => `Records: ${siteDays} (days: ${days}, weeks: ${weeks}).`,
  range: (value, low, high) => `${value} (${low} to ${high})`,
  avoided: (range, ours, other) => `Surplus avoided: ${range} meals; ${ours} instead of ${other}.`,
  shortage: (range) => `Shortage added: ${range} meals.`,
  shown: 'shown',
  notYetShown: 'not yet shown',
  shownLong: 'Shown: 8 samples of weeks in 10 point the same way.',
  notYetShownLong: 'Not yet shown: it takes 20 days, 5 weeks and a range that excludes 0.',
  equalShortage: (range) => `Surplus avoided at the same shortage: ${range} meals.`,
  kilograms: (range, factor) => `Weight: ${range} kg; ${factor}.`,
  euros: (range, factor) => `Food: €${range}; ${factor}.`,
  carbon: (range, factor) => `Climate: ${range} kg CO₂e; ${factor}.`,
  factor: (value, per, source, year) => `estimated, ${value} ${per}, ${source}${year && ` ${year}`}`,
  per: { meal: 'a meal', kilogram: 'a kg' },
  sources: { ADEME: 'ADEME', own: 'your cost', weighed: 'measured at your site' },
  third: 'Ordering right touches only about a third of the waste: the rest comes from plates.',
  columns: {
    site: 'Site',
    days: 'Days',
    avoided: 'Surplus avoided',
    shortage: 'Shortage added',
    shown: 'Result',
  },
};
