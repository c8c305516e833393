import type { Input } from 'electron';

/** The steps of browsers, within what the pages are made for. */
const steps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** Chromium answers 1.1000000000000003 where 1.1 was set. */
const near = 0.005;

export type ZoomChange = 'in' | 'out' | 'reset';

/** The next step from a zoom factor, which need not be a step itself; the last one stays. */
export function zoomAfter(factor: number, change: ZoomChange): number {
  if (change === 'reset') {
    return 1;
  }
  return change === 'in'
    ? (steps.find((step) => step > factor + near) ?? steps[steps.length - 1] ?? 1)
    : (steps.findLast((step) => step < factor - near) ?? steps[0]);
}

/**
 * Whether a key pressed with Ctrl or ⌘ is the minus of this keyboard. On a French one it is typed with the key of the
 * 6, which the menu would take for the sixth page.
 */
export const isMinus = ({ type, control, meta, alt, shift, key }: Input): boolean =>
  type === 'keyDown' && (control || meta) && !alt && !shift && key === '-';
