import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { PlanRow } from '../../../electron/api/records.ts';
import type { Move } from './cell-editor.tsx';
import { isChanged } from './decisions.ts';
import { useDecideOrder } from './use-decide.ts';
import type { GridFocus, GridPosition } from './use-grid-focus.ts';
import type { TypedOrder } from './usual-reasons.ts';
import type { Week } from './week-model.ts';

export interface EditedCell extends GridPosition {
  /** What stands in the field at first. */
  readonly start: string;
}

interface GridEditing {
  readonly at: EditedCell | null;
  /** Tells whether the key meant something here. */
  onKeyDown(event: KeyboardEvent): boolean;
  onEdited(row: PlanRow, order: TypedOrder | null, move: Move): void;
}

const STEPS: Readonly<Record<Exclude<Move, 'leave'>, GridPosition>> = {
  stay: { row: 0, column: 0 },
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

const within = (n: number, count: number) => Math.min(count - 1, Math.max(0, n));

/** Typing on a cell changes its order, F2 opens it for typing, Delete goes back to the recommendation. */
export function useGridEditing(week: Week, focus: GridFocus): GridEditing {
  const [at, setAt] = useState<EditedCell | null>(null);
  const decide = useDecideOrder();
  const { active, focusPlace } = focus;
  const onKeyDown = (event: KeyboardEvent) => {
    const row = week.sites[active.row]?.cells[active.column];
    const isPast = week.days[active.column]?.past === true;
    if (!row || isPast || event.ctrlKey || event.metaKey || event.altKey) return false;
    const { key } = event;
    if (/^\d$/.test(key) || key === 'F2') {
      event.preventDefault();
      setAt({ ...active, start: key === 'F2' ? String(row.order) : key });
      return true;
    }
    if (key !== 'Delete' && key !== 'Backspace') return false;
    event.preventDefault();
    if (isChanged(row)) void decide(row, null);
    return true;
  };
  // The rows are given this function: it must stay the same, or each step of the focus would draw them all.
  const latest = useRef({ week, at });
  useEffect(() => {
    latest.current = { week, at };
  });
  const onEdited = useCallback(
    (row: PlanRow, order: TypedOrder | null, move: Move) => {
      const { at: place, week: shown } = latest.current;
      setAt(null);
      if (place && move !== 'leave') {
        const step = STEPS[move];
        focusPlace({
          row: within(place.row + step.row, shown.sites.length),
          column: within(place.column + step.column, shown.days.length),
        });
      }
      if (!order || order.quantity === null) return;
      const reason = order.reason || row.decision.reason;
      if (order.quantity !== row.order || reason !== row.decision.reason) {
        void decide(row, order.quantity, reason);
      }
    },
    [decide, focusPlace],
  );
  return { at, onKeyDown, onEdited };
}
