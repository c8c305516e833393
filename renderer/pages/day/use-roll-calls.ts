import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollCallDraft } from '../../../electron/api/records.ts';
import { useEditCall } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useDid } from '../../shell/use-did.ts';
import type { GuestClass } from './guest-classes.ts';
import { asOrdered, type CallLine, differs, stateOf, type TypedCounts, typedOf } from './roll-call-model.ts';

interface Draft {
  /** Of the sheets for which it was typed: another count, here or in another window, takes its place. */
  readonly version: number;
  readonly typed: TypedCounts;
}

export interface RollCalls {
  typed(line: CallLine): TypedCounts;
  change(line: CallLine, guests: GuestClass, text: string): void;
  /** Keeps a site whose counts are complete, or empty again; nothing else, and nothing that is kept already. */
  keep(line: CallLine): void;
  /** Back to what is kept. */
  forget(line: CallLine): void;
  /** Takes the order for the count of sites that are not counted. */
  takeOrdered(lines: readonly CallLine[]): void;
}

/** The counts as they are typed, kept site by site. */
export function useRollCalls(lines: readonly CallLine[]): RollCalls {
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Draft>>(new Map());
  const save = useSave();
  const latest = useRef(drafts);
  useEffect(() => {
    latest.current = drafts;
  });
  const draftOf = useCallback((line: CallLine): TypedCounts | null => {
    const draft = latest.current.get(line.row.siteId);
    return draft?.version === line.row.decision.sheetVersion ? draft.typed : null;
  }, []);
  const put = useCallback((line: CallLine, typed: TypedCounts | null) => {
    const { siteId, decision } = line.row;
    const next = new Map(latest.current);
    if (typed) next.set(siteId, { version: decision.sheetVersion, typed });
    else next.delete(siteId);
    latest.current = next;
    setDrafts(next);
  }, []);
  // Made once for each answer: a line whose counts are the same is not drawn again at each key.
  const kept = useMemo(() => new Map(lines.map((line) => [line, typedOf(line)])), [lines]);
  const typed = (line: CallLine): TypedCounts => {
    const draft = drafts.get(line.row.siteId);
    return draft?.version === line.row.decision.sheetVersion ? draft.typed : (kept.get(line) ?? {});
  };
  const change = useCallback(
    (line: CallLine, guests: GuestClass, text: string) =>
      put(line, { ...(draftOf(line) ?? typedOf(line)), [guests]: text }),
    [put, draftOf],
  );
  const keep = useCallback(
    (line: CallLine) => {
      const draft = draftOf(line);
      const state = draft && stateOf(line, draft);
      if (!state || state.type === 'wrong' || state.type === 'partly') return;
      const counts = state.type === 'counted' ? state.counts : null;
      if (differs(line, counts)) void save([line], [counts]);
    },
    [draftOf, save],
  );
  const forget = useCallback((line: CallLine) => put(line, null), [put]);
  const takeOrdered = useCallback(
    (lines: readonly CallLine[]) => {
      const counted = lines.flatMap((line) => {
        const state = stateOf(line, asOrdered(line));
        return state.type === 'counted' ? [{ line, counts: state.counts }] : [];
      });
      for (const { line } of counted) put(line, asOrdered(line));
      void save(
        counted.map(({ line }) => line),
        counted.map(({ counts }) => counts),
      );
    },
    [put, save],
  );
  return { typed, change, keep, forget, takeOrdered };
}

function useSave() {
  const { t } = useTranslation();
  const format = useFormat();
  const call = useEditCall();
  const did = useDid();
  const { failed } = useShell();
  return useCallback(
    async (lines: readonly CallLine[], counts: readonly RollCallDraft['counts'][]) => {
      const [first] = lines;
      if (!first) return;
      const rollCalls = lines.map(({ row: { siteId, date } }, i) => ({
        siteId,
        date,
        counts: counts[i] ?? null,
      }));
      try {
        const { edits } = await call('orders.rollCalls', { rollCalls });
        const about = { site: first.row.site, day: format.day(first.row.date) };
        const several = t('rollCall.savedMany', { count: lines.length, n: format.count(lines.length) });
        const one = t(counts[0] ? 'rollCall.saved' : 'rollCall.forgotten', about);
        did(lines.length > 1 ? several : one, edits);
      } catch (problem) {
        failed(problem);
      }
    },
    [t, format, call, did, failed],
  );
}
