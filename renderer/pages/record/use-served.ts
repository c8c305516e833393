import { useCallback, useMemo, useRef, useState } from 'react';
import type { RecordEntry, RecordRow } from '../../../electron/api/records.ts';
import { useJob } from '../../bridge/use-api.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useUndoableNotice } from '../../shell/use-undoable-notice.ts';
import {
  type Cell,
  cellKey,
  changeOf,
  keptText,
  noDrafts,
  portionFacts,
  type RowDrafts,
  rowKey,
} from './served-model.ts';
import type { PlannedOf } from './use-planned.ts';

/** What a line or the panel can do with its fields; the same object at every key. */
export interface ServedActions {
  change(row: RecordRow, cell: Cell, text: string): void;
  /** Keeps what was typed where it is a value and differs from what is kept. */
  keep(row: RecordRow, cell: Cell): void;
  /** Back to what is kept. */
  forget(row: RecordRow, cell: Cell): void;
  /** Keeps entries of one or many sites at once: one step for undo. */
  save(entries: readonly RecordEntry[], words: string): void;
  /** Proposed for what was prepared of a dish. */
  readonly planned: PlannedOf;
}

/** Values of some sites and days as they are typed, each kept when one leaves its field. Drafts by `rowKey`. */
export function useServed(planned: PlannedOf) {
  const { t } = useTranslation();
  const format = useFormat();
  const notifyUndoable = useUndoableNotice();
  const { edit, error, reset } = useJob('records.save');
  const [drafts, setDrafts] = useState<ReadonlyMap<string, RowDrafts>>(new Map());
  // What a call started from an earlier drawing must know; all changes go through `put`.
  const latest = useRef(drafts);
  const put = useCallback((row: RecordRow, cell: Cell, text: string | null) => {
    const key = rowKey(row);
    const own = new Map(latest.current.get(key) ?? noDrafts);
    if (text === null) own.delete(cellKey(cell));
    else own.set(cellKey(cell), { cell, text });
    const next = new Map(latest.current);
    if (own.size === 0) next.delete(key);
    else next.set(key, own);
    latest.current = next;
    setDrafts(next);
  }, []);
  const save = useCallback(
    async (entries: readonly RecordEntry[], words: string): Promise<boolean> => {
      const done = await edit({ entries });
      if (!done) return false;
      notifyUndoable(words, done.edits);
      return true;
    },
    [edit, notifyUndoable],
  );
  const actions = useMemo<ServedActions>(() => {
    const textOf = (row: RecordRow, cell: Cell) => latest.current.get(rowKey(row))?.get(cellKey(cell))?.text;
    return {
      change: put,
      forget: (row, cell) => {
        if (textOf(row, cell) !== undefined) put(row, cell, null);
      },
      keep: (row, cell) => {
        const { siteId, site, date } = row;
        const text = textOf(row, cell);
        if (text === undefined) return;
        if (text.trim() === keptText(row, cell)) return put(row, cell, null);
        const drafts = latest.current.get(rowKey(row)) ?? noDrafts;
        const change = changeOf(cell, text, portionFacts(row, cell, drafts, planned));
        if (change.type === 'wrong') return;
        const words = t('record.saved', { site, day: format.day(date) });
        void save([{ siteId, date, ...change.entry }], words).then((saved) => {
          // Typed on meanwhile: that is another entry.
          if (saved && textOf(row, cell) === text) put(row, cell, null);
        });
      },
      save: (entries, words) => void save(entries, words),
      planned,
    };
  }, [put, save, planned, t, format]);
  return { drafts, actions, error, reset };
}
