import type { leakCommands as frenchCommands, leaks as frenchLeaks } from './leaks-fr.ts';

/** Where surplus remains, English. */
export const leakCommands: typeof frenchCommands = {
  leaks: {
    summary: 'Where surplus remains beyond the chosen level, the costliest first.',
    line: '--from DATE --to DATE [--dishes] [--food-cost EUROS]',
    options: {
      '--from DATE': 'first day, YYYY-MM-DD',
      '--to DATE': 'last day, YYYY-MM-DD',
      '--dishes': 'dishes instead of orders, in portions (takes longer)',
      '--food-cost EUROS': 'food of one meal, in euros (by weight by default)',
    },
  },
};

export const leaks: typeof frenchLeaks = {
  none: (tested) => `No surplus that lasts, beyond the chosen level (places compared: ${tested}).`,
  early: 'Nothing to show before 8 days of the same kind, at each site.',
  heading: (from, to, tested) =>
    `From ${from} to ${to}, surplus beyond the chosen level, a day (places compared: ${tested}).`,
  columns: {
    site: 'Site',
    where: 'Where',
    surplus: 'Surplus',
    seen: 'Seen',
    since: 'Since',
    euros: '€ a year',
    cause: 'Likeliest cause',
    try: 'To try',
  },
  override: 'changed orders',
  seen: (excess, all) => `${excess} days of ${all}`,
  unsure: 'no date',
  tried: (day, before, after) => `since ${day}: ${before} → ${after}`,
  triedOnly: (day) => `tried since ${day}`,
  noCause: 'no cause found',
  causes: {
    'override-above': (n) => `order changed: ${n} above`,
    'pack-rounding': (n) => `rounding to whole packs: ${n}`,
    'head-count-missing': (share) => `no head count, ${share} of days`,
    'enrolment-stale': () => 'enrolment over a year old',
    'adults-too-high': (n) => `adults ordered: ${n} too many`,
    'level-above-need': () => 'level above the chosen one',
    outings: () => 'outings announced after the order',
    'dish-refused': (share) => `${share} of portions come back`,
  },
  tries: {
    'override-above': 'try without changes',
    'pack-rounding': 'change the pack',
    'head-count-missing': 'enter the head count',
    'enrolment-stale': 'correct the enrolment',
    'adults-too-high': 'correct the adults',
    'level-above-need': 'follow the chosen level',
    outings: 'announce outings',
    'dish-refused': 'serve less or otherwise',
  },
  families: {
    fish: 'fish',
    'red-meat': 'red meat',
    poultry: 'poultry',
    pork: 'pork',
    vegetarian: 'vegetarian',
    egg: 'egg',
    starch: 'starch',
    vegetable: 'cooked vegetable',
    'raw-vegetable': 'raw vegetable',
    soup: 'soup',
    'savoury-pastry': 'savoury pastry',
    cheese: 'cheese',
    dairy: 'dairy',
    fruit: 'fruit',
    pastry: 'pastry',
    bread: 'bread',
    condiment: 'condiment',
    note: 'note',
  },
};
