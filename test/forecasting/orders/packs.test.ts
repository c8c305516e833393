import { randomInt, randomLcg } from 'd3-random';
import type { ByAgeClass, PackSize } from '../../../forecasting/domain/records.ts';
import { bestPacks, type PackOffer } from '../../../forecasting/orders/best-packs.ts';
import { pack, type StockedRule } from '../../../forecasting/orders/packs.ts';
import type { Diners } from '../../../forecasting/orders/portions.ts';

interface Tried {
  readonly content: number;
  readonly pieces: number;
  readonly price: number;
}

const isLess = (a: Tried, b: Tried) =>
  (a.content - b.content || a.pieces - b.pieces || a.price - b.price) < 0;

/** Every way to buy up to `most` of each offer, as a cook with a night to spare would try them. */
function* everyWay(offers: readonly PackOffer[], most: number): Generator<Tried> {
  if (offers.length === 0) {
    yield { content: 0, pieces: 0, price: 0 };
    return;
  }
  const [first, ...rest] = offers as [PackOffer, ...PackOffer[]];
  for (const way of everyWay(rest, most)) {
    for (let count = 0; count <= most; count++) {
      yield {
        content: way.content + count * first.amount,
        pieces: way.pieces + count,
        price: way.price + count * (first.price ?? 1e9),
      };
    }
  }
}

function bruteForce(need: number, offers: readonly PackOffer[], minimum: number, most: number): Tried {
  let best: Tried = { content: Number.POSITIVE_INFINITY, pieces: 0, price: 0 };
  for (const way of everyWay(offers, most)) {
    if (way.content >= need && way.pieces >= minimum && isLess(way, best)) best = way;
  }
  return best;
}

/**
 * The best of all counts of the first offers, each completed with the fewest of the last that hold the need and reach
 * the minimum: more of it would only hold more.
 */
function leastOfAll(need: number, offers: readonly PackOffer[], minimum: number): Tried {
  const [last, ...others] = offers.toReversed() as [PackOffer, ...PackOffer[]];
  let best: Tried = { content: Number.POSITIVE_INFINITY, pieces: 0, price: 0 };
  const complete = (from: number, way: Tried): void => {
    const offer = others[from];
    if (offer) {
      const most = Math.max(minimum - way.pieces, Math.ceil((need - way.content) / offer.amount), 0);
      for (let count = 0; count <= most; count++) complete(from + 1, add(way, offer, count));
      return;
    }
    const held = Math.ceil((need - way.content) / last.amount - 1e-9);
    const whole = add(way, last, Math.max(0, held, minimum - way.pieces));
    const nearer = whole.content - best.content;
    if (nearer < -1e-7 || (nearer < 1e-7 && isLess({ ...whole, content: 0 }, { ...best, content: 0 })))
      best = whole;
  };
  complete(0, { content: 0, pieces: 0, price: 0 });
  return best;
}

const add = (way: Tried, { amount, price }: PackOffer, count: number): Tried => ({
  content: way.content + count * amount,
  pieces: way.pieces + count,
  price: way.price + count * (price ?? 1e9),
});

const int = (seed: number) => {
  const source = randomLcg(seed);
  return (low: number, high: number) => randomInt.source(source)(low, high + 1)();
};

