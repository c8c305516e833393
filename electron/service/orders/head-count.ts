import { hasDishRecords } from '../../../db/meal-records.ts';
import { saveHeadCounts } from '../../../db/orders.ts';
import type { HeadCount, HeadCountAnswer, HeadCountDraft } from '../../api/records.ts';
import { ServiceError } from '../context/errors.ts';
import type { Context } from '../context/use-case.ts';
import { spelledDate } from '../messages/format.ts';
import { personOfSettings } from './override.ts';
import { changeOrders } from './site-days.ts';

/** Keeps the guests counted in the morning; the orders stay as they were validated. */
export function saveHeadCountsOfDay(
  context: Context,
  drafts: readonly HeadCountDraft[],
): readonly HeadCountAnswer[] {
  const early = drafts.find(({ date }) => date > context.today);
  if (early) {
    const day = spelledDate(early.date, context.language);
    throw new ServiceError('refused', (t) => t.orders.rollCallTooEarly(day));
  }
  const said = { by: personOfSettings(context), at: context.now };
  const saved = drafts.map(({ siteId, date, counts }) => {
    const headCount: HeadCount | null = counts && { counts, ...said };
    return { siteId, date, headCount };
  });
  const save = () => saveHeadCounts(context.db, saved);
  // Adults who were counted are diners of the dishes that were recorded.
  const learned = drafts.some(({ siteId, date }) => hasDishRecords(context.db, siteId, date));
  changeOrders(context, drafts, () => (learned ? save() : context.models.keeping(context.db, save)));
  return saved.map(({ headCount }) => ({ headCount }));
}

export const saveHeadCount = (context: Context, draft: HeadCountDraft): HeadCountAnswer =>
  saveHeadCountsOfDay(context, [draft])[0] as HeadCountAnswer;
