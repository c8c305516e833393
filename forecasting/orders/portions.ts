import type { AgeClass, ByAgeClass, Portion, PortionUnit } from '../domain/records.ts';
import { ageClasses } from './default-portions.ts';

/** Keeps a whole number of pieces that is one up to rounding of doubles. */
const tolerance = 1e-9;

/** Guests of each class who are served a dish: whole, ≥ 0. */
export type Diners = ByAgeClass<number>;

export interface Weight {
  readonly unit: PortionUnit;
  /** Ready to eat. */
  readonly served: number;
  /** To be bought: served × purchase factor, where one is known; whole when counted in pieces. */
  readonly bought: number;
  /** Classes with guests for whom nobody said how much: their food is not in the sums. */
  readonly missing: readonly AgeClass[];
}

export const dinersIn = (diners: Diners): number => diners.M + diners.E + diners.C + diners.A;

export function addDiners(a: Diners, b: Diners): Diners {
  return { M: a.M + b.M, E: a.E + b.E, C: a.C + b.C, A: a.A + b.A };
}

export const noDiners: Diners = { M: 0, E: 0, C: 0, A: 0 };

/** What one of the weight served weighs raw; pieces are bought as they are counted. */
export const factorOf = ({ unit, purchaseFactor }: Portion): number =>
  unit === 'piece' ? 1 : (purchaseFactor ?? 1);

/** How much of a dish the guests eat, and how much must be bought for it. */
export function weigh(portion: Portion, diners: Diners): Weight {
  const { unit, amounts } = portion;
  const missing = ageClasses.filter((age) => diners[age] > 0 && amounts[age] === null);
  const served = ageClasses.reduce((sum, age) => sum + diners[age] * (amounts[age] ?? 0), 0);
  const bought = unit === 'piece' ? Math.ceil(served - tolerance) : served * factorOf(portion);
  return { unit, served, bought, missing };
}
