import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type RefObject, useCallback, useState } from 'react';

/** Height of a line until it is measured, and of the head that stays over the lines, in pixels. */
const LINE = 33;
const HEAD = 30;

export interface DrawnLine {
  readonly index: number;
  readonly key: string | number | bigint;
  /** Height of the lines before it that are not drawn, in pixels. */
  readonly gap: number;
}

export interface DrawnLines {
  readonly items: readonly DrawnLine[];
  /** Height of what comes after the last of them. */
  readonly below: number;
  measure(line: HTMLTableRowElement | null): void;
  onFocus(event: FocusEvent): void;
}

/**
 * The lines in sight, of however many there are. The line with the focus and those beside it are drawn too, wherever
 * one scrolls: what is typed in it is not lost, and Enter and the arrows find where to go.
 */
export function useDrawnLines(count: number, scroller: RefObject<HTMLElement | null>): DrawnLines {
  const [focused, setFocused] = useState<number | null>(null);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const beside = focused === null ? [] : [focused - 1, focused, focused + 1];
      const wanted = new Set([...defaultRangeExtractor(range), ...beside]);
      return [...wanted].filter((index) => index >= 0 && index < count).toSorted((a, b) => a - b);
    },
    [focused, count],
  );
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 12,
    rangeExtractor,
    scrollPaddingStart: HEAD,
    initialRect: { width: 800, height: 600 },
  });
  const onFocus = useCallback((event: FocusEvent) => {
    const index = event.target.closest<HTMLElement>('tr[data-index]')?.dataset.index;
    setFocused(index === undefined ? null : Number(index));
  }, []);
  let end = 0;
  const items = rows.getVirtualItems().map(({ index, key, start, end: after }) => {
    const gap = start - end;
    end = after;
    return { index, key, gap };
  });
  return { items, below: rows.getTotalSize() - end, measure: rows.measureElement, onFocus };
}
