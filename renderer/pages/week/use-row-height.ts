import { type RefObject, useLayoutEffect, useState } from 'react';
import { onSize } from '../../ui/use-box-size.ts';

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

/** Heights as they are laid out. */
interface Heights {
  readonly space: number;
  readonly head: number;
  readonly foot: number;
  /** Of the key under the table. */
  readonly key: number;
  /** Of a row, by the density in use. */
  readonly base: number;
  readonly tall: boolean;
}

/** Measures the room that the grid has; head and foot of the table and the key under it are taken off. */
export function useGridMeasures(
  space: RefObject<HTMLElement | null>,
  table: RefObject<HTMLTableElement | null>,
  { rows, sites }: { readonly rows: number; readonly sites: number },
): GridMeasures {
  const [heights, setHeights] = useState<Heights | null>(null);
  useLayoutEffect(() => {
    const box = space.current;
    const grid = table.current;
    if (!box || !grid) return;
    const measure = () => {
      const after = heightsOf(box, grid);
      setHeights((before) => (isSame(before, after) ? before : after));
    };
    return onSize(
      [box, ...box.children, grid.tHead, grid.tFoot].flatMap((part) => part ?? []),
      measure,
    );
  }, [space, table]);
  if (!heights) return { row: 40, oneLine: false, head: 60, foot: 46 };
  const { head, foot, key, base, tall } = heights;
  const oneLine = sites > MANY && tall;
  // Rows that are found keep the height that they had among all.
  const most = Math.max(rows, sites);
  const row = oneLine ? ONE_LINE : rowHeight(base, heights.space - key - head - foot - 2, most);
  return { row, oneLine, head, foot };
}

function heightsOf(box: HTMLElement, table: HTMLTableElement): Heights {
  const row = getComputedStyle(document.documentElement).getPropertyValue('--row');
  return {
    space: box.clientHeight,
    head: table.tHead?.offsetHeight ?? 60,
    foot: table.tFoot?.offsetHeight ?? 0,
    key: table.parentElement?.nextElementSibling?.clientHeight ?? 0,
    base: Number.parseFloat(row) || 40,
    tall: matchMedia(TALL).matches,
  };
}

const isSame = (a: Heights | null, b: Heights): boolean =>
  a !== null && (Object.keys(b) as (keyof Heights)[]).every((name) => a[name] === b[name]);
