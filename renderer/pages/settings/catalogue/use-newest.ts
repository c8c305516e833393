import { useRef } from 'react';

/**
 * Saves one field after the other of a record that is saved as a whole. Whoever types fast changes the next field
 * before the record is read again: each change builds on those before it, or it would put them back.
 */
export function useNewest<T>(
  read: T,
  save: (next: T) => Promise<boolean>,
): (change: (before: T) => T) => Promise<boolean> {
  const shown = useRef(read);
  shown.current = read;
  const asked = useRef(read);
  const open = useRef(0);
  return async (change) => {
    asked.current = change(open.current === 0 ? shown.current : asked.current);
    open.current += 1;
    try {
      return await save(asked.current);
    } finally {
      open.current -= 1;
    }
  };
}
