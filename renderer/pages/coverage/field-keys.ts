import type { KeyboardEvent } from 'react';
import { useShell } from '../../shell/shell-context.tsx';

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  Enter: [1, 0],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const fieldAt = (root: Element, row: number, column: number) =>
  root.querySelector<HTMLElement>(`[data-place="${row}-${column}"]`);

/** Row and column of a field, or of the cell of a day; `null`: it is none of a grid. */
export function fieldPlaceOf(target: EventTarget): { readonly row: number; readonly column: number } | null {
  const place = target instanceof HTMLElement ? target.dataset.place : undefined;
  const [row, column] = place?.split('-').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

/** Is the cursor where an arrow leads out of the field? */
function leaves({ selectionStart, selectionEnd, value }: HTMLInputElement, right: number): boolean {
  const whole = selectionStart === 0 && selectionEnd === value.length;
  return whole || (right < 0 ? selectionEnd === 0 : selectionStart === value.length);
}

/**
 * Enter and the arrows lead from field to field, Tab is the browser's own. Ctrl+Z takes back what was kept last,
 * unless something is being typed: then it is the field's own. `isTyped`: is there a draft in the field?
 */
export function useFieldKeys(isTyped: (row: number, column: number) => boolean) {
  const { step } = useShell();
  return (event: KeyboardEvent<HTMLElement>): void => {
    const field = event.target;
    const place = fieldPlaceOf(field);
    if (!place || !(field instanceof HTMLElement) || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'z' || isTyped(place.row, place.column)) return;
      event.preventDefault();
      void step(event.shiftKey ? 'redo' : 'undo');
      return;
    }
    const found = steps[event.key];
    if (!found) return;
    const [down, right] = event.key === 'Enter' && event.shiftKey ? [-1, 0] : found;
    if (right !== 0 && field instanceof HTMLInputElement && !leaves(field, right)) return;
    event.preventDefault();
    const to = fieldAt(event.currentTarget, place.row + down, place.column + right);
    if (to) to.focus();
    else if (event.key === 'Enter') field.blur();
  };
}
