import type { AgeClass, PlanRow, RollCallCounts, SiteGuestsRecord } from '../../../electron/api/records.ts';

/** Guests counted together: `all` the children of an order, or those of one class; `A` adults beside them. */
export type GuestClass = keyof RollCallCounts;

export interface OrderedGuests {
  readonly guests: GuestClass;
  readonly ordered: number;
}

const CHILDREN: readonly AgeClass[] = ['M', 'E', 'C'];

/**
 * Whom an order is for. By class where the site says its shares: whole guests that add up to the order (largest
 * remainders first). Adults are not in the order: they come beside it.
 */
export function orderedGuests(row: PlanRow, site: SiteGuestsRecord | undefined): readonly OrderedGuests[] {
  const shares = site?.shares ?? null;
  const classes = CHILDREN.filter((guests) => (shares?.[guests] ?? 0) > 0);
  const children =
    shares && classes.length > 1
      ? split(row.order, classes, (guests) => shares[guests])
      : [{ guests: 'all' as const, ordered: row.order }];
  const adults = site?.adults ?? 0;
  return adults > 0 ? [...children, { guests: 'A', ordered: adults }] : children;
}

function split(
  order: number,
  classes: readonly AgeClass[],
  share: (guests: AgeClass) => number,
): readonly OrderedGuests[] {
  const sum = classes.reduce((total, guests) => total + share(guests), 0);
  const exact = classes.map((guests) => ({ guests, meals: (order * share(guests)) / sum }));
  const missing = order - exact.reduce((total, { meals }) => total + Math.floor(meals), 0);
  const up = new Set(
    exact
      .toSorted((a, b) => (b.meals % 1) - (a.meals % 1))
      .slice(0, missing)
      .map(({ guests }) => guests),
  );
  return exact.map(({ guests, meals }) => ({
    guests,
    ordered: Math.floor(meals) + (up.has(guests) ? 1 : 0),
  }));
}
