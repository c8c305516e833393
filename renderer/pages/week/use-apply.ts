import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../../electron/api/contract.ts';
import type {
  ClosureDraft,
  OverrideDraft,
  PlanRow,
  SiteDate,
  WhatIfAnswer,
} from '../../../electron/api/records.ts';
import { apiErrorOf } from '../../bridge/failure.ts';
import { useCall, useEditCall } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { closuresFor, outcomeOf, type Supposed } from './what-if-model.ts';

interface Change {
  readonly closures: readonly ClosureDraft[];
  readonly override: OverrideDraft | null;
}

/** Puts what was supposed on record: a strike, an outing, and guests as an order that says why. Can be undone. */
export function useApply(row: PlanRow) {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const write = useRecords();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const apply = async (answer: WhatIfAnswer, supposed: Supposed, away: number, diners: number) => {
    const place: SiteDate = { siteId: row.siteId, date: row.date };
    const reason = t('whatIf.reason', { count: diners, n: format.count(diners) });
    const quantity = outcomeOf(answer, supposed)?.order ?? null;
    const change: Change = {
      closures: closuresFor(row, answer, supposed, away),
      override: supposed.guests ? { ...place, quantity, reason } : null,
    };
    setRunning(true);
    setError(null);
    try {
      const edits = await write(change);
      notifyUndoable(t('whatIf.applied', { site: row.site, day: format.day(row.date) }), edits);
      return true;
    } catch (thrown) {
      setError(apiErrorOf(thrown));
      return false;
    } finally {
      setRunning(false);
    }
  };
  return { running, error, apply };
}

/** Answers what takes it back. */
function useRecords(): (change: Change) => Promise<readonly number[]> {
  const edit = useEditCall();
  const call = useCall();
  return async ({ closures, override }) => {
    const saved = closures.length > 0 ? (await edit('closures.save', { closures })).edits : [];
    try {
      const said = override ? (await edit('orders.override', { overrides: [override] })).edits : [];
      return [...saved, ...said];
    } catch (thrown) {
      // All or nothing: half of it on record would be a plan that nobody asked for.
      if (saved.length > 0) await call('edits.step', { edits: saved, way: 'undo' });
      throw thrown;
    }
  };
}
