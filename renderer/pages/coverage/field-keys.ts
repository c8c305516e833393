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
  root.querySelector<HTMLInputElement>(`input[data-place="${row}-${column}"]`);

/** Row and column of a field; `null`: it is no field of a grid. */
export function fieldPlaceOf(target: EventTarget): { readonly row: number; readonly column: number } | null {
  const place = target instanceof HTMLInputElement ? target.dataset.place : undefined;
  const [row, column] = place?.split('-').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
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
    if (!place || !(field instanceof HTMLInputElement) || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'z' || isTyped(place.row, place.column)) return;
      event.preventDefault();
      void step(event.shiftKey ? 'redo' : 'undo');
      return;
    }
    const found = steps[event.key];
    if (!found) return;
    const [down, right] = event.key === 'Enter' && event.shiftKey ? [-1, 0] : found;
    const { selectionStart, selectionEnd, value } = field;
    const whole = selectionStart === 0 && selectionEnd === value.length;
    const atEdge = right < 0 ? selectionEnd === 0 : selectionStart === value.length;
    if (right !== 0 && !whole && !atEdge) return;
    event.preventDefault();
    const to = fieldAt(event.currentTarget, place.row + down, place.column + right);
    if (to) to.focus();
    else if (event.key === 'Enter') field.blur();
  };
}