describe('packs of an amount', () => {
  test('are the best of all ways, on many small cases', () => {
    const pick = int(0.42);
    for (let round = 0; round < 1_000; round++) {
      const offers = Array.from({ length: pick(1, 3) }, () => ({
        amount: pick(1, 9),
        price: pick(0, 4) === 0 ? null : pick(1, 20),
      }));
      const need = pick(1, offers.length === 3 ? 18 : 40);
      const minimum = pick(0, 2) === 0 ? pick(1, 8) : 0;
      const choice = bestPacks(need, offers, minimum);
      const most = Math.max(minimum, Math.ceil(need / Math.min(...offers.map(({ amount }) => amount))));
      const best = bruteForce(need, offers, minimum, most);
      expect({ round, need, offers, minimum, ...pickOut(choice) }).toEqual({
        round,
        need,
        offers,
        minimum,
        ...best,
      });
    }
  });

  test('are the best with minimums to 500, prices, and parts of grams, on 5,000 cases', () => {
    const pick = int(0.31);
    for (let round = 0; round < 5_000; round++) {
      const count = pick(1, 3);
      const fine = [1, 1, 10, 1_000][pick(0, 3)] ?? 1;
      const offers = Array.from({ length: count }, () => ({
        amount: pick(1, fine === 1 ? 60 : 400) / fine,
        price: pick(0, 4) === 0 ? null : pick(1, 20),
      }));
      const minimum = count === 3 ? pick(0, 12) : pick(0, 500);
      const largest = Math.max(...offers.map(({ amount }) => amount));
      const need = pick(1, count === 3 ? 15_000 : 700_000) / 1_000 / fine + pick(0, minimum) * largest;
      const { content, pieces, price } = bestPacks(need, offers, minimum);
      const best = leastOfAll(need, offers, minimum);
      expect({ round, offers, need, minimum, pieces, price }).toEqual({
        round,
        offers,
        need,
        minimum,
        pieces: best.pieces,
        price: best.price,
      });
      expect(content).toBeCloseTo(best.content, 6);
    }
  });

  test('a minimum of hundreds of large packs takes little memory and no error', () => {
    const bags = [4_999, 2_503, 997].map((amount) => ({ amount, price: amount / 500 }));
    const before = process.memoryUsage().arrayBuffers;
    const { pieces, content } = bestPacks(1_200_000, bags, 500);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
    expect(pieces).toBeGreaterThanOrEqual(500);
    expect(content).toBe(1_200_000);
  });

  test('are never short, and hold less surplus than the smallest pack', () => {
    const pick = int(0.7);
    for (let round = 0; round < 300; round++) {
      const amounts = Array.from({ length: pick(1, 6) }, () => pick(1, 60) * 50);
      const need = pick(1, 200_000) + pick(0, 999) / 1_000;
      const { content, counts } = bestPacks(
        need,
        amounts.map((amount) => ({ amount, price: null })),
      );
      expect(content).toBe(counts.reduce((sum, count, i) => sum + count * (amounts[i] ?? 0), 0));
      expect(content).toBeGreaterThanOrEqual(need);
      expect(content - need).toBeLessThan(Math.min(...amounts));
    }
  });

  test('what is taken ahead of the search changes nothing', () => {
    // 2.5 kg and 1 kg bags: large needs are mostly 2.5 kg bags, small ones show each remainder.
    const offers = [
      { amount: 2500, price: 4.5 },
      { amount: 1000, price: 2.1 },
    ];
    for (let need = 100; need < 12_000; need += 100) {
      const [large, small] = [bestPacks(need + 100_000, offers), bestPacks(need + 10_000, offers)];
      expect(large.counts).toEqual([(small.counts[0] ?? 0) + 36, small.counts[1]]);
    }
  });

  test('amounts in part grams, and an absurd need, come out all the same', () => {
    expect(bestPacks(0.3, [{ amount: 0.1, price: null }]).pieces).toBe(3);
    const grams = [
      { amount: 2503, price: null },
      { amount: 997, price: null },
    ];
    const { content } = bestPacks(5e8, grams);
    expect(content).toBeGreaterThanOrEqual(5e8);
    expect(content - 5e8).toBeLessThan(997);
    expect(bestPacks(3e6, grams, 40).pieces).toBeGreaterThanOrEqual(40);
  });

  test('nothing needed is nothing ordered', () => {
    expect(bestPacks(0, [{ amount: 5, price: 1 }])).toEqual({ counts: [0], pieces: 0, content: 0, price: 0 });
  });
});

const pickOut = ({ content, pieces, price }: Tried) => ({ content, pieces, price });

const classes = (M: number, E: number, C: number, A: number) => ({ M, E, C, A });
const tray = (name: string, portions: ByAgeClass<number | null>, price: number | null = null): PackSize => ({
  name,
  content: { type: 'portions', portions },
  price,
});
const third = tray('GN 1/3', { M: 8, E: 6, C: null, A: 4 });

function rule(sizes: readonly PackSize[], others: Partial<StockedRule> = {}): StockedRule {
  const scope = { type: 'food', food: 'composite' } as const;
  return { scope, supplierId: null, sizes, minimum: 0, stock: 0, keeps: false, ...others };
}

