import { allot } from '../../../forecasting/orders/allot.ts';
import { courseGroups } from '../../../forecasting/orders/course-groups.ts';
import { courseLevel } from '../../../forecasting/orders/course-levels.ts';
import { dinersBehind } from '../../../forecasting/orders/diners.ts';
import { type DishNeed, dishNeeds } from '../../../forecasting/orders/dish-need.ts';
import { cookedByClass, dishPortions } from '../../../forecasting/orders/dish-portions.ts';
import { orderQuantity } from '../../../forecasting/orders/service-level.ts';
import { DrawnDemand } from '../../../forecasting/take-up/demand.ts';
import {
  baguette,
  carrots,
  evenly,
  exactly,
  fixedShares,
  porkRoast,
  quenellesDish,
  service,
  turkey,
} from './take-up-examples.ts';

const all = fixedShares({});
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const one = (need: DishNeed | undefined, level = 0.8) => {
  const [portions] = dishPortions(need ? [need] : [], level, false);
  if (portions === undefined) throw new Error('no such dish');
  return portions;
};

describe('allot', () => {
  it('adds up whatever the weights', () => {
    for (let total = 0; total < 60; total++) {
      const parts = allot(total, [0.375, 0.625, 0, 1 / 3]);
      expect(sum(parts)).toBe(total);
      expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
    }
  });

  it('gives the largest remainders one more, the first of equals first', () => {
    expect(allot(142, [3, 5])).toEqual([53, 89]);
    expect(allot(3, [1, 1])).toEqual([2, 1]);
    expect(allot(7, [0, 0])).toEqual([7, 0]);
    expect(allot(4, [])).toEqual([]);
  });
});

describe('the guests behind a decision', () => {
  it.each([120, 142, 160])('%i decided is the order again, with the same range', (decided) => {
    const forecast = evenly(135, 10);
    const diners = dinersBehind(forecast, 0.8, decided);
    expect(orderQuantity(diners, 0.8)).toBe(decided);
    expect(diners.quantile(0.9) - diners.quantile(0.1)).toBeCloseTo(16, 9);
  });
  it('are those of the forecast without one', () => {
    expect(dinersBehind(evenly(135, 10), 0.8, null).mean).toBe(135);
  });
});

describe('dishes that compete', () => {
  it('are those of one choice, and several mains; two sides are both served', () => {
    const side = (dish: string) => ({ ...carrots, dish, key: dish, course: 'side' as const });
    const note = { ...carrots, dish: 'Menu de dépannage', key: 'depannage', family: 'note' as const };
    const cheese = { ...carrots, dish: 'Comté', key: 'comte', course: 'dairy' as const, choice: 2 };
    const yoghurt = { ...cheese, dish: 'Yaourt', key: 'yaourt' };
    const groups = courseGroups([
      carrots,
      turkey,
      quenellesDish,
      side('Riz'),
      side('Haricots'),
      cheese,
      yoghurt,
      note,
      cheese,
    ]);
    expect(groups.map((group) => group.map(({ dish }) => dish))).toEqual([
      ['Carottes râpées'],
      ['Rôti de dinde', 'Quenelles nature'],
      ['Riz'],
      ['Haricots'],
      ['Comté', 'Yaourt'],
    ]);
  });
});

describe('a dish that everybody takes', () => {
  const children = evenly(135, 10);
  const [starter, main] = dishNeeds(service([carrots, turkey], children, { adults: 9, samples: 1 }), all);

  it('is made for the order itself, with adults and the sample on top', () => {
    expect(orderQuantity(children, 0.8)).toBe(141);
    expect(one(main)).toMatchObject({
      byClass: { M: 53, E: 88, C: 0, A: 9 },
      samples: 1,
      total: 151,
    });
    expect(one(starter).total).toBe(151);
  });

  it('adds up: classes and samples are the total, the sample a portion of the main class', () => {
    const portions = one(main);
    expect(sum(Object.values(portions.byClass)) + portions.samples).toBe(portions.total);
    expect(cookedByClass(portions)).toEqual({ M: 53, E: 89, C: 0, A: 9 });
  });

  it('says what is likely, adults included', () => {
    const { mean, low, high } = one(main);
    expect(mean).toBeCloseTo(144, 0);
    expect([low, high]).toEqual([136, 152]);
  });
});

