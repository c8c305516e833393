import { type RefObject, useEffect, useRef } from 'react';
import { useLocation, useParams } from 'wouter';

/** The part of the page that the address asks for, `null` for none. */
export const usePartInAddress = (): string | null => useParams<{ part?: string }>().part ?? null;

/**
 * The part of a page takes the focus, in sight, when the address asks for it by its name. The address then becomes
 * the page's own (`home`), so that the part can be asked for again. The element must be able to take the focus.
 * @param ready false while what stands above the part is still to come.
 */
export function useRequestedPart<E extends HTMLElement>(
  name: string,
  home: string,
  ready = true,
): RefObject<E | null> {
  const element = useRef<E>(null);
  const asked = usePartInAddress() === name && ready;
  const [, go] = useLocation();
  useEffect(() => {
    if (!asked) return;
    // Charts above take their size first.
    const frame = requestAnimationFrame(() => {
      element.current?.scrollIntoView({ block: 'start' });
      element.current?.focus({ preventScroll: true });
      go(home, { replace: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [asked, home, go]);
  return element;
}
