import type { Input } from '../../electron/api/contract.ts';
import type { IsoDate, Settings } from '../../electron/api/records.ts';
import { addCalendarDays } from '../format/dates.ts';
import { LAST_DAY_OF_WEEK } from './open-week.ts';

/** What the page of a week asks the service. */
export const weekInAddress = (
  monday: IsoDate,
  { serviceLevel }: Pick<Settings, 'serviceLevel'>,
): Input<'plan.week'> => ({ from: monday, to: addCalendarDays(monday, LAST_DAY_OF_WEEK), serviceLevel });