describe('children with a meal of their own', () => {
  it('are served none of the dishes', () => {
    const diets = { noPork: 0, vegetarian: 0, allergy: 3 };
    for (const need of dishNeeds(service([carrots, turkey], exactly(60), { diets }), all)) {
      expect(one(need).total).toBe(57);
    }
  });
  it('never make less than nothing', () => {
    const diets = { noPork: 0, vegetarian: 0, allergy: 9 };
    const [need] = dishNeeds(service([carrots], exactly(4), { diets }), all);
    expect(one(need).total).toBe(0);
  });
});

describe('choices', () => {
  const shares = fixedShares({ [turkey.key]: 0.75, [quenellesDish.key]: 0.25 });
  it('each keep their own margin at the level, and adults choose as the children do', () => {
    const [first, second] = dishNeeds(
      service([turkey, quenellesDish], evenly(100, 20), { adults: 8 }),
      shares,
    );
    expect(one(first).byClass.A).toBe(6);
    expect(one(second).byClass.A).toBe(2);
    expect(one(first, 0.5).total).toBe(75 + 6);
    expect(one(first, 0.9).total).toBeGreaterThan(one(first, 0.5).total);
    expect(one(first, 0.8).total + one(second, 0.8).total).toBeGreaterThanOrEqual(112 + 8);
  });
});

describe('service levels by course', () => {
  it('are the general one but for bread, and as said where something was said', () => {
    expect(courseLevel('main', 0.8, {})).toBe(0.8);
    expect(courseLevel('bread', 0.8, {})).toBe(0.5);
    expect(courseLevel('bread', 0.8, { bread: 0.7 })).toBe(0.7);
    expect(courseLevel('dessert', 0.8, { dessert: 0.6 })).toBe(0.6);
  });
  it('make less of what may run out', () => {
    const [main, bread] = dishNeeds(service([turkey, baguette], evenly(100, 20)), all);
    expect(one(main, 0.9).total).toBe(116);
    expect(one(bread, 0.5).total).toBe(100);
  });
});

describe('a kitchen that can move trays', () => {
  /** Days of sites that do not go together: each has its days in an order of its own. */
  const needs = [0, 1, 3, 4].map((site): DishNeed => {
    const [need] = dishNeeds(service([turkey], evenly(50, 20), {}, site), fixedShares({ [turkey.key]: 1 }));
    const { demand } = need as DishNeed;
    const mixed = new DrawnDemand(
      demand.mean,
      demand.draws.map((_, i, all) => all[(i * (1 + 2 * site) + 97 * site) % all.length]),
    );
    return { ...(need as DishNeed), demand: mixed, children: (level) => mixed.quantile(level) };
  });

  it('keeps the level for the sum, which needs a smaller margin, and the parts add up to it', () => {
    const alone = dishPortions(needs, 0.9, false).map(({ total }) => total);
    const pooled = dishPortions(needs, 0.9, true).map(({ total }) => total);
    const draws = Float64Array.from({ length: 400 }, (_, i) =>
      sum(needs.map((need) => need.demand.draws[i])),
    );
    expect(sum(pooled)).toBe(draws.toSorted()[0.9 * draws.length - 1]);
    expect(sum(pooled)).toBeLessThan(sum(alone));
    const enough = [...draws].filter((asked) => asked <= sum(pooled)).length / draws.length;
    expect(enough).toBeGreaterThanOrEqual(0.9);
    pooled.forEach((count, i) => {
      expect(count).toBeGreaterThanOrEqual(50);
      expect(count).toBeLessThanOrEqual(alone[i]);
    });
  });

  it('changes nothing for one site, nor below the middle', () => {
    const [only] = needs as [DishNeed];
    expect(dishPortions([only], 0.9, true)[0]?.total).toBe(only.children(0.9));
    const sameDay = [only, { ...only, siteId: 9 }];
    expect(dishPortions(sameDay, 0.9, true).map(({ total }) => total)).toEqual(
      dishPortions(sameDay, 0.9, false).map(({ total }) => total),
    );
  });
});

