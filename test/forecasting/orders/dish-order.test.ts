import type { PackRule } from '../../../forecasting/domain/records.ts';
import { type DayDiners, dishNeeds } from '../../../forecasting/orders/dish-need.ts';
import { orderDish } from '../../../forecasting/orders/dish-order.ts';
import { dishPortions } from '../../../forecasting/orders/dish-portions.ts';
import { dishRules } from '../../../forecasting/orders/rules-of-dish.ts';
import { StockBook } from '../../../forecasting/orders/stock-book.ts';
import { carrots, exactly, fixedShares, service, turkey } from './take-up-examples.ts';

const kitchen = 'kitchen-1';
const on = (amount: number) => [{ place: kitchen, amount } as const];
const bags: PackRule = {
  scope: { type: 'food', food: 'raw-vegetables' },
  supplierId: 3,
  sizes: [{ name: 'sac 2,5 kg', content: { type: 'amount', amount: 2500, unit: 'g' }, price: 5 }],
  minimum: 0,
  stocks: [],
  keeps: false,
};
const trays: PackRule = {
  ...bags,
  scope: { type: 'food', food: 'roast' },
  supplierId: null,
  sizes: [
    { name: 'GN 1/3', content: { type: 'portions', portions: { M: 8, E: 6, C: null, A: 4 } }, price: null },
  ],
};
const rules = (...packs: readonly PackRule[]) =>
  dishRules(
    [
      {
        scope: { type: 'food', food: 'raw-vegetables' },
        portion: { unit: 'g', amounts: { M: 50, E: 70, C: 100, A: 90 }, purchaseFactor: 1 },
      },
    ],
    packs,
  );

function portions(dish: typeof carrots, children: readonly number[], dayDiners: Partial<DayDiners> = {}) {
  const needs = children.map((count, site) => {
    const [need] = dishNeeds(service([dish], exactly(count), dayDiners, site), fixedShares({}));
    if (need === undefined) throw new Error('no need');
    return need;
  });
  return dishPortions(needs, 0.8, false);
}

/** The design's own sheet: 54 small ones and 88 bigger ones, 9 adults. */
const shares = { M: 54 / 142, E: 88 / 142, C: 0, A: 0 };

describe('a site that cooks for itself', () => {
  it('gets weight, packs and what is over, as the production sheet shows them', () => {
    const [own] = portions(carrots, [142], { shares, adults: 9 });
    const { sites, order } = orderDish(own ? [own] : [], rules(bags), new StockBook(kitchen));
    expect(order.weight).toMatchObject({ served: 9670, bought: 9670, unit: 'g' });
    expect(order.packing?.packs).toEqual([{ size: 'sac 2,5 kg', count: 4 }]);
    expect(order.surplus).toMatchObject({ amount: 330, euros: (20 * 330) / 10_000 });
    expect(sites[0]?.order).toBe(order);
  });

  it('fills containers class by class', () => {
    const { order, containers, room } = orderDish(
      portions(turkey, [142], { shares, adults: 9 }),
      rules(trays),
      new StockBook(kitchen),
    );
    expect(room).toBe(true);
    expect(containers).toEqual([
      { age: 'M', packs: [{ size: 'GN 1/3', count: 7 }] },
      { age: 'E', packs: [{ size: 'GN 1/3', count: 15 }] },
      { age: 'A', packs: [{ size: 'GN 1/3', count: 3 }] },
    ]);
    expect(order.packing?.packs).toEqual([{ size: 'GN 1/3', count: 25 }]);
    expect(order.surplus?.portions).toBe(2 + 2 + 3);
  });

  it('comes out in portions without a portion or a pack, and says what is missing', () => {
    const unknown = { ...carrots, dish: 'Surprise', key: 'surprise', family: null };
    const { order } = orderDish(portions(unknown, [40]), rules(), new StockBook(kitchen));
    expect(order).toMatchObject({ portions: 40, weight: null, packing: null });
    expect(order.problems).toEqual([{ code: 'no-portion', classes: null }]);
  });
});

