import type { ByAgeClass } from '../domain/records.ts';
import { poolDemand } from '../take-up/demand.ts';
import { allot } from './allot.ts';
import { ageClasses } from './default-portions.ts';
import type { DishNeed } from './dish-need.ts';
import type { Diners } from './portions.ts';
import { orderQuantity } from './service-level.ts';
import { splitDiners } from './site-diners.ts';

/** Portions of one dish for one site, whole numbers. */
export interface DishPortions {
  readonly need: DishNeed;
  readonly serviceLevel: number;
  /** Asked for by children and adults: expected, and the range of about 80 % of the days. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Children and adults by class, without the samples. */
  readonly byClass: ByAgeClass<number>;
  readonly samples: number;
  /** All that is cooked: every class and the samples. */
  readonly total: number;
}

/** What is put on the plates and aside: the samples are portions of the class that eats most. */
export function cookedByClass({ byClass, samples }: DishPortions): Diners {
  const main = ageClasses.reduce((most, age) => (byClass[age] > byClass[most] ? age : most));
  return { ...byClass, [main]: byClass[main] + samples };
}

/**
 * Portions of one dish for the sites of one kitchen on one day. When they can exchange trays the level holds for
 * their sum, which takes a smaller margin than theirs one by one; the sum is then shared out among them.
 */
export function dishPortions(
  needs: readonly DishNeed[],
  serviceLevel: number,
  pools: boolean,
): readonly DishPortions[] {
  const own = needs.map((need) => need.children(serviceLevel));
  const children = pools && needs.length > 1 ? pooled(needs, own, serviceLevel) : own;
  return needs.map((need, i) => portionsOf(need, children[i], serviceLevel));
}

/**
 * Each site gets what it expects and its part of the common margin, in proportion to the margin it would have kept
 * alone. The parts add up to the whole.
 */
function pooled(needs: readonly DishNeed[], own: readonly number[], level: number): readonly number[] {
  const total = orderQuantity(poolDemand(needs.map(({ demand }) => demand)), level);
  const alone = own.reduce((sum, count) => sum + count, 0);
  if (total >= alone) return own;
  const means = needs.map(({ demand }) => demand.mean);
  const mean = means.reduce((sum, count) => sum + count, 0);
  const part = alone > mean ? Math.max(0, (total - mean) / (alone - mean)) : 0;
  return allot(
    total,
    means.map((m, i) => Math.max(0, m + (own[i] - m) * part)),
  );
}

function portionsOf(need: DishNeed, children: number, serviceLevel: number): DishPortions {
  const { dayDiners, adults, demand } = need;
  const split = splitDiners(children, dayDiners.shares);
  // Nobody takes it: it is not cooked, and there is nothing to keep aside.
  const samples = children + adults > 0 ? dayDiners.samples : 0;
  return {
    need,
    serviceLevel,
    mean: demand.mean + adults,
    low: demand.low + adults,
    high: demand.high + adults,
    byClass: { ...split, A: split.A + adults },
    samples,
    total: children + adults + samples,
  };
}
