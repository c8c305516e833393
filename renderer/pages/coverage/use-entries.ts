import { useCallback, useRef, useState } from 'react';
import type { CountEntry, EnteredCount } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';

/** What stands in a field and is not kept (yet). */
export interface EntryDraft {
  readonly text: string;
  /** Why it is not kept; `null`: still being typed, or on its way. */
  readonly answer: EnteredCount | null;
}

/** One field: a site, a day, and of whom the count is (absent: all children). */
export type EntryPlace = Pick<CountEntry, 'siteId' | 'date' | 'diners'>;

export const entryKey = ({ siteId, date, diners }: EntryPlace): string =>
  `${siteId} ${date} ${diners ?? 'all'}`;

export interface Entries {
  readonly drafts: ReadonlyMap<string, EntryDraft>;
  change(place: EntryPlace, text: string): void;
  /** Keeps what was typed where it differs from what is kept. */
  keep(place: EntryPlace, kept: number | null): void;
  /** Back to what is kept. */
  forget(place: EntryPlace): void;
  /** Keeps many at once: one step for undo. `sure`: counts that can hardly be too. */
  enter(entries: readonly CountEntry[], sure?: boolean): void;
}

const isKept = ({ state }: EnteredCount) => state === 'kept' || state === 'marked';

/** Counts typed or pasted into fields, each kept when one leaves its field; what is refused stays as it was typed. */
export function useEntries(): Entries & { readonly job: ReturnType<typeof useJob<'attendance.enter'>> } {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const job = useJob('attendance.enter');
  const [drafts, setDrafts] = useState<ReadonlyMap<string, EntryDraft>>(new Map());
  // What a call started from an earlier drawing must know; all changes go through `put`.
  const latest = useRef(drafts);
  const put = useCallback((changes: readonly (readonly [string, EntryDraft | null])[]) => {
    const next = new Map(latest.current);
    for (const [key, draft] of changes) {
      if (draft) next.set(key, draft);
      else next.delete(key);
    }
    latest.current = next;
    setDrafts(next);
  }, []);
  const { edit } = job;
  const enter = useCallback(
    async (entries: readonly CountEntry[], sure = false) => {
      put(entries.map((entry) => [entryKey(entry), { text: entry.text, answer: null }]));
      const done = await edit({ entries, sure }, ({ output, edits }) => {
        const kept = output.filter(isKept).length;
        if (kept > 0) notifyUndoable(t('coverage.entered', { count: kept, n: format.count(kept) }), edits);
      });
      if (!done) return;
      const texts = new Map(entries.map((entry) => [entryKey(entry), entry.text]));
      const changes = done.output.flatMap((answer): [string, EntryDraft | null][] => {
        const key = entryKey(answer);
        const draft = latest.current.get(key);
        // Typed on meanwhile: that is another entry.
        if (draft?.text !== texts.get(key)) return [];
        return [[key, isKept(answer) ? null : { text: draft?.text ?? '', answer }]];
      });
      put(changes);
    },
    [edit, put, notifyUndoable, t, format],
  );
  const change = useCallback(
    (place: EntryPlace, text: string) => put([[entryKey(place), { text, answer: null }]]),
    [put],
  );
  const forget = useCallback((place: EntryPlace) => put([[entryKey(place), null]]), [put]);
  const keep = useCallback(
    (place: EntryPlace, kept: number | null) => {
      const draft = latest.current.get(entryKey(place));
      if (!draft || draft.answer !== null) return;
      const text = draft.text.trim();
      if (text === (kept === null ? '' : String(kept))) forget(place);
      else void enter([{ ...place, text }]);
    },
    [enter, forget],
  );
  return { drafts, change, keep, forget, enter: (...args) => void enter(...args), job };
}
