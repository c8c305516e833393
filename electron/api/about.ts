import { z } from 'zod';
import type { IsoDate } from '../../forecasting/domain/records.ts';
import { dateSchema } from './schema-parts.ts';

/** What it takes to forecast one week from nothing: the records read, the habits learned, the orders worked out. */
export interface ForecastCost {
  /** Of the thread that did it, measured. */
  readonly cpuSeconds: number;
  /** Estimated: `cpuSeconds` at `watts`, which is taken for one busy core and its share of the computer. */
  readonly wattHours: number;
  readonly watts: number;
  /** Orders of the week: one for each site and day. */
  readonly orders: number;
  readonly sites: number;
}

export interface AboutMethods {
  /** `from`: a Monday. `null`: no site has an order in that week. */
  'about.cost': { input: { readonly from: IsoDate }; output: ForecastCost | null };
}

export const aboutSchemas = { 'about.cost': z.strictObject({ from: dateSchema }) };
