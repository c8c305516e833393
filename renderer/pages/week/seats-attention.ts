import type { Attention, IsoDate, PlanRow } from '../../../electron/api/records.ts';

/**
 * What to look at, with the sites that are over their seats at the service level that is shown: it is another one than
 * that of the answer as soon as the slider moves. `words` says how many are ordered for how many seats.
 */
export function withSeats(
  attention: readonly Attention[],
  rows: readonly PlanRow[],
  today: IsoDate,
  words: (order: number, capacity: number) => string,
): readonly Attention[] {
  const over = rows.filter(({ date, flags }) => date >= today && flags.includes('over-capacity'));
  const bySite = [...Map.groupBy(over, ({ siteId }) => siteId).values()].flatMap((own): Attention[] => {
    const sorted = own.toSorted((a, b) => a.date.localeCompare(b.date));
    const [first] = sorted;
    if (!first || first.capacity === null) return [];
    return [
      {
        reason: 'over-capacity',
        siteId: first.siteId,
        site: first.site,
        dates: sorted.map(({ date }) => date),
        message: words(first.order, first.capacity),
      },
    ];
  });
  const others = attention.filter(({ reason }) => reason !== 'over-capacity');
  // Where they stand in the list of the answer: after what holds an order up.
  const at = others.filter(({ reason }) => reason === 'unknown-holidays').length;
  return [...others.slice(0, at), ...bySite, ...others.slice(at)];
}
