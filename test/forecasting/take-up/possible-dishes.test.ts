import { addDays } from '../../../forecasting/calendar/day.ts';
import { guessed } from '../../../forecasting/models/naive-distribution.ts';
import { chanceDeviation, sound } from '../../../forecasting/numerics/sound-forecast.ts';
import type { DishNeed } from '../../../forecasting/orders/dish-need.ts';
import { dishNeeds } from '../../../forecasting/orders/dish-need.ts';
import { orderQuantity } from '../../../forecasting/orders/service-level.ts';
import { fitTakeUp } from '../../../forecasting/take-up/take-up.ts';
import { oddServings } from '../support/odd-servings.ts';

const levels = [0.01, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.99] as const;

/** Children who come: a number of them in the middle, no surer than chance, and never more than there are. */
function childrenOf(meals: number, enrolled: number) {
  const limits = { most: enrolled, chance: chanceDeviation(meals, enrolled) };
  const found = sound(guessed(meals, 0.08 * meals), limits);
  if (found === null) throw new Error('no children');
  return found;
}

/** The faults of what one dish is to be cooked for, in words. */
function faultsOf({ takeUp, demand, children }: DishNeed, meals: ReturnType<typeof childrenOf>): string[] {
  const quantiles = levels.map((level) => demand.quantile(level));
  const portions = levels.map(children);
  const numbers = [takeUp.mean, takeUp.low, takeUp.high, demand.mean, demand.low, demand.high];
  if (![...numbers, ...quantiles, ...portions].every(Number.isFinite)) return [`not finite: ${numbers}`];
  const faults: string[] = [];
  const inOrder = (values: readonly number[]) => values.every((v, i) => i === 0 || v >= (values[i - 1] ?? v));
  if (!inOrder([0, ...quantiles])) faults.push(`out of order: ${quantiles}`);
  const median = demand.quantile(0.5);
  if (!inOrder([0, demand.low, median, demand.high]))
    faults.push(`range: ${demand.low} ${median} ${demand.high}`);
  if (!inOrder([0, takeUp.low, takeUp.high, 1])) faults.push(`share: ${takeUp.low} ${takeUp.high}`);
  if (!(takeUp.mean >= 0 && takeUp.mean <= 1 + 1e-9)) faults.push(`mean share ${takeUp.mean}`);
  for (const [i, level] of levels.entries()) {
    const most = orderQuantity(meals, level);
    if ((portions[i] ?? 0) > most) faults.push(`${portions[i]} portions of ${most} meals at ${level}`);
  }
  // Of the children there each takes it or not; a whole number lies within half a portion of its quantile.
  const there = meals.quantile(0.1);
  const share = Math.min(1, median / Math.max(1, meals.quantile(0.5)));
  const chance = 1.28 * Math.sqrt(there * share * (1 - share));
  const width = demand.quantile(0.9) - demand.quantile(0.1);
  if (width < 2 * 0.9 * chance - 2) faults.push(`${width} portions wide, by chance ${2 * chance}`);
  return faults;
}

test('no history of dishes makes a number that cannot be: 10,000 of them', () => {
  const faults: string[] = [];
  const bases = new Set<string>();
  for (let seed = 1; seed <= 10_000; seed++) {
    const { name, history, origin, offered } = oddServings(seed);
    const model = fitTakeUp(history, origin);
    const enrolled = 2 + ((seed * 37) % 400);
    const meals = childrenOf(enrolled * 0.8, enrolled);
    const needs = dishNeeds(
      {
        siteId: 1 + (seed % 3),
        date: addDays(origin, 1 + (seed % 9)),
        menu: offered.map((dish) => ({ ...dish, dish: dish.key, choice: 1 })),
        children: meals,
        correlation: 0.3,
        dayDiners: {
          shares: { M: 0.4, E: 0.6, C: 0, A: 0 },
          adults: seed % 7,
          diets: { allergy: 0, noPork: 0, vegetarian: 0 },
          samples: 1,
        },
      },
      model,
    );
    const found = needs.flatMap((need) => faultsOf(need, meals));
    const sum = needs.reduce((all, { takeUp }) => all + takeUp.mean, 0);
    if (needs.length > 1 && sum > 1 + 1e-9 && new Set(needs.map(({ choice }) => choice)).size === 1) {
      found.push(`shares add up to ${sum}`);
    }
    for (const fault of found) faults.push(`${name}: ${fault}`);
    for (const { takeUp } of needs) bases.add(takeUp.basis);
  }
  expect(faults.slice(0, 20)).toEqual([]);
  expect([...bases].sort()).toEqual(['course', 'dish', 'dish-at-site', 'family', 'single-menu']);
}, 240_000);
