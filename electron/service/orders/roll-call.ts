import { saveRollCalls } from '../../../db/orders.ts';
import type { RollCall, RollCallAnswer, RollCallDraft } from '../../api/records.ts';
import { ServiceError } from '../errors.ts';
import { formatDate } from '../messages/format.ts';
import type { Context } from '../use-case.ts';
import { signer } from './override.ts';
import { orderedAt } from './site-days.ts';

/** Keeps the guests counted in the morning; the orders stay as they were validated. */
export function rollCalls(context: Context, drafts: readonly RollCallDraft[]): readonly RollCallAnswer[] {
  const early = drafts.find(({ date }) => date > context.today);
  if (early) {
    const day = formatDate(early.date, context.language);
    throw new ServiceError('refused', (t) => t.orders.rollCallTooEarly(day));
  }
  const ordered = orderedAt(context, drafts);
  const said = { by: signer(context), at: context.now };
  const answers = drafts.map(({ siteId, date, counts }, i) => {
    const rollCall: RollCall | null = counts && { counts, ...said };
    const before = ordered[i]?.row.decision.rollCall?.counts ?? null;
    return { rollCall, before: { siteId, date, counts: before } };
  });
  const saved = answers.map(({ rollCall, before: { siteId, date } }) => ({ siteId, date, rollCall }));
  context.models.keeping(context.db, () => saveRollCalls(context.db, saved));
  return answers;
}

export const rollCall = (context: Context, draft: RollCallDraft): RollCallAnswer =>
  rollCalls(context, [draft])[0] as RollCallAnswer;
