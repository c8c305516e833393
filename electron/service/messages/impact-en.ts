import { counterfactualWords } from '../../api/counterfactual-words.ts';
import type { impactCommands as frenchCommands, impact as frenchImpact } from './impact-fr.ts';
import { leakCommands } from './leaks-en.ts';

const words = counterfactualWords.en;
const comparedWith = `compare with measured (${words.measured}), estimated (${words.estimated}) or equal-shortage (${words['equal-shortage']}); by default the first possible`;

/** What orders brought and where surplus remains, English. */
export const impactCommands: typeof frenchCommands = {
  impact: {
    summary: 'What the orders of a period brought, with ranges.',
    line: '--from DATE --to DATE [--compared-with WHAT | --replayed [--lead N] [--service-level Q | --costs M/W]] [--food-cost EUROS]',
    options: {
      '--from DATE': 'first day, YYYY-MM-DD',
      '--to DATE': 'last day, YYYY-MM-DD',
      '--compared-with WHAT': comparedWith,
      '--replayed': 'count the orders of a test on past days, which were never made',
      '--lead N': 'days between the last record known and the day served (default 7)',
      '--service-level Q': 'share of days without a missing meal, 0.50 to 0.95',
      '--costs M/W': 'or the cost of a missing meal / of a wasted one, such as 5.80/1.45',
      '--food-cost EUROS': 'food of one meal, in euros (by weight by default)',
    },
  },
  ...leakCommands,
};

