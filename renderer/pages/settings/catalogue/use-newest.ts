import { useRef } from 'react';

/**
 * Saves one field after the other of a record that is saved as a whole. Whoever types fast changes the next field
 * before the record is read again: each change is sent when the one before it was answered and builds on what was
 * kept, or it would put that back. A change that is refused is no part of the next.
 *
 * @param save tells `taken` when the change is kept, and resolves when all has been read again; `false`: refused
 */
export function useNewest<T>(
  read: T,
  save: (next: T, taken: () => void) => Promise<boolean>,
): (change: (before: T) => T) => Promise<boolean> {
  const shown = useRef(read);
  shown.current = read;
  const kept = useRef<T | null>(null);
  const open = useRef(0);
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
      if (open.current === 0) kept.current = null;
      tell();
    });
    last.current = taken;
    return done;
  };
}
