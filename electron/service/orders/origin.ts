import { addDays } from '../../../forecasting/calendar/day.ts';
import type { IsoDate } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';

/** The last day whose records may be seen: as asked, else today or the eve of `from`, the earlier. */
export function originOf(context: Context, from: IsoDate, asOf: IsoDate | undefined): IsoDate {
  const eve = addDays(from, -1);
  if (asOf === undefined) {
    return context.today < eve ? context.today : eve;
  }
  if (asOf > eve) {
    const [known, planned] = [asOf, from].map((date) => spelledDate(date, context.language)) as [
      string,
      string,
    ];
    throw new ServiceError('invalid-input', (t) => t.errors.asOfTooLate(known, planned));
  }
  return asOf;
}
