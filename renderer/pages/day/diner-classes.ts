import type { AgeClass, HeadCountByClass, PlanRow, SiteDinersRecord } from '../../../electron/api/records.ts';

/** Guests counted together: `all` the children of an order, or those of one class; `A` adults beside them. */
export type DinerClass = keyof HeadCountByClass;

export interface OrderedDiners {
  readonly diners: DinerClass;
  readonly ordered: number;
}

const CHILDREN: readonly AgeClass[] = ['M', 'E', 'C'];

/**
 * Whom an order is for. By class where the site says its shares: whole guests that add up to the order (largest
 * remainders first). Adults are not in the order: they come beside it.
 */
export function orderedDiners(row: PlanRow, site: SiteDinersRecord | undefined): readonly OrderedDiners[] {
  const shares = site?.shares ?? null;
  const classes = CHILDREN.filter((diners) => (shares?.[diners] ?? 0) > 0);
  const children =
    shares && classes.length > 1
      ? split(row.order, classes, (diners) => shares[diners])
      : [{ diners: 'all' as const, ordered: row.order }];
  const adults = site?.adults ?? 0;
  return adults > 0 ? [...children, { diners: 'A', ordered: adults }] : children;
}

function split(
  order: number,
  classes: readonly AgeClass[],
  share: (diners: AgeClass) => number,
): readonly OrderedDiners[] {
  const sum = classes.reduce((total, diners) => total + share(diners), 0);
  const exact = classes.map((diners) => ({ diners, meals: (order * share(diners)) / sum }));
  const missing = order - exact.reduce((total, { meals }) => total + Math.floor(meals), 0);
  const up = new Set(
    exact
      .toSorted((a, b) => (b.meals % 1) - (a.meals % 1))
      .slice(0, missing)
      .map(({ diners }) => diners),
  );
  return exact.map(({ diners, meals }) => ({
    diners,
    ordered: Math.floor(meals) + (up.has(diners) ? 1 : 0),
  }));
}
