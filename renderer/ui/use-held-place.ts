import { type RefObject, useEffect } from 'react';

/** What was pressed last in a box that scrolls, and where it was on the screen. */
interface Held {
  readonly part: HTMLElement;
  readonly top: number;
}

const topOf = (part: Element) => part.getBoundingClientRect().top;

/**
 * What was pressed last in a box that scrolls stays under the pointer, whatever comes or goes above it and whenever.
 * `parts` says what is held. The browser anchors to it; where it does not (nothing is scrolled yet, or the box became
 * too short), the box is scrolled by as much as the part moved, before the page is painted. The box has two children:
 * what it contains, and an empty one, which is room for as long as the box is scrolled further than that reaches.
 * `of`: what the box shows.
 */
export function useHeldPlace(box: RefObject<HTMLElement | null>, parts: string, of: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other contents nothing of before is held.
  useEffect(() => {
    const scrolled = box.current;
    const [content, room] = scrolled?.children ?? [];
    if (!scrolled || !content || !(room instanceof HTMLElement)) return;
    let held: Held | null = null;
    const hold = (part: HTMLElement | null) => {
      scrolled.toggleAttribute('data-holds', part !== null);
      if (held?.part !== part) {
        held?.part.removeAttribute('data-held');
        part?.setAttribute('data-held', '');
      }
      held = part && { part, top: topOf(part) };
    };
    const keepRoom = (scrollTop: number) => {
      const missing = held ? scrollTop + scrolled.clientHeight - content.clientHeight : 0;
      room.style.height = `${Math.max(0, missing)}px`;
    };
    const onPress = ({ target }: Event) => {
      const part = target instanceof Element ? target.closest<HTMLElement>(parts) : null;
      hold(part && scrolled.contains(part) ? part : null);
      keepRoom(scrolled.scrollTop);
    };
    const onScroll = () => {
      if (held) hold(held.part);
      keepRoom(scrolled.scrollTop);
    };
    const onContent = () => {
      if (held && !held.part.isConnected) hold(null);
      const moved = held ? topOf(held.part) - held.top : 0;
      keepRoom(scrolled.scrollTop + moved);
      if (Math.abs(moved) >= 1) scrolled.scrollTop += moved;
    };
    const observer = new ResizeObserver(onContent);
    observer.observe(content);
    const presses = ['pointerdown', 'keydown'];
    for (const press of presses) document.addEventListener(press, onPress, true);
    scrolled.addEventListener('scroll', onScroll);
    return () => {
      hold(null);
      keepRoom(0);
      observer.disconnect();
      for (const press of presses) document.removeEventListener(press, onPress, true);
      scrolled.removeEventListener('scroll', onScroll);
    };
  }, [box, parts, of]);
}
