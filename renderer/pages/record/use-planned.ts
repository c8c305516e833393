import { useMemo } from 'react';
import type { IsoDate, RecordRow } from '../../../electron/api/records.ts';
import { useApiQuery } from '../../bridge/use-api.ts';

/** Portions of a dish as the day's sheet has them, or (of no dish) all its meals; `null`: it has none. */
export type PlannedOf = (row: Pick<RecordRow, 'siteId' | 'date'>, dish: string) => number | null;

const keyOf = (siteId: number, dish: string) => `${siteId} ${dish}`;

const isAsked = ({ ordered, prepared, dishes }: RecordRow) =>
  ordered !== null && [prepared, ...dishes.map((dish) => dish.prepared)].includes(null);

/**
 * What the sheet of a day has for its dishes: asked where something was ordered and somebody may still say what was
 * prepared, while one goes on typing. `siteId`: of that one alone.
 */
export function usePlanned(date: IsoDate, rows: readonly RecordRow[], siteId?: number): PlannedOf {
  const asked = siteId === undefined ? { date } : { date, siteId };
  const { data } = useApiQuery('records.planned', asked, { enabled: rows.some(isAsked), once: true });
  return useMemo(() => {
    const known = new Map((data ?? []).map((one) => [keyOf(one.siteId, one.dish), one.portions]));
    return (row, dish) => (row.date === date ? (known.get(keyOf(row.siteId, dish)) ?? null) : null);
  }, [data, date]);
}
