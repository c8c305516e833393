import { type RefObject, useEffect } from 'react';

/** What was pressed last in a box that scrolls, and how far below the beginning of its content it stands. */
interface Held {
  readonly part: HTMLElement;
  readonly offset: number;
}

/**
 * What was pressed last in a box that scrolls stays under the pointer, whatever comes or goes above it and whenever.
 * `parts` says what is held. Where it moved within the content, the box is scrolled by as much before the page is
 * painted; the browser, which would do so only while there is something to scroll, leaves it alone meanwhile. The box
 * has two children: what it contains, and an empty one, which is room for as long as the box is scrolled further than
 * that reaches. `of`: what the box shows.
 */
export function useHeldPlace(box: RefObject<HTMLElement | null>, parts: string, of: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other contents nothing of before is held.
  useEffect(() => {
    const scrolled = box.current;
    const [content, room] = scrolled?.children ?? [];
    if (!scrolled || !content || !(room instanceof HTMLElement)) return;
    const offsetOf = (part: Element) =>
      part.getBoundingClientRect().top - content.getBoundingClientRect().top;
    let held: Held | null = null;
    /** Where the person left the box: a content that became shorter scrolls it by itself, and that is no wish. */
    let at = 0;
    const beyond = () => content.clientHeight - scrolled.clientHeight;
    // Told with the first layout: to ask before would have all of the page laid out at once.
    let wasBeyond = 0;
    const hold = (part: HTMLElement | null) => {
      scrolled.toggleAttribute('data-holds', part !== null);
      held = part && { part, offset: offsetOf(part) };
    };
    const scrollTo = (top: number) => {
      wasBeyond = beyond();
      room.style.height = `${held ? Math.max(0, top - wasBeyond) : 0}px`;
      if (Math.abs(scrolled.scrollTop - top) >= 1) scrolled.scrollTop = top;
      at = scrolled.scrollTop;
    };
    const onContent = () => {
      if (held && !held.part.isConnected) hold(null);
      if (!held) return scrollTo(scrolled.scrollTop);
      const { part, offset } = held;
      hold(part);
      scrollTo(at + held.offset - offset);
    };
    const onPress = ({ target }: Event) => {
      const part = target instanceof Element ? target.closest<HTMLElement>(parts) : null;
      hold(part && scrolled.contains(part) ? part : null);
      scrollTo(scrolled.scrollTop);
    };
    const onScroll = () => {
      // What changed since the last frame is not yet told: it is no scroll of a person's.
      const isSame = beyond() === wasBeyond && Math.abs(held ? offsetOf(held.part) - held.offset : 0) < 1;
      if (isSame) scrollTo(scrolled.scrollTop);
      else onContent();
    };
    /** In a window of another size everything stands elsewhere: nothing is held, and no room kept. */
    const release = () => {
      hold(null);
      scrollTo(scrolled.scrollTop);
    };
    const observer = new ResizeObserver(onContent);
    observer.observe(content);
    observer.observe(scrolled);
    const presses = ['pointerdown', 'keydown'];
    for (const press of presses) document.addEventListener(press, onPress, true);
    scrolled.addEventListener('scroll', onScroll);
    window.addEventListener('resize', release);
    return () => {
      hold(null);
      room.style.height = '0px';
      observer.disconnect();
      for (const press of presses) document.removeEventListener(press, onPress, true);
      scrolled.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', release);
    };
  }, [box, parts, of]);
}
