import type { AgeClass, ByAgeClass, DishFamily, SiteDiners, SiteKind } from '../domain/records.ts';
import { allot } from './allot.ts';
import { ageClasses } from './default-portions.ts';
import { type Diners, dinersIn } from './portions.ts';

const only = (age: AgeClass): ByAgeClass<number> => ({ M: 0, E: 0, C: 0, A: 0, [age]: 1 });
/** A primary school has three years of maternelle and five of élémentaire. */
const primary: ByAgeClass<number> = { M: 3 / 8, E: 5 / 8, C: 0, A: 0 };

const byKind: Readonly<Record<SiteKind, ByAgeClass<number>>> = {
  M: only('M'),
  E: only('E'),
  'M/E': primary,
  C: only('C'),
  L: primary,
  A: only('A'),
};

/** The shares of the classes at a site: its own, else those of its kind. */
export const sharesOf = (kind: SiteKind, own: ByAgeClass<number> | null = null): ByAgeClass<number> =>
  own ?? byKind[kind];

/**
 * Whole guests of each class that add up to `count`: each class gets the whole part of its share, then the largest
 * remainders one more (Hare's quota); of equal ones the younger class.
 */
export function splitDiners(count: number, shares: ByAgeClass<number>): Diners {
  const [M = 0, E = 0, C = 0, A = 0] = allot(
    count,
    ageClasses.map((age) => shares[age]),
  );
  return { M, E, C, A };
}

/** Who eats at a site on one day. */
export interface DinerCounts {
  /** Children and adults who are served the ordinary dishes, and the samples, by the class whose portion they get. */
  readonly served: Diners;
  /** Children of the head-count, the allergic ones taken out, by class. */
  readonly children: Diners;
  readonly adults: number;
  /** Children with a meal of their own (PAI): part of the head-count, served none of the dishes. */
  readonly allergy: number;
  /** Portions kept for the laboratory, of the class that eats most. */
  readonly samples: number;
}

/** What a site serves when nobody said anything about it. */
export const defaultDiners = (siteId: number): SiteDiners => ({
  siteId,
  kitchenId: null,
  shares: null,
  adults: 0,
  diets: { noPork: 0, vegetarian: 0, allergy: 0 },
  samples: 0,
  note: '',
});

/** Splits a head-count of children (whole) into classes, takes the PAI out and adds adults and samples. */
export function dinerCounts(headCount: number, kind: SiteKind, diners: SiteDiners): DinerCounts {
  const { adults, diets, samples } = diners;
  const allergy = Math.min(diets.allergy, headCount);
  const children = splitDiners(headCount - allergy, sharesOf(kind, diners.shares));
  const served = { ...children, A: children.A + adults };
  // A day without guests needs no samples: nothing is cooked.
  const kept = dinersIn(served) > 0 ? samples : 0;
  const main = ageClasses.reduce((most, age) => (served[age] > served[most] ? age : most));
  return { served: { ...served, [main]: served[main] + kept }, children, adults, allergy, samples: kept };
}

const meats: ReadonlySet<DishFamily> = new Set(['red-meat', 'poultry', 'fish']);

/** Children who cannot be served a dish of this family, and need another one in its place. */
export function cannotEat(family: DishFamily | null, { noPork, vegetarian }: SiteDiners['diets']): number {
  if (family === 'pork') return noPork + vegetarian;
  return family !== null && meats.has(family) ? vegetarian : 0;
}
