import type { IsoDate } from '../forecasting/domain/records.ts';

/** Days outside are slips of the year: no canteen's records are older, none plans further ahead. */
export const firstPlausibleDay: IsoDate = '1990-01-01';
export const lastPlausibleDay: IsoDate = '2069-12-31';