describe('a kitchen of several sites', () => {
  it('buys its food once: whole packs for the sum, none for a site alone', () => {
    const { sites, order } = orderDish(
      portions(carrots, [20, 20, 20], { shares }),
      rules(bags),
      new StockBook(kitchen),
    );
    expect(order.weight?.bought).toBe(sites.reduce((sum, site) => sum + (site.order.weight?.bought ?? 0), 0));
    expect(order.packing?.packs).toEqual([{ size: 'sac 2,5 kg', count: 2 }]);
    expect(sites.map((site) => site.order.packing)).toEqual([null, null, null]);
  });

  it('fills the containers of each site apart: they travel', () => {
    const { sites, order, containers } = orderDish(
      portions(turkey, [10, 10], { shares }),
      rules(trays),
      new StockBook(kitchen),
    );
    expect(sites.map((site) => site.order.packing?.packs)).toEqual([
      [{ size: 'GN 1/3', count: 2 }],
      [{ size: 'GN 1/3', count: 2 }],
    ]);
    expect(order.packing?.packs).toEqual([{ size: 'GN 1/3', count: 4 }]);
    expect(order.surplus?.portions).toBe(8);
    expect(containers).toEqual([
      { age: 'M', packs: [{ size: 'GN 1/3', count: 2 }] },
      { age: 'E', packs: [{ size: 'GN 1/3', count: 2 }] },
    ]);
  });
});

describe('containers of several sites', () => {
  const only = { M: 0, E: 1, C: 0, A: 0 };
  const ordered = (rule: PackRule, children: readonly number[]) => {
    const stock = new StockBook(kitchen);
    const made = orderDish(portions(turkey, children, { shares: only }), rules(rule), stock);
    const packs = made.sites.map((site) => site.order.packing?.packs[0]?.count ?? 0);
    return { ...made, packs, total: made.order.packing?.packs[0]?.count ?? 0, stock };
  };

  it('come after what is on hand, which is used once', () => {
    const { packs, total, order, stock } = ordered({ ...trays, stocks: on(15) }, [10, 10, 10]);
    // Ten of the first site and five of the second are there already.
    expect(packs).toEqual([0, 1, 2]);
    expect(total).toBe(3);
    expect(order.packing).toMatchObject({ need: 30, fromStock: 15, surplus: 3 });
    expect(stock.onHand({ ...trays, stocks: on(15) })?.stock).toBe(0);
  });

  it('reach the least that the supplier delivers, together and not each alone', () => {
    expect(ordered({ ...trays, minimum: 4 }, [10, 10, 10]).packs).toEqual([2, 2, 2]);
    const { packs, total } = ordered({ ...trays, minimum: 9 }, [10, 16, 10]);
    expect(total).toBe(9);
    expect(packs).toEqual([2, 5, 2]);
    expect(ordered({ ...trays, minimum: 9, stocks: on(50) }, [10, 16, 10]).total).toBe(0);
  });

  it('keep what each site has over for the next day', () => {
    const { order, stock } = ordered({ ...trays, keeps: true }, [7, 7]);
    expect(order.packing?.surplus).toBe(10);
    expect(stock.onHand(trays)?.stock).toBe(10);
  });
});

describe('what is on hand', () => {
  const week = (rule: PackRule) => {
    const stock = new StockBook(kitchen);
    return Array.from({ length: 3 }, () => {
      const { order } = orderDish(
        portions(carrots, [20], { shares: { M: 0, E: 1, C: 0, A: 0 } }),
        rules(rule),
        stock,
      );
      return [order.packing?.fromStock, order.packing?.packs[0]?.count ?? 0];
    });
  };

  it('is used up once, not every day', () => {
    expect(week({ ...bags, stocks: on(1400) })).toEqual([
      [1400, 0],
      [0, 1],
      [0, 1],
    ]);
  });

  it('is that of the place alone: another kitchen has its own', () => {
    const rule = { ...bags, stocks: [...on(1400), { place: 'site-2' as const, amount: 500 }] };
    const places = ['kitchen-1', 'site-2', 'kitchen-3'] as const;
    const books = places.map((place) => new StockBook(place));
    const taken = [1, 2].map(() =>
      books.map((book) => {
        const asked = portions(carrots, [20], { shares: { M: 0, E: 1, C: 0, A: 0 } });
        return orderDish(asked, rules(rule), book).order.packing?.fromStock;
      }),
    );
    expect(taken).toEqual([
      [1400, 500, 0],
      [0, 0, 0],
    ]);
  });

  it('is also what was kept of the day before', () => {
    expect(week({ ...bags, keeps: true })).toEqual([
      [0, 1],
      [1100, 1],
      [1400, 0],
    ]);
  });
});
