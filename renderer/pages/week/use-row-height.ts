import { type RefObject, useLayoutEffect, useState } from 'react';

/** Rows may grow this much to fill the page when there are few sites. */
const STRETCH = 1.35;

/** The row height of the density in use, stretched a little when all rows fit. */
export function rowHeight(base: number, space: number, rows: number): number {
  if (rows === 0 || rows * base > space) return base;
  return Math.max(base, Math.min(Math.floor(space / rows), Math.round(base * STRETCH)));
}

/** Above so many sites a tall window shows a site on one line. */
const MANY = 25;
const ONE_LINE = 30;
const TALL = '(min-width: 1600px) and (min-height: 900px)';

interface GridMeasures {
  readonly row: number;
  /** A site has one line: what would be a second one stands beside it. */
  readonly oneLine: boolean;
  readonly head: number;
  readonly foot: number;
}

/** Measures the room that the grid has; head and foot of the table and the key under it are taken off. */
export function useGridMeasures(
  space: RefObject<HTMLElement | null>,
  table: RefObject<HTMLTableElement | null>,
  { rows, sites }: { readonly rows: number; readonly sites: number },
): GridMeasures {
  const [measures, setMeasures] = useState<GridMeasures>({ row: 40, oneLine: false, head: 60, foot: 46 });
  useLayoutEffect(() => {
    const box = space.current;
    if (!box) return;
    const measure = () => {
      const base =
        Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')) || 40;
      const head = table.current?.tHead?.offsetHeight ?? 60;
      const foot = table.current?.tFoot?.offsetHeight ?? 0;
      const key = table.current?.parentElement?.nextElementSibling?.clientHeight ?? 0;
      const oneLine = sites > MANY && matchMedia(TALL).matches;
      // Rows that are found keep the height that they had among all.
      const row = oneLine
        ? ONE_LINE
        : rowHeight(base, box.clientHeight - key - head - foot - 2, Math.max(rows, sites));
      setMeasures((before) =>
        before.row === row && before.oneLine === oneLine && before.head === head && before.foot === foot
          ? before
          : { row, oneLine, head, foot },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [space, table, rows, sites]);
  return measures;
}