export const impact: typeof frenchImpact = {
  unknownComparison: (asked) =>
    `--compared-with: “${asked}” does not exist. Choose “${words.measured}”, “${words.estimated}” or “${words['equal-shortage']}”. Nothing was done.`,
  replayedComparison:
    '--compared-with does not go with --replayed: a test on past days chooses by itself. Leave one of them out. Nothing was done.',
  notComparable: (asked, taken) =>
    `Too few records to compare with: ${words[asked]}. The figures are compared with: ${words[taken]}.`,
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
  per: { meal: 'per meal', kilogram: 'per kg' },
  sources: { ADEME: 'ADEME', own: 'your cost', weighed: 'measured at your site' },
  third: 'Ordering right affects only about a third of the waste: the rest comes from plates.',
  columns: {
    site: 'Site',
    days: 'Days',
    avoided: 'Surplus avoided',
    shortage: 'Shortage added',
    shown: 'Result',
  },
  columnsOfTable: {
    part: 'What',
    siteDays: 'Records',
    served: 'Served',
    surplus: 'Surplus',
    otherSurplus: 'Compared surplus',
    avoided: 'Surplus avoided',
    low: 'At least',
    high: 'At most',
    shortage: 'Shortage added',
    shown: 'Result',
  },
  table: {
    title: 'Impact',
    fileName: 'impact',
    whole: 'Total',
    months: 'By month',
    sites: 'Site by site',
    days: 'Day by day (surplus and shortage measured)',
    empty: 'No order on record has a record of meals served.',
    comparedWith: (other) => `Compared with ${other}.`,
  },
  headline: {
    since: (month) => `Since ${month}`,
    between: (from, to) => `From ${from} to ${to}`,
    avoided: (when, meals) => `${when}: ${meals} fewer surplus meals`,
    sameShortage: ', with no more missing meals.',
    moreShortage: (meals) => `, but ${meals} more missing meals.`,
    lost: (when, meals, other) => `${when}: ${meals} more surplus meals than with ${other}.`,
    open: (when, low, high) => `${when}: not yet shown, from ${low} to ${high} surplus meals avoided.`,
    start: (days, surplus, missing) =>
      `In ${days} ${days === 1 ? 'day' : 'days'}: surplus ${surplus}, shortage ${missing}. What the tool avoided is not yet shown.`,
    nothing: 'No order on record has a record of meals served yet.',
  },
  withOwn: (other: string) => `${other}, and with the staff’s figure where it was written first`,
  against: {
    measured: 'the staff’s figure',
    estimated: 'the staff’s practice of the year before',
    'equal-shortage': 'the 4-week average, at the same shortage',
  },
  change: (meals, sign) => (sign === 0 ? 'no difference' : `${meals} ${sign < 0 ? 'fewer' : 'more'}`),
  shortageLine: (value, low, high, clear) =>
    `Missing meals: ${value}, between ${low} and ${high}.${clear ? '' : ' No difference shown.'}`,
  council: {
    title: 'Page for the council',
    fileName: 'impact-council',
    sites: (sites) => `School catering, ${sites} sites`,
    period: (from, to) => `from ${from} to ${to}`,
    units: { meals: 'meals', kilograms: 'kg', euros: '€', carbon: 'kg CO₂e', tonnes: 't CO₂e' },
    between: (low, high) => `between ${low} and ${high}`,
    parts: (measured: string, estimated: string) => `${measured} measured, ${estimated} estimated`,
    estimated: 'estimated',
    measured: 'measured',
    bars: 'Surplus meals avoided, by month',
    range: 'likely range, 8 chances in 10',
    better: 'What is better, what is worse',
    sitesLine: (better, same, worse) =>
      `Clearly better: ${better}. No clear difference: ${same}. Clearly worse: ${worse}.`,
    until: (month, day) => `${month}, to ${day}`,
    losers: 'The sites where surplus grew, and what is tried there',
    loser: (site, meals) => `${site}, ${meals} meals:`,
    noCause: 'no explanation yet.',
    proposed: (cause, what) => `${cause}. To try: ${what}.`,
    underTrial: (cause, day, what, result) => `${cause}. On trial since ${day}: ${what}${result}.`,
    trialResult: (before, after) => ` (beyond the chosen margin, a day: ${before} before, ${after} since)`,
    causes: {
      'override-above': 'the order is often raised by hand',
      'pack-rounding': 'whole packs exceed the need',
      'head-count-missing': 'the morning’s head count is not entered',
      'enrolment-stale': 'the enrolment is more than a year old',
      'adults-too-high': 'more adults are ordered for than come',
      'level-above-need': 'orders are larger than elsewhere',
      outings: 'outings are announced after the order',
      'dish-refused': 'a dish is little eaten',
    },
    tries: {
      'override-above': 'order the recommended number, without raising it',
      'pack-rounding': 'change the pack',
      'head-count-missing': 'enter the head count every morning',
      'enrolment-stale': 'bring the enrolment up to date',
      'adults-too-high': 'order for the adults who come',
      'level-above-need': 'return to the level chosen for the town',
      outings: 'announce outings before the order',
      'dish-refused': 'serve less of it, or otherwise',
    },
    untouched: 'What this does not change',
    untouchedText:
      'Forecasting diners well affects about a third of a school’s waste. The rest is on the plates: taste, time to eat, size of portions.',
    weighed: (days, perMeal) =>
      `Weighed on ${days} ${days === 1 ? 'day' : 'days'}: ${perMeal} g of food thrown away per meal, against a benchmark of 100 g (ADEME, 2024).`,
    method: 'The method, in five lines',
    methodLines: (other, kilograms, euros, carbon) => [
      'For each day and site, the order is compared with the meals served, where nothing ran out.',
      `The surplus avoided is the difference from ${other}.`,
      'Ranges: whole weeks are drawn, all sites together, 8 chances in 10.',
      `Kilograms: ${kilograms}. Euros: ${euros}.`,
      `Climate: ${carbon}, production of the food only.`,
    ],
    foot: (siteDays) => `Records compared: ${siteDays}`,
    made: (day) => `Made on ${day} with Bonne Mesure`,
    page: 'Page 1/1',
    tooEarly: (days, weeks) => ({
      message: `The page for the council needs 20 recorded days over 5 weeks; there are ${days} over ${weeks}.`,
      remedy: 'Record the meals served on the ordered days, then ask again.',
    }),
  },
};
