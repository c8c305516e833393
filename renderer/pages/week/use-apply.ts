import { useState } from 'react';
import type { ApiError } from '../../../electron/api/contract.ts';
import type {
  ClosureDraft,
  OverrideDraft,
  PlanRow,
  SiteDate,
  WhatIfAnswer,
} from '../../../electron/api/records.ts';
import { apiErrorOf } from '../../bridge/failure.ts';
import { useEditCall } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { closureOf, closuresFor, outcomeOf, type Supposed } from './what-if-model.ts';

/** Puts what was supposed on record: a closure, or a strike, an outing, and guests as an order that says why. Can be undone. */
export function useApply(row: PlanRow) {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const call = useEditCall();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const apply = async (answer: WhatIfAnswer, supposed: Supposed, away: number, diners: number) => {
    const place: SiteDate = { siteId: row.siteId, date: row.date };
    const reason = t('whatIf.reason', { count: diners, n: format.count(diners) });
    const quantity = outcomeOf(answer, supposed)?.order ?? null;
    const closures = closuresFor(row, answer, supposed, away);
    return save(closures, supposed.guests ? { ...place, quantity, reason } : null);
  };
  const close = () => save([closureOf(row)], null);
  const save = async (closures: readonly ClosureDraft[], override: OverrideDraft | null) => {
    setRunning(true);
    setError(null);
    try {
      const { edits } = await call('plan.applyWhatIf', { closures, override });
      const words = closures.length > 0 ? 'whatIf.applied' : 'whatIf.appliedGuests';
      notifyUndoable(t(words, { site: row.site, day: format.day(row.date) }), edits);
      return true;
    } catch (thrown) {
      setError(apiErrorOf(thrown));
      return false;
    } finally {
      setRunning(false);
    }
  };
  return { running, error, apply, close };
}
