import type { IsoDate } from '../../electron/api/records.ts';
import { mondayOf } from '../format/dates.ts';

/** Where an address leads. */
export type Go = (place: string) => void;

/** The place of a cell in the week. */
export const cellPlace = (siteId: number, date: IsoDate) => `/week/${mondayOf(date)}/${siteId}/${date}`;

/** The page of one site. */
export const sitePath = (siteId: number) => `/data/sites/${siteId}`;

/** The part of a cell's place that says why the number is what it is. */
export const WHY = 'why';

/** A day in a segment of the page *Relevé*; `site` as in addresses of days: `5`, `k3` for a kitchen, `all`. */
export const recordPlace = (segment: 'head-count' | 'served', date: IsoDate, site = 'all') =>
  `/record/${segment}/${date}${site === 'all' ? '' : `/${site}`}`;

/** The same cell, opened at its reasons. */
export const whyPlace = (siteId: number, date: IsoDate) => `${cellPlace(siteId, date)}/${WHY}`;
