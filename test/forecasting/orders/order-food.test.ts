import type { PackRule, PackSize, Portion, SiteDiners } from '../../../forecasting/domain/records.ts';
import { checkDiners, checkPackRule, checkPortion } from '../../../forecasting/orders/check-catalogue.ts';
import { defaultPortion } from '../../../forecasting/orders/default-portions.ts';
import { orderFood } from '../../../forecasting/orders/order-food.ts';
import type { StockedRule } from '../../../forecasting/orders/packs.ts';
import { weigh } from '../../../forecasting/orders/portions.ts';
import { dishRules } from '../../../forecasting/orders/rules-of-dish.ts';
import {
  cannotEat,
  defaultDiners,
  dinerCounts,
  sharesOf,
  splitDiners,
} from '../../../forecasting/orders/site-diners.ts';

const grams = (M: number | null, E: number | null, C: number | null, A: number | null): Portion => ({
  unit: 'g',
  amounts: { M, E, C, A },
  purchaseFactor: null,
});
const bag: PackSize = { name: 'Bag', content: { type: 'amount', amount: 1000, unit: 'g' }, price: 4 };
const rule = (sizes: readonly PackSize[], others: Partial<PackRule> = {}): PackRule & StockedRule => ({
  scope: { type: 'food', food: 'stew' },
  supplierId: null,
  sizes,
  minimum: 0,
  stocks: [],
  stock: 0,
  keeps: false,
  ...others,
});

describe('guests', () => {
  test('parts always add up, whatever the shares', () => {
    for (let count = 0; count < 200; count++) {
      for (const shares of [sharesOf('M/E'), { M: 1 / 3, E: 1 / 3, C: 1 / 3, A: 0 }, sharesOf('C')]) {
        const { M, E, C, A } = splitDiners(count, shares);
        expect(M + E + C + A).toBe(count);
        expect(Math.abs(M - count * shares.M)).toBeLessThan(1);
      }
    }
    expect(splitDiners(10, { M: 0.5, E: 0.5, C: 0, A: 0 })).toEqual({ M: 5, E: 5, C: 0, A: 0 });
    expect(splitDiners(9, { M: 0.5, E: 0.5, C: 0, A: 0 })).toEqual({ M: 5, E: 4, C: 0, A: 0 });
  });

  test('adults and samples come on top, children with a meal of their own go', () => {
    const diners: SiteDiners = {
      ...defaultDiners(1),
      adults: 4,
      samples: 1,
      diets: { noPork: 3, vegetarian: 2, allergy: 2 },
    };
    const day = dinerCounts(50, 'E', diners);
    expect(day.served).toEqual({ M: 0, E: 49, C: 0, A: 4 });
    expect(day).toMatchObject({ adults: 4, allergy: 2, samples: 1 });
    // More allergies than children: nobody is served less than nobody, and an empty hall keeps no sample.
    expect(dinerCounts(1, 'E', { ...diners, adults: 0 })).toMatchObject({ allergy: 1, samples: 0 });
  });

  test('who cannot eat what', () => {
    const diets = { noPork: 3, vegetarian: 2, allergy: 1 };
    expect(cannotEat('pork', diets)).toBe(5);
    expect(cannotEat('fish', diets)).toBe(2);
    expect(cannotEat('vegetarian', diets)).toBe(0);
    expect(cannotEat(null, diets)).toBe(0);
  });
});

describe('weights', () => {
  test('what loses weight is bought heavier than it is served, what gains water lighter', () => {
    const bought = (purchaseFactor: number | null) =>
      weigh({ ...grams(50, 70, 100, 100), purchaseFactor }, { M: 10, E: 10, C: 0, A: 0 });
    expect(bought(1.25)).toMatchObject({ served: 1200, bought: 1500 });
    expect(bought(0.35)).toMatchObject({ served: 1200, bought: 420 });
    expect(bought(null)).toMatchObject({ served: 1200, bought: 1200 });
  });

  test('pieces are bought whole', () => {
    const eggs = defaultPortion('hard-eggs').portion;
    expect(weigh(eggs, { M: 0, E: 7, C: 0, A: 0 })).toMatchObject({ served: 10.5, bought: 11 });
  });

  test('a class that nobody spoke of is told and is not zero food for all', () => {
    const weight = weigh(grams(50, null, 100, null), { M: 10, E: 20, C: 0, A: 0 });
    expect(weight).toMatchObject({ served: 500, missing: ['E'] });
  });
});

describe('the order of a dish', () => {
  const diners = { M: 0, E: 30, C: 0, A: 0 };

  test('without a portion says so; portions still come out', () => {
    const order = orderFood(diners, null, rule([bag]));
    expect(order).toMatchObject({ portions: 30, weight: null, packing: null });
    expect(order.problems).toEqual([{ code: 'no-portion', classes: null }]);
  });

  test('a missing class is a problem, the rest stands', () => {
    const order = orderFood({ M: 10, E: 20, C: 0, A: 0 }, grams(100, null, null, null), rule([bag]));
    expect(order.problems).toEqual([{ code: 'no-portion', classes: ['E'] }]);
    expect(order.packing?.packs).toEqual([{ size: 'Bag', count: 1 }]);
  });

  test('surplus in portions, weight and euros', () => {
    const order = orderFood(diners, grams(50, 70, 100, 100), rule([bag], { keeps: true }));
    expect(order.surplus).toMatchObject({ amount: 900, unit: 'g', keeps: true });
    expect(order.surplus?.portions).toBeCloseTo(900 / 70, 9);
    expect(order.surplus?.euros).toBeCloseTo((12 * 900) / 3000, 9);
  });

  test('packs of another unit pack nothing, and say so', () => {
    const eggs = defaultPortion('hard-eggs').portion;
    const order = orderFood(diners, eggs, rule([bag]));
    expect(order.problems).toEqual([{ code: 'other-unit', portion: 'piece', pack: 'g' }]);
    expect(order.packing).toBeNull();
  });

  test('nobody comes: nothing is ordered and nothing is wrong', () => {
    const order = orderFood({ M: 0, E: 0, C: 0, A: 0 }, grams(50, 70, 100, 100), rule([bag], { minimum: 5 }));
    expect(order).toMatchObject({ portions: 0, packing: { packs: [] }, problems: [] });
  });
});

