import { saveRollCall } from '../../../db/orders.ts';
import type { Input } from '../../api/contract.ts';
import type { RollCall, RollCallAnswer } from '../../api/records.ts';
import { ServiceError } from '../errors.ts';
import { formatDate } from '../messages/format.ts';
import type { Context } from '../use-case.ts';
import { signer } from './override.ts';
import { orderedAt } from './site-days.ts';

/** Keeps the guests counted in the morning; the order stays as it was validated. */
export function rollCall(
  context: Context,
  { siteId, date, counts }: Input<'orders.rollCall'>,
): RollCallAnswer {
  if (date > context.today) {
    const day = formatDate(date, context.language);
    throw new ServiceError('refused', (t) => t.orders.rollCallTooEarly(day));
  }
  const before = orderedAt(context, [{ siteId, date }])[0]?.row.decision.rollCall ?? null;
  const made: RollCall | null = counts && { counts, by: signer(context), at: context.now };
  context.models.keeping(context.db, () => saveRollCall(context.db, { siteId, date }, made));
  return { rollCall: made, before: { siteId, date, counts: before?.counts ?? null } };
}
