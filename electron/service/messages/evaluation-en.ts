import type { evaluation as french } from './evaluation-fr.ts';

/** What an evaluation is made of, English. */
export const evaluation: typeof french = {
  sizes: {
    'under-50': 'under 50 meals',
    '50-99': '50 to 99 meals',
    '100-199': '100 to 199 meals',
    '200-up': '200 meals and more',
  },
  dayKinds: {
    ordinary: 'ordinary day',
    'first-day-back': 'first day back',
    'last-day': 'last day before holidays',
    'beside-public-holiday': 'beside a public holiday',
    'first-weeks': 'first two weeks of the year',
    july: 'July',
    outing: 'outing (measured apart)',
  },
  causes: {
    'typing-slip': 'probably a typing slip',
    'strike-nearby': 'strike within two days',
    'first-day-back': 'first day back',
    'holiday-edge': 'edge of holidays or of a public holiday',
    'whole-city': 'all sites, same direction',
    'missing-neighbours': 'few records just before',
    'class-away': 'one or two classes away',
    unknown: 'unknown',
  },
  bySize: 'Size of site',
  byDayKind: 'Day type',
  count: 'Days',
  columns: {
    model: 'Model %',
    staff: 'Staff %',
    over: 'Surplus %',
    under: 'Shortage %',
    shortDays: 'Short days %',
    coverage80: '80% range',
  },
  biggest: 'Biggest errors:',
  date: 'Date',
  site: 'Site',
  served: 'Served',
  expected: 'Expected',
  staff: 'Staff',
  cause: 'Likely cause',
  staffShortage: (level, over, under, staffOver) =>
    `At the same shortage (${under}%): level ${level}%, surplus ${over}% against ${staffOver}% for the staff.`,
  pinball: (meals, share) => `Pinball loss: ${meals} meals per site and day, ${share}% of the meals.`,
};
