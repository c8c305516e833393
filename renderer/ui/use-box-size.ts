import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

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
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, size];
}