describe('packs of a rule', () => {
  const bag = (amount: number, price: number | null = null): PackSize => ({
    name: `${amount} g`,
    content: { type: 'amount', amount, unit: 'g' },
    price,
  });
  const nobody = classes(0, 0, 0, 0);

  test('stock is used first, and what it covers is not ordered', () => {
    const packing = pack(rule([bag(1000, 2)], { stock: 1500 }), 2200, nobody);
    expect(packing).toMatchObject({ need: 2200, fromStock: 1500, surplus: 300, price: 2 });
    const covered = pack(rule([bag(1000, 2)], { stock: 5000, minimum: 4 }), 2200, nobody);
    expect(covered).toMatchObject({ packs: [], fromStock: 2200, surplus: 0, price: 0 });
  });

  test('a minimum is met with the smallest packs that do', () => {
    const packing = pack(rule([bag(1000), bag(500)], { minimum: 5 }), 2200, nobody);
    expect(packing.packs).toEqual([{ size: '500 g', count: 5 }]);
    expect(packing).toMatchObject({ surplus: 300, price: null });
  });

  test('of equal content and pieces the cheaper is taken', () => {
    const two = [
      { ...bag(1000, 3), name: 'Dear' },
      { ...bag(1000, 2), name: 'Cheap' },
    ];
    expect(pack(rule(two), 1500, nobody)).toMatchObject({ packs: [{ size: 'Cheap', count: 2 }], price: 4 });
  });

  test('a container is filled for one class', () => {
    const packing = pack(rule([third]), 0, classes(10, 7, 0, 5));
    expect(packing.packs).toEqual([{ size: 'GN 1/3', count: 6 }]);
    expect(packing).toMatchObject({ need: 22, surplus: 14, surplusByClass: classes(6, 5, 0, 3) });
  });

  test('a class without a container is told, the others are packed', () => {
    const packing = pack(rule([third]), 0, classes(8, 0, 30, 0));
    expect(packing).toMatchObject({ packs: [{ size: 'GN 1/3', count: 1 }], missing: ['C'], surplus: 0 });
  });

  test('portions on hand serve the largest class first', () => {
    const packing = pack(rule([third], { stock: 50 }), 0, classes(8, 56, 0, 4));
    expect(packing).toMatchObject({ fromStock: 50, packs: [{ size: 'GN 1/3', count: 3 }], surplus: 0 });
  });

  test('containers and their minimum are the best of all ways, on small cases', () => {
    const pick = int(0.9);
    for (let round = 0; round < 250; round++) {
      const sizes = Array.from({ length: pick(1, 2) }, (_, i) =>
        tray(`${i}`, { M: pick(1, 9), E: pick(1, 9), C: null, A: null }, pick(1, 9)),
      );
      const diners = classes(pick(0, 20), pick(1, 20), 0, 0);
      const minimum = pick(0, 10);
      const packing = pack(rule(sizes, { minimum }), 0, diners);
      const best = bruteForceOfTrays(sizes, diners, minimum);
      expect({ round, sizes, diners, minimum, ...outcome(packing, diners) }).toEqual({
        round,
        sizes,
        diners,
        minimum,
        ...best,
      });
    }
  });
});

function outcome({ packs, surplus, price }: ReturnType<typeof pack>, diners: Diners): Tried {
  const pieces = packs.reduce((sum, { count }) => sum + count, 0);
  return { content: surplus + diners.M + diners.E, pieces, price: price ?? 0 };
}

function bruteForceOfTrays(sizes: readonly PackSize[], diners: Diners, minimum: number): Tried {
  const offers = (age: 'M' | 'E') =>
    sizes.map(({ content, price }) => ({
      amount: content.type === 'portions' ? (content.portions[age] ?? 0) : 0,
      price,
    }));
  const most = sizes.length === 1 ? 30 : 20;
  const ways = (age: 'M' | 'E') =>
    diners[age] === 0
      ? [{ content: 0, pieces: 0, price: 0 }]
      : [...everyWay(offers(age), most)].filter(({ content }) => content >= diners[age]);
  const ofM = bestByPieces(ways('M'));
  const ofE = bestByPieces(ways('E'));
  let best: Tried = { content: Number.POSITIVE_INFINITY, pieces: 0, price: 0 };
  for (const m of ofM) {
    for (const e of ofE) {
      const both = {
        content: m.content + e.content,
        pieces: m.pieces + e.pieces,
        price: m.price + e.price,
      };
      if (both.pieces >= minimum && isLess(both, best)) best = both;
    }
  }
  return best;
}

const bestByPieces = (ways: readonly Tried[]) =>
  [...Map.groupBy(ways, ({ pieces }) => pieces).values()].map((group) =>
    group.reduce((best, way) => (isLess(way, best) ? way : best)),
  );
