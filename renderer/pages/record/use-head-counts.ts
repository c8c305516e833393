import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { HeadCountDraft } from '../../../electron/api/records.ts';
import { useEditCall } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useShell } from '../../shell/shell-context.tsx';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import type { DinerClass } from '../day/diner-classes.ts';
import {
  asOrdered,
  differs,
  type HeadCountLineModel,
  type ManualCounts,
  stateOf,
  typedOf,
} from './head-count-model.ts';

interface Draft {
  /** Of the sheets for which it was typed: another count, here or in another window, takes its place. */
  readonly version: number;
  readonly typed: ManualCounts;
}

export interface HeadCounts {
  typed(line: HeadCountLineModel): ManualCounts;
  change(line: HeadCountLineModel, diners: DinerClass, text: string): void;
  /** Keeps a site whose counts are complete, or empty again; nothing else, and nothing that is kept already. */
  keep(line: HeadCountLineModel): void;
  /** Back to what is kept. */
  forget(line: HeadCountLineModel): void;
  /** Takes the order for the count of sites that are not counted. */
  takeOrdered(lines: readonly HeadCountLineModel[]): void;
}

type Drafts = ReadonlyMap<string, Draft>;

/**
 * What is typed and not complete: it is there again when one comes back from another page. Only in memory: a count of
 * children without the adults is nothing that a kitchen could go by.
 */
let unfinished: Drafts = new Map();

const placeOf = ({ row }: HeadCountLineModel) => `${row.date} ${row.site}`;

/** The counts as they are typed, kept site by site. */
export function useHeadCounts(lines: readonly HeadCountLineModel[]): HeadCounts {
  const [drafts, setDrafts] = useState<Drafts>(unfinished);
  const save = useSave();
  const latest = useRef(drafts);
  useEffect(() => {
    latest.current = drafts;
    unfinished = drafts;
  });
  const draftOf = useCallback((line: HeadCountLineModel): ManualCounts | null => {
    const draft = latest.current.get(placeOf(line));
    return draft?.version === line.row.decision.sheetVersion ? draft.typed : null;
  }, []);
  const put = useCallback((line: HeadCountLineModel, typed: ManualCounts | null) => {
    const next = new Map(latest.current);
    if (typed) next.set(placeOf(line), { version: line.row.decision.sheetVersion, typed });
    else next.delete(placeOf(line));
    latest.current = next;
    setDrafts(next);
  }, []);
  // What was kept since is no draft any more: it must not come back when the count is taken back.
  useEffect(() => {
    const old = lines.filter((line) => {
      const draft = latest.current.get(placeOf(line));
      return draft !== undefined && draft.version !== line.row.decision.sheetVersion;
    });
    for (const line of old) put(line, null);
  }, [lines, put]);
  // Made once for each answer: a line whose counts are the same is not drawn again at each key.
  const kept = useMemo(() => new Map(lines.map((line) => [line, typedOf(line)])), [lines]);
  const typed = (line: HeadCountLineModel): ManualCounts => {
    const draft = drafts.get(placeOf(line));
    return draft?.version === line.row.decision.sheetVersion ? draft.typed : (kept.get(line) ?? {});
  };
  const change = useCallback(
    (line: HeadCountLineModel, diners: DinerClass, text: string) =>
      put(line, { ...(draftOf(line) ?? typedOf(line)), [diners]: text }),
    [put, draftOf],
  );
  const keep = useCallback(
    (line: HeadCountLineModel) => {
      const draft = draftOf(line);
      const state = draft && stateOf(line, draft);
      if (!state || state.type === 'wrong' || state.type === 'partly') return;
      const counts = state.type === 'counted' ? state.counts : null;
      if (differs(line, counts)) void save([line], [counts]);
    },
    [draftOf, save],
  );
  const forget = useCallback((line: HeadCountLineModel) => put(line, null), [put]);
  const takeOrdered = useCallback(
    (lines: readonly HeadCountLineModel[]) => {
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
  const notifyUndoable = useUndoableNotice();
  const { failed } = useShell();
  return useCallback(
    async (lines: readonly HeadCountLineModel[], counts: readonly HeadCountDraft['counts'][]) => {
      const [first] = lines;
      if (!first) return;
      const headCounts = lines.map(({ row: { siteId, date } }, i) => ({
        siteId,
        date,
        counts: counts[i] ?? null,
      }));
      try {
        const { edits } = await call('orders.headCounts', { headCounts });
        const about = { site: first.row.site, day: format.day(first.row.date) };
        const several = t('rollCall.savedMany', { count: lines.length, n: format.count(lines.length) });
        const one = t(counts[0] ? 'rollCall.saved' : 'rollCall.forgotten', about);
        notifyUndoable(lines.length > 1 ? several : one, edits);
      } catch (problem) {
        failed(problem);
      }
    },
    [t, format, call, notifyUndoable, failed],
  );
}
