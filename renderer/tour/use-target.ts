import { useEffect, useState } from 'react';
import type { Rect } from './place-card.ts';

/** Longer than a week takes to be worked out; after that the step says that there is nothing to show. */
const PATIENCE_MS = 15_000;

export interface TourTarget {
  readonly rect: Rect | null;
  /** It did not come. */
  readonly missing: boolean;
}

const same = (a: Rect | null, b: Rect | null) =>
  a?.left === b?.left && a?.top === b?.top && a?.width === b?.width && a?.height === b?.height;

function rectOf(selector: string): Rect | null {
  const element = document.querySelector(`main ${selector}`);
  if (!element) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  return width > 0 ? { left, top, width, height } : null;
}

/** Follows an element of the page: it may come late, move with the window, or go. */
export function useTarget(selector: string): TourTarget {
  const [target, setTarget] = useState<TourTarget>({ rect: null, missing: false });
  useEffect(() => {
    let seen = false;
    const look = () => {
      const rect = rectOf(selector);
      if (rect && !seen) {
        seen = true;
        document.querySelector(`main ${selector}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
      setTarget((before) => (same(before.rect, rect) && !before.missing ? before : { rect, missing: false }));
    };
    setTarget({ rect: null, missing: false });
    look();
    const changes = new MutationObserver(look);
    changes.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['class', 'style'],
    });
    const late = setTimeout(() => {
      if (!seen) setTarget({ rect: null, missing: true });
    }, PATIENCE_MS);
    window.addEventListener('resize', look);
    window.addEventListener('scroll', look, true);
    return () => {
      changes.disconnect();
      clearTimeout(late);
      window.removeEventListener('resize', look);
      window.removeEventListener('scroll', look, true);
    };
  }, [selector]);
  return target;
}
