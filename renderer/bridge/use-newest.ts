import { useRef } from 'react';

/**
 * Saves one field after the other of a record that is saved as a whole. Whoever types fast changes the next field
 * before the record is read again: each change is sent when the one before it was answered and builds on what was
 * kept, or it would put that back. A change that is refused is no part of the next.
 *
 * @param save tells `taken` when the change is kept, and resolves when all has been read again; what it resolves to is
 *   the answer to the change
 */
export function useNewest<T, A>(
  read: T,
  save: (next: T, taken: () => void) => Promise<A>,
): (change: (before: T) => T) => Promise<A> {
  const shown = useRef(read);
  shown.current = read;
  const kept = useRef<T | null>(null);
  const open = useRef(0);
  // What is shown now was read after the last change was kept; an undo may have changed it since.
  if (open.current === 0) kept.current = null;
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return (change) => {
    const { promise: taken, resolve: tell } = Promise.withResolvers<void>();
    const turn = () => {
      const next = change(kept.current ?? shown.current);
      return save(next, () => {
        kept.current = next;
        tell();
      });
    };
    open.current += 1;
    const done = last.current.then(turn).finally(() => {
      open.current -= 1;
      tell();
    });
    last.current = taken;
    return done;
  };
}
