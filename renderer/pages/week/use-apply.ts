import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../../electron/api/contract.ts';
import type {
  ClosureDraft,
  OrderPlace,
  OverrideDraft,
  PlanRow,
  SavedClosures,
  WhatIf,
} from '../../../electron/api/records.ts';
import { toApiError } from '../../bridge/failure.ts';
import { useCall } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { closuresFor, draftOf, outcomeOf, type Supposed } from './what-if-model.ts';

interface Change {
  readonly closures: readonly ClosureDraft[];
  readonly override: OverrideDraft | null;
}

/** Puts what was supposed on record: a strike, an outing, and guests as an order that says why. Can be undone. */
export function useApply(row: PlanRow) {
  const { t } = useTranslation();
  const format = useFormat();
  const { did } = useShell();
  const records = useRecords();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const apply = async (answer: WhatIf, supposed: Supposed, away: number, guests: number) => {
    const place: OrderPlace = { siteId: row.siteId, date: row.date };
    const reason = t('whatIf.reason', { count: guests, n: format.count(guests) });
    const quantity = outcomeOf(answer, supposed)?.order ?? null;
    const change: Change = {
      closures: closuresFor(row, answer, supposed, away),
      override: supposed.guests ? { ...place, quantity, reason } : null,
    };
    setRunning(true);
    setError(null);
    try {
      let done = await records.write(change);
      const takeBack = () => records.takeBack(done);
      const again = async () => {
        done = await records.write(change);
      };
      did(t('whatIf.applied', { site: row.site, day: format.day(row.date) }), takeBack, again);
      return true;
    } catch (thrown) {
      setError(toApiError(thrown));
      return false;
    } finally {
      setRunning(false);
    }
  };
  return { running, error, apply };
}

interface Written {
  readonly closures: SavedClosures | null;
  readonly before: readonly OverrideDraft[];
}

function useRecords() {
  const call = useCall();
  const takeBack = async ({ closures, before }: Written) => {
    if (before.length > 0) await call('orders.override', { overrides: before });
    if (!closures) return;
    await call('closures.remove', {
      closures: closures.saved.map(({ date, siteId, kind }) => ({ date, siteId, kind })),
    });
    if (closures.replaced.length > 0) {
      await call('closures.save', { closures: closures.replaced.map(draftOf) });
    }
  };
  const write = async ({ closures, override }: Change): Promise<Written> => {
    const saved = closures.length > 0 ? await call('closures.save', { closures }) : null;
    try {
      const said = override ? await call('orders.override', { overrides: [override] }) : null;
      return { closures: saved, before: said?.before ?? [] };
    } catch (thrown) {
      // All or nothing: half of it on record would be a plan that nobody asked for.
      await takeBack({ closures: saved, before: [] });
      throw thrown;
    }
  };
  return { write, takeBack };
}
