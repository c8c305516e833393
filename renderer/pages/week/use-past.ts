import { useEffect, useState } from 'react';
import type { ApiError } from '../../../electron/api/contract.ts';
import type { Hindcasts, IsoDate } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';

/** The past forecasts of a cell as far as they are made. */
export interface PastWork {
  readonly data: Hindcasts | undefined;
  readonly error: ApiError | null;
  /** Asked not to go on. */
  readonly stopped: boolean;
  readonly working: boolean;
  stop(): void;
  resume(): void;
}

/** Asks for the past forecasts again and again until all are made, for as long as the cell is shown. */
export function usePast(siteId: number, date: IsoDate, enabled: boolean): PastWork {
  const [stopped, setStopped] = useState(false);
  const query = useApiQuery('plan.past', { siteId, date }, { enabled });
  const { data, error, refreshing, again } = query;
  const unfinished = enabled && (data === undefined || data.done < 1);
  const idle = data !== undefined && !refreshing && error === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is another function at each drawing.
  useEffect(() => {
    if (unfinished && idle && !stopped) again();
  }, [unfinished, idle, stopped, data]);
  return {
    data,
    error,
    stopped: stopped && unfinished,
    working: unfinished && !stopped && error === null,
    stop: () => setStopped(true),
    resume: () => {
      setStopped(false);
      if (error) again();
    },
  };
}
