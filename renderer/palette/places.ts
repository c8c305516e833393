import type { IsoDate } from '../../electron/api/records.ts';
import { mondayOf } from '../format/dates.ts';

/** Where an address leads. */
export type Go = (place: string) => void;

/** The place of a cell in the week. */
export const cellPlace = (siteId: number, date: IsoDate) => `/week/${mondayOf(date)}/${siteId}/${date}`;
