import { randomInt, randomLcg } from 'd3-random';
import type { DishFamily } from '../../../forecasting/domain/records.ts';
import { seatDiets } from '../../../forecasting/orders/diets.ts';

const draws = (...values: number[]) => Float64Array.from(values);

test('vegetarians without a dish are not counted on the dish without pork', () => {
  const dishes = [
    { family: 'pork' as DishFamily, draws: draws(70, 95) },
    { family: 'fish' as DishFamily, draws: draws(5, 3) },
  ];
  const seated = seatDiets(dishes, { noPork: 10, vegetarian: 20 }, draws(25, 2));
  expect(seated.without).toEqual({ noPork: 0, vegetarian: 20 });
  expect(seated.seats[1]).toEqual({ noPork: 10, vegetarian: 0 });
  // Day 1: 25 take nothing, among them the 20. Day 2: 2 do, so 18 leave the pork, and 7 more leave it for the fish.
  expect(seated.draws.map((dish) => [...dish])).toEqual([
    [65, 70],
    [10, 10],
  ]);
});

test('a dish that fits both diets holds a place for each child of both', () => {
  const dishes = [
    { family: 'pork' as DishFamily, draws: draws(80) },
    { family: 'egg' as DishFamily, draws: draws(20) },
  ];
  const seated = seatDiets(dishes, { noPork: 15, vegetarian: 12 }, draws(0));
  expect(seated.draws.map((dish) => [...dish])).toEqual([[73], [27]]);
});

test('on any course: nobody is lost, who has a dish is on one that fits, and no more are moved than that', () => {
  const source = randomLcg(0.17);
  const pick = (low: number, high: number) => randomInt.source(source)(low, high + 1)();
  const families: readonly DishFamily[] = ['pork', 'red-meat', 'fish', 'egg', 'vegetarian'];
  const meat = new Set<DishFamily>(['pork', 'red-meat', 'fish']);
  for (let round = 0; round < 2_000; round++) {
    const dishes = Array.from({ length: pick(1, 3) }, () => ({
      family: families[pick(0, 4)],
      draws: draws(pick(0, 60)),
    }));
    const diets = { noPork: pick(0, 12), vegetarian: pick(0, 12) };
    const none = pick(0, 20);
    const seated = seatDiets(dishes, diets, draws(none));
    const before = dishes.map((dish) => dish.draws[0] ?? 0);
    const after = seated.draws.length === 0 ? before : seated.draws.map((dish) => dish[0] ?? 0);
    const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
    const counted = (counts: readonly number[], refused: (family: DishFamily) => boolean) =>
      sum(counts.filter((_, i) => !refused(dishes[i]?.family as DishFamily)));
    const diners = sum(before) + none;
    const withoutMeat = dishes.some(({ family }) => !meat.has(family)) ? diets.vegetarian : 0;
    const withoutPork = dishes.some(({ family }) => family !== 'pork') ? diets.noPork : 0;
    expect(sum(after)).toBeLessThanOrEqual(sum(before));
    expect(sum(after)).toBeGreaterThanOrEqual(sum(before) - (sum(Object.values(seated.without)) || 0));
    const notMeat = counted(after, (family) => meat.has(family));
    const notPork = counted(after, (family) => family === 'pork');
    expect(notMeat).toBeGreaterThanOrEqual(Math.min(withoutMeat, diners - none));
    const needed = withoutMeat + withoutPork;
    expect(notPork).toBeGreaterThanOrEqual(Math.min(needed, sum(after)));
    // What a dish gained is no more than those who needed it.
    after.forEach((count, i) => {
      expect(count - (before[i] ?? 0)).toBeLessThanOrEqual(needed);
    });
    if (withoutMeat === 0) {
      const gain = notPork - counted(before, (family) => family === 'pork');
      expect(gain).toBeLessThanOrEqual(Math.max(0, withoutPork));
    }
  }
});
