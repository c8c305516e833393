import { useMemo } from 'react';
import type { IsoDate, WeekPlan } from '../../electron/api/records.ts';
import { type ApiQuery, useApiQuery } from '../bridge/use-api.ts';
import { weekRequest } from '../routes/week-requests.ts';
import { planAtLevel } from './plan-at-level.ts';

/** The plan of a week at the service level in force. Another level is shown from the same answer. */
export function useWeekPlan(
  from: IsoDate,
  serviceLevel: number,
  options: { readonly to?: IsoDate; readonly enabled?: boolean } = {},
): ApiQuery<WeekPlan> {
  const { to, enabled = true } = options;
  const input = weekRequest(from, serviceLevel, to);
  const query = useApiQuery('plan.week', input, {
    enabled,
    keep: (earlier) => earlier.from === from && earlier.to === input.to,
  });
  const { data } = query;
  const plan = useMemo(() => data && planAtLevel(data, serviceLevel), [data, serviceLevel]);
  return useMemo(() => ({ ...query, data: plan }), [query, plan]);
}
