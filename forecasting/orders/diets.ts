import type { DishFamily, SiteDiners } from '../domain/records.ts';
import { cannotEat } from './site-diners.ts';

/** Children who may not eat every dish; the two counts are different children. */
export interface DietCounts {
  readonly noPork: number;
  readonly vegetarian: number;
}

export type Diet = keyof DietCounts;

/** What is asked of one dish of a course, portions by imagined day. */
export interface DietDish {
  readonly family: DishFamily | null;
  readonly draws: Float64Array;
}

/** Dishes after everybody was given one that they may eat. */
export interface Seated {
  /** What is then asked of each dish; empty where nobody had to take another one. */
  readonly draws: readonly Float64Array[];
  /** For each dish, the children of each diet who were counted for it. */
  readonly seats: readonly DietCounts[];
  /** Children for whom the course has no dish. */
  readonly without: DietCounts;
}

/** Children of one diet alone, for whom a dish is fit or not. */
const one: { readonly [D in Diet]: SiteDiners['diets'] } = {
  noPork: { noPork: 1, vegetarian: 0, allergy: 0 },
  vegetarian: { noPork: 0, vegetarian: 1, allergy: 0 },
};

/** What a kitchen puts in the place of meat, the likeliest first. */
const substitutes: readonly DishFamily[] = ['vegetarian', 'egg', 'savoury-pastry', 'starch', 'vegetable'];

/**
 * Gives the children of a diet a dish that they may eat: on each imagined day at least their number takes one of
 * the course's fitting dishes, and as many fewer take the others. A take-up that was learned with these children
 * in it stays as it is, since enough of the fitting dish is then asked for already. Where nothing fits they take
 * nothing, and `without` says how many.
 * A dish whose family no rule knows is not refused; it is the substitute where no other dish is: that is what a
 * second dish on a course with meat is there for.
 * `none`: for each imagined day, the guests who take nothing of the course.
 */
export function seatDiets(dishes: readonly DietDish[], diets: DietCounts, none: Float64Array): Seated {
  const draws = dishes.map((dish) => dish.draws.slice());
  const seats = dishes.map(() => ({ noPork: 0, vegetarian: 0 }));
  const without = { noPork: 0, vegetarian: 0 };
  const nothing = none.slice();
  let [seated, unseated] = [0, 0];
  // Those without meat first: they need a dish that those without pork could take too.
  for (const diet of ['vegetarian', 'noPork'] as const) {
    const count = diets[diet];
    const refused = dishes.map(({ family }) => cannotEat(family, one[diet]) > 0);
    if (count === 0 || !refused.includes(true)) continue;
    const place = substitute(dishes, refused);
    const given = place === null ? without : (seats[place] ?? without);
    given[diet] = count;
    // Only who was given a dish takes up one of those that fit the next diet too.
    if (place === null) unseated += count;
    else seated += count;
    const into = place === null ? null : (draws[place] ?? null);
    seat(draws, refused, into, into === null ? unseated : seated, nothing);
  }
  return { draws: seated + unseated > 0 ? draws : [], seats, without };
}

/** The dish that takes those who may not eat the refused ones; `null` when there is none. */
function substitute(dishes: readonly DietDish[], refused: readonly boolean[]): number | null {
  const rank = ({ family }: DietDish) => {
    const at = family === null ? -1 : substitutes.indexOf(family);
    return at < 0 ? substitutes.length : at;
  };
  const fitting = dishes
    .map((dish, i) => ({ dish, i }))
    .filter(({ i }) => !refused[i])
    .toSorted((a, b) => rank(a.dish) - rank(b.dish) || a.i - b.i);
  return fitting[0]?.i ?? null;
}

/** On each day at least `count` guests take no refused dish; those who must change take `place`, or nothing. */
function seat(
  draws: readonly Float64Array[],
  refused: readonly boolean[],
  place: Float64Array | null,
  count: number,
  none: Float64Array,
): void {
  const off = draws.filter((_, i) => refused[i]);
  const fitting = draws.filter((_, i) => !refused[i]);
  for (let day = 0; day < none.length; day++) {
    let free = 0;
    for (const dish of fitting) free += dish[day];
    // Without a fitting dish those who take nothing are likely the children of the diet.
    if (place === null) free += none[day];
    if (free >= count) continue;
    const into = place ?? none;
    into[day] = into[day] + takeFrom(off, day, count - free);
  }
}

/** Takes guests off the dishes, the most asked for first; answers how many there were to take. */
function takeFrom(dishes: readonly Float64Array[], day: number, count: number): number {
  let left = count;
  while (left > 0) {
    const most = dishes.reduce((a, b) => (b[day] > a[day] ? b : a));
    const off = Math.min(left, most[day]);
    if (off <= 0) break;
    most[day] = most[day] - off;
    left -= off;
  }
  return count - left;
}
