export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room between the card, what it points at, and the window's edge, in pixels. */
const GAP = 14;

/** Where the card stands: below what it points at, above, beside, or in the middle; always within the window. */
export function placeCard(
  target: Rect | null,
  card: Size,
  window: Size,
): { readonly left: number; readonly top: number } {
  if (!target) return { left: (window.width - card.width) / 2, top: (window.height - card.height) / 2 };
  const within = (at: number, size: number, room: number) => Math.max(GAP, Math.min(at, room - size - GAP));
  const left = within(target.left, card.width, window.width);
  const below = target.top + target.height + GAP;
  if (below + card.height + GAP <= window.height) return { left, top: below };
  const above = target.top - GAP - card.height;
  if (above >= GAP) return { left, top: above };
  const before = target.left - GAP - card.width;
  const beside = before >= GAP ? before : target.left + target.width + GAP;
  return {
    left: within(beside, card.width, window.width),
    top: within(target.top, card.height, window.height),
  };
}
