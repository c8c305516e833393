import { Scratch } from './choice-shares.ts';
import { comparedDays, DishFloor, sharesWithRules, type ToldByRule } from './dish-floor.ts';
import type { TakeUpFit } from './fit.ts';
import { dinersOfOffers } from './offers.ts';

/**
 * The naive floors of the dishes at their sites, by their numbers in the training: shares on the last same weekdays
 * against the fitted ones, both among the guests who came. The fit has seen those days, which speaks for it.
 */
export function shareFloors(fit: TakeUpFit, origin: number): ReadonlyMap<number, DishFloor> {
  const { offers, first, dishAtSite } = fit.training;
  const floors = new Map<number, DishFloor>();
  const scratch = new Scratch(offers);
  offers.forEach((offer, o) => {
    if (offer.day <= origin - comparedDays) return;
    fit.sharesOf(o, scratch);
    const of = dinersOfOffers(offer);
    offer.rows.forEach(({ taken, soldOut }, i) => {
      if (Number.isNaN(taken) || soldOut) return;
      const dish = dishAtSite[first[o] + i];
      const floor = floors.get(dish) ?? new DishFloor();
      floors.set(dish, floor);
      floor.add({ day: offer.day, taken, of }, of * scratch.p[i]);
    });
  });
  return floors;
}

/** Moves after which the mean shares are those that the rules say: the first brings them there but for the curve. */
const moves = 2;

/**
 * Moves utilities so that the mean shares are those of the rules that carry dishes. `draw`: shares of each imagined
 * day; it is asked again after each move.
 */
export function drawWithRules(
  utilities: readonly Float64Array[],
  told: readonly (ToldByRule | null)[],
  withNone: boolean,
  draw: () => readonly Float64Array[],
): readonly Float64Array[] {
  let draws = draw();
  if (told.every((one) => one === null)) return draws;
  const wanted = sharesWithRules(draws.map(meanOf), told, withNone);
  const none = (of: readonly number[]) => (withNone ? Math.max(1e-9, 1 - sumOf(of)) : 1);
  for (let move = 0; move < moves; move++) {
    const means = draws.map(meanOf);
    const ofNone = Math.log(none(wanted) / none(means));
    utilities.forEach((own, i) => {
      const by = Math.log(wanted[i] / Math.max(1e-9, means[i] ?? 1)) - ofNone;
      for (let d = 0; d < own.length; d++) own[d] = own[d] + by;
    });
    draws = draw();
  }
  return draws;
}

const sumOf = (numbers: ArrayLike<number>) => Array.from(numbers).reduce((sum, one) => sum + one, 0);
const meanOf = (draws: Float64Array) => sumOf(draws) / draws.length;
