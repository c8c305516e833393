import { useState } from 'react';
import type { AppState, LastDay } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';

/** Put off until the next start of the page. */
const session = { later: false };

/** The day to go through, once a day and only where something was recorded; `null`: none, or not now. */
export function useDayReview(state: AppState, ready: boolean): readonly [LastDay | null, () => void] {
  const { settings, today } = state;
  const [later, setLater] = useState(session.later);
  const due = settings.dayReview && settings.dayReviewed !== today && !later;
  const query = useApiQuery('records.lastDay', {}, { enabled: due && ready, keep: () => true });
  const putOff = () => {
    session.later = true;
    setLater(true);
  };
  return [due ? (query.data ?? null) : null, putOff];
}
