import type { Input } from '../../electron/api/contract.ts';
import type { IsoDate } from '../../electron/api/records.ts';
import { addCalendarDays } from '../format/dates.ts';
import { LAST_DAY_OF_WEEK } from './open-week.ts';

/** The answer holds the orders at every whole percent; any other level has to be asked for. */
const isWholePercent = (level: number) => Math.round(level * 100) / 100 === level;

/** What a page asks the service for a week. */
export const weekRequest = (
  from: IsoDate,
  serviceLevel: number,
  to: IsoDate = addCalendarDays(from, LAST_DAY_OF_WEEK),
): Input<'plan.week'> => ({
  from,
  to,
  ...(isWholePercent(serviceLevel) ? { allLevels: true } : { serviceLevel }),
});
