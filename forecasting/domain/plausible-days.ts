import type { IsoDate } from './forecast-records.ts';

/** Years outside are slips of the keyboard: no canteen's records are older, none plans further ahead. */
export const plausibleYears = { first: 1990, last: 2069 } as const;

export const firstPlausibleDay: IsoDate = `${plausibleYears.first}-01-01`;
export const lastPlausibleDay: IsoDate = `${plausibleYears.last}-12-31`;
