import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { OrderWarning, Plan, PlanRow } from '../../../electron/api/records.ts';
import { useEditCall } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import { isApproved, withOrder } from './decisions.ts';

/** Runs a call; a refusal is said, and the page shows what holds. Tells whether it was done. */
function useAttempt(): (work: () => Promise<void>) => Promise<boolean> {
  const queries = useQueryClient();
  const { failed } = useShell();
  return useCallback(
    async (work) => {
      try {
        await work();
        return true;
      } catch (problem) {
        void queries.invalidateQueries({ queryKey: ['plan.week'] });
        failed(problem);
        return false;
      }
    },
    [queries, failed],
  );
}

/** « Jean Jaurès, jeudi 17 décembre : 150 au lieu de 142. Trois fois plus ou moins que conseillé… » */
function useOrderWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    (row: PlanRow, quantity: number, warnings: readonly OrderWarning[]) => {
      const figures = { n: format.count(quantity), before: format.count(row.order) };
      const said = t('decide.changed', { site: row.site, day: format.day(row.date), ...figures });
      const doubts = warnings.map(({ problem, recommended, capacity }) =>
        problem === 'far'
          ? t('decide.far', { n: format.count(recommended) })
          : t('decide.overCapacity', { n: format.count(capacity ?? 0) }),
      );
      return [said, ...doubts].join(' ');
    },
    [t, format],
  );
}

export type DecideOrder = (row: PlanRow, quantity: number | null, reason?: string) => Promise<boolean>;

/** Orders something else, or (`null`) what is recommended; a frozen order gets a new version. */
export function useDecideOrder(): DecideOrder {
  const call = useEditCall();
  const queries = useQueryClient();
  const notifyUndoable = useUndoableNotice();
  const attempt = useAttempt();
  const words = useOrderWords();
  return useCallback(
    (row, quantity, reason = '') => {
      const { siteId, date, decision } = row;
      const place = { siteId, date };
      const ordered = quantity ?? decision.recommended;
      const show = async () => {
        // An answer that is on its way does not know of this yet.
        await queries.cancelQueries({ queryKey: ['plan.week'] });
        const source = quantity === null ? 'recommended' : 'override';
        queries.setQueriesData<Plan>({ queryKey: ['plan.week'] }, (plan) =>
          plan ? withOrder(plan, row, ordered, { source, reason }) : plan,
        );
      };
      return attempt(async () => {
        await show();
        const { output, edits } = isApproved(row)
          ? await call('orders.revise', { ...place, quantity: ordered, reason })
          : await call('orders.override', { overrides: [{ ...place, quantity, reason }] });
        const doubt = output.warnings.length > 0;
        notifyUndoable(words(row, ordered, output.warnings), edits, { doubt });
      });
    },
    [call, queries, notifyUndoable, attempt, words],
  );
}

/** Freezes orders; `words` say which. */
export function useApprove(): (rows: readonly PlanRow[], words: string) => Promise<boolean> {
  const call = useEditCall();
  const notifyUndoable = useUndoableNotice();
  const attempt = useAttempt();
  return useCallback(
    (rows, words) =>
      attempt(async () => {
        const dates = rows.map(({ date }) => date).toSorted();
        const [from, to] = [dates[0], dates.at(-1)];
        if (from === undefined || to === undefined) return;
        const siteDays = rows.map(({ siteId, date }) => ({ siteId, date }));
        notifyUndoable(words, (await call('orders.approve', { from, to, siteDays })).edits);
      }),
    [call, notifyUndoable, attempt],
  );
}

/** Opens a validated order again; undoing that brings back what was validated, to the letter. */
export function useOpenOrder(): (row: PlanRow, words: string) => Promise<boolean> {
  const call = useEditCall();
  const notifyUndoable = useUndoableNotice();
  const attempt = useAttempt();
  return useCallback(
    (row, words) =>
      attempt(async () => {
        const { siteId, date, decision } = row;
        const versions = [{ siteId, date, version: decision.approved?.version ?? 1 }];
        const { edits } = await call('orders.reopen', { versions });
        notifyUndoable(words, edits);
      }),
    [call, notifyUndoable, attempt],
  );
}
