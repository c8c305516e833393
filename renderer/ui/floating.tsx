import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';

/** The place over the foot of the page where refusals float. */
export const FLOATING_ID = 'floating-refusals';

/** Whether what is shown stands in a dialog, which has a place of its own for what went wrong. */
export const InDialog = createContext(false);

/** Shows over the foot of the page what would push it; in a dialog, and where there is no such place, where it stands. */
export function Floating({ children }: { readonly children: ReactNode }) {
  const inDialog = useContext(InDialog);
  const place = inDialog ? null : document.getElementById(FLOATING_ID);
  return place ? createPortal(children, place) : children;
}
