import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';

interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

const PAGE = 10;

const parsePlace = (text: string): GridPosition => {
  const [row = 0, column = 0] = text.split('-').map(Number);
  return { row, column };
};

/** Where a key leads in a grid, or `null` when the key means nothing there. */
export function positionAfterKey(
  key: string,
  ctrl: boolean,
  from: GridPosition,
  size: GridSize,
): GridPosition | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const moves: Record<string, GridPosition> = {
    ArrowUp: { row: from.row - 1, column: from.column },
    ArrowDown: { row: from.row + 1, column: from.column },
    ArrowLeft: { row: from.row, column: from.column - 1 },
    ArrowRight: { row: from.row, column: from.column + 1 },
    PageUp: { row: from.row - PAGE, column: from.column },
    PageDown: { row: from.row + PAGE, column: from.column },
    Home: { row: ctrl ? 0 : from.row, column: 0 },
    End: { row: ctrl ? last.row : from.row, column: last.column },
  };
  const to = moves[key];
  if (!to) return null;
  const within = (n: number, top: number) => Math.min(top, Math.max(0, n));
  return { row: within(to.row, last.row), column: within(to.column, last.column) };
}

/** Tells whether the cell is drawn, and has the focus now. */
function focusDrawn(table: HTMLTableElement | null, { row, column }: GridPosition): boolean {
  const cell = table?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`);
  cell?.focus();
  return cell != null;
}

export interface GridFocus {
  readonly active: GridPosition;
  onKeyDown(event: KeyboardEvent): void;
  onFocusPlace(place: string): void;
  /** Moves the focus there as soon as that row is drawn. */
  focusPlace(place: GridPosition): void;
}

/**
 * One cell of the grid is in the tab order; arrows move it. A row that is not drawn yet is scrolled to first, and
 * takes the focus when it appears. At first it is in `firstColumn`.
 */
export function useGridFocus(
  table: RefObject<HTMLTableElement | null>,
  size: GridSize,
  scrollToRow: (row: number) => void,
  firstColumn = 0,
): GridFocus {
  const [active, setActive] = useState<GridPosition>({ row: 0, column: firstColumn });
  const pending = useRef<GridPosition | null>(null);
  const focusPlace = useCallback(
    (place: GridPosition) => {
      setActive({ ...place });
      scrollToRow(place.row);
      // At once where it is drawn: after what follows is drawn, it would have the page laid out in the middle of it.
      pending.current = focusDrawn(table.current, place) ? null : place;
    },
    [table, scrollToRow],
  );
  useEffect(() => {
    if (pending.current && focusDrawn(table.current, pending.current)) pending.current = null;
  });
  const onFocusPlace = useCallback((text: string) => setActive(parsePlace(text)), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = positionAfterKey(event.key, event.ctrlKey || event.metaKey, active, size);
    if (!to) return;
    event.preventDefault();
    focusPlace(to);
  };
  return { active, onKeyDown, onFocusPlace, focusPlace };
}
