import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Calls `measure` when elements get a size, and when they get another one: after the page is laid out and before it
 * is painted. To ask for a size at once would have the page laid out in the middle of the script. What `measure` sets
 * is drawn in the same frame. Returns how to end it.
 */
export function onSize(elements: readonly Element[], measure: () => void): () => void {
  const observer = new ResizeObserver(() => flushSync(measure));
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}

/** Calls `act` once, when an element is laid out and before it is painted. Returns how to give that up. */
export function onceLaidOut(element: Element, act: () => void): () => void {
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    act();
  });
  observer.observe(element);
  return () => observer.disconnect();
}

interface BoxSize {
  readonly width: number;
  readonly height: number;
}

/** The room that a drawing has, followed while the window changes. `null` before the first layout. */
export function useBoxSize<E extends HTMLElement>(): readonly [RefObject<E | null>, BoxSize | null] {
  const box = useRef<E>(null);
  const [size, setSize] = useState<BoxSize | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    return onSize([element], () => setSize({ width: element.clientWidth, height: element.clientHeight }));
  }, []);
  return [box, size];
}