describe('diets', () => {
  const diets = { noPork: 14, vegetarian: 12, allergy: 0 };
  const byDish = (menu: Parameters<typeof service>[0], model = all) =>
    dishNeeds(service(menu, exactly(142), { diets }), model);

  it('take the substitute, and the meat is reduced by them', () => {
    const shares = fixedShares({ [turkey.key]: 1, [quenellesDish.key]: 0 });
    const [meat, substitute] = byDish([turkey, quenellesDish], shares);
    expect([one(meat).total, one(substitute).total]).toEqual([130, 12]);
    expect(substitute?.seats).toEqual({ noPork: 0, vegetarian: 12 });
    expect(meat?.without).toEqual({ noPork: 0, vegetarian: 0 });
  });

  it('both take it where the meat is pork', () => {
    const shares = fixedShares({ [porkRoast.key]: 1, [quenellesDish.key]: 0 });
    const [meat, substitute] = byDish([porkRoast, quenellesDish], shares);
    expect([one(meat).total, one(substitute).total]).toEqual([116, 26]);
    expect(substitute?.seats).toEqual({ noPork: 14, vegetarian: 12 });
  });

  it('each take their own where there are three dishes', () => {
    const shares = fixedShares({ [porkRoast.key]: 1, [turkey.key]: 0, [quenellesDish.key]: 0 });
    const [pork, poultry, plants] = byDish([porkRoast, turkey, quenellesDish], shares);
    expect(one(pork).total).toBe(116);
    expect(one(poultry).total + one(plants).total).toBe(26);
    expect(one(plants).total).toBeGreaterThanOrEqual(12);
  });

  it('change nothing where a learned share has them already', () => {
    const shares = fixedShares({ [turkey.key]: 0.7, [quenellesDish.key]: 0.3 });
    const [meat, substitute] = byDish([turkey, quenellesDish], shares);
    expect([one(meat).total, one(substitute).total]).toEqual([99, 43]);
  });

  it('take nothing where the course has nothing for them, and it is said', () => {
    const [meat] = byDish([porkRoast]);
    expect(one(meat).total).toBe(116);
    expect(meat?.without).toEqual({ noPork: 14, vegetarian: 12 });
    const [poultry] = byDish([turkey]);
    expect(one(poultry).total).toBe(130);
    expect(poultry?.without).toEqual({ noPork: 0, vegetarian: 12 });
  });

  it('are not taken off twice where the share of an only dish was learned', () => {
    const [meat] = byDish([turkey], fixedShares({ [turkey.key]: 0.9 }));
    expect(one(meat).total).toBe(128);
  });

  it('do not touch a dish that all may eat, or whose family nobody knows', () => {
    const [starter] = byDish([carrots]);
    expect(one(starter).total).toBe(142);
    const [unknown] = byDish([{ ...turkey, family: null }]);
    expect(one(unknown).total).toBe(142);
  });

  it('take a dish of which nobody knows what it is rather than meat, but a known one first', () => {
    const unknown = { ...quenellesDish, key: 'surprise', family: null };
    const only = fixedShares({ [porkRoast.key]: 1, surprise: 0 });
    expect(byDish([porkRoast, unknown], only).map((need) => one(need).total)).toEqual([116, 26]);
    const three = fixedShares({ [porkRoast.key]: 1, surprise: 0, [quenellesDish.key]: 0 });
    expect(byDish([porkRoast, unknown, quenellesDish], three).map((need) => one(need).total)).toEqual([
      116, 0, 26,
    ]);
  });

  it('are never more than the guests', () => {
    const many = { noPork: 0, vegetarian: 30, allergy: 0 };
    const shares = fixedShares({ [turkey.key]: 1, [quenellesDish.key]: 0 });
    const needs = dishNeeds(service([turkey, quenellesDish], exactly(20), { diets: many }), shares);
    expect(needs.map((need) => one(need).total)).toEqual([0, 20]);
  });
});