test('the rule of a dish comes before that of its food, and both before the default', () => {
  const stew = { key: 'saute dinde', food: 'stew' as const };
  const dish = { scope: { type: 'dish', key: 'saute dinde' }, portion: grams(1, 1, 1, 1) } as const;
  const food = { scope: { type: 'food', food: 'stew' }, portion: grams(2, 2, 2, 2) } as const;
  expect(dishRules([], []).portionOf(stew)).toEqual(defaultPortion('stew').portion);
  expect(dishRules([food], []).portionOf(stew)).toEqual(food.portion);
  expect(dishRules([food, dish], []).portionOf(stew)).toEqual(dish.portion);
  expect(dishRules([food], []).portionOf({ key: 'ketchup', food: null })).toBeNull();
  expect(dishRules([], [rule([bag])]).packsOf(stew)).toEqual(rule([bag]));
  expect(dishRules([], []).packsOf(stew)).toBeNull();
});

describe('what cannot be kept', () => {
  test.each<readonly [Portion, string]>([
    [grams(null, null, null, null), 'no-amount'],
    [grams(50, 0, 100, 100), 'bad-amount'],
    [grams(50, -70, 100, 100), 'bad-amount'],
    [grams(50, Number.NaN, 100, 100), 'bad-amount'],
    [grams(50, 99_999, 100, 100), 'bad-amount'],
    [grams(50, 1e308, 100, 100), 'bad-amount'],
    ...[0, -1, 50, 0.29, 4.01, Number.NaN].map((purchaseFactor): readonly [Portion, string] => [
      { ...grams(50, 70, 100, 100), purchaseFactor },
      'bad-factor',
    ]),
    [{ unit: 'piece', amounts: grams(1, 2, 2, 2).amounts, purchaseFactor: 1.2 }, 'factor-of-pieces'],
  ])('portion %j: %s', (portion, code) => {
    expect(checkPortion(portion)?.code).toBe(code);
  });

  const sized = (amount: number) => ({ ...bag, content: { type: 'amount', amount, unit: 'g' } as const });
  const tray = (M: number | null, E: number | null): PackSize => ({
    name: 'GN 1/3',
    content: { type: 'portions', portions: { M, E, C: null, A: null } },
    price: null,
  });

  test.each([
    [rule([]), 'no-size'],
    [rule([sized(0)]), 'empty-pack'],
    [rule([sized(-2500)]), 'bad-content'],
    [rule([tray(8, 0)]), 'empty-pack'],
    [rule([tray(null, null)]), 'empty-pack'],
    [rule([tray(8, 6.5)]), 'part-portion'],
    [rule([{ ...bag, name: '  ' }]), 'no-name'],
    [rule([bag, bag]), 'same-name'],
    [rule([bag, tray(8, 6)]), 'mixed-contents'],
    [rule([{ ...bag, price: -1 }]), 'bad-price'],
    [rule([bag], { minimum: -1 }), 'bad-minimum'],
    [rule([bag], { minimum: 1.5 }), 'bad-minimum'],
    [rule([bag], { stocks: [{ place: 'site-1', amount: -5 }] }), 'bad-stock'],
    [rule([bag], { stocks: [5, 6].map((amount) => ({ place: 'site-1', amount })) }), 'stock-twice'],
    [rule(Array.from({ length: 13 }, (_, i) => ({ ...bag, name: `${i}` }))), 'too-many-sizes'],
  ])('packs %#: %s', (packs, code) => {
    expect(checkPackRule(packs, null)?.code).toBe(code);
  });

  test('packs by weight for a portion in pieces', () => {
    const eggs = defaultPortion('hard-eggs').portion;
    expect(checkPackRule(rule([bag]), eggs)).toEqual({ code: 'unit-mismatch', portion: 'piece', pack: 'g' });
    expect(checkPackRule(rule([tray(8, 6)]), eggs)).toBeNull();
    expect(checkPackRule(rule([bag]), grams(50, 70, 100, 100))).toBeNull();
  });

  const diners = (others: Partial<SiteDiners>): SiteDiners => ({ ...defaultDiners(1), ...others });

  test.each([
    [diners({ shares: { M: 0.5, E: 0.4, C: 0, A: 0 } }), 'shares-sum'],
    [diners({ shares: { M: 1.5, E: -0.5, C: 0, A: 0 } }), 'bad-share'],
    [diners({ adults: -1 }), 'bad-count'],
    [diners({ samples: 0.5 }), 'bad-count'],
    [diners({ diets: { noPork: 0, vegetarian: -3, allergy: 0 } }), 'bad-count'],
  ])('guests %#: %s', (given, code) => {
    expect(checkDiners(given)?.code).toBe(code);
    expect(checkDiners(diners({ shares: { M: 1 / 3, E: 1 / 3, C: 1 / 3, A: 0 } }))).toBeNull();
  });
});
