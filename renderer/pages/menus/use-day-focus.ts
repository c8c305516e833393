import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { IsoDate } from '../../../electron/api/records.ts';
import { addCalendarDays, mondayOf, schoolDayFrom } from '../../format/dates.ts';
import { sameWeekdayOfMonth } from '../../format/months.ts';

const WEEK = 7;
const FRIDAY = 4;

/** Where a key leads in a calendar of school days, or `null` when the key means nothing there. */
export function dayAfterKey(key: string, from: IsoDate): IsoDate | null {
  switch (key) {
    case 'ArrowLeft':
      return schoolDayFrom(from, -1);
    case 'ArrowRight':
      return schoolDayFrom(from, 1);
    case 'ArrowUp':
      return addCalendarDays(from, -WEEK);
    case 'ArrowDown':
      return addCalendarDays(from, WEEK);
    case 'PageUp':
      return sameWeekdayOfMonth(from, -1);
    case 'PageDown':
      return sameWeekdayOfMonth(from, 1);
    case 'Home':
      return mondayOf(from);
    case 'End':
      return addCalendarDays(mondayOf(from), FRIDAY);
    default:
      return null;
  }
}

/**
 * One day of the calendar is in the tab order; arrows move it. A day that is not drawn yet takes the focus when its
 * month appears.
 */
export function useDayFocus(table: RefObject<HTMLTableElement | null>, onLeave: (date: IsoDate) => void) {
  const [active, setActive] = useState<IsoDate | null>(null);
  const pending = useRef<IsoDate | null>(null);
  const cellOf = useCallback(
    (date: IsoDate) => table.current?.querySelector<HTMLElement>(`[data-date="${date}"]`) ?? null,
    [table],
  );
  const focusDay = useCallback(
    (date: IsoDate) => {
      pending.current = date;
      setActive(date);
      if (!cellOf(date)) onLeave(date);
    },
    [cellOf, onLeave],
  );
  useEffect(() => {
    const cell = pending.current ? cellOf(pending.current) : null;
    if (!cell) return;
    pending.current = null;
    cell.focus();
  });
  const onKeyDown = (event: KeyboardEvent, from: IsoDate) => {
    const to = event.ctrlKey || event.metaKey || event.altKey ? null : dayAfterKey(event.key, from);
    if (!to) return;
    event.preventDefault();
    focusDay(to);
  };
  return { active, setActive, focusDay, onKeyDown };
}
