/** One size on offer: what it holds (> 0) and what one costs. */
export interface PackOffer {
  readonly amount: number;
  /** `null`: the price is not known; it counts as the dearest when prices decide. */
  readonly price: number | null;
}

/** How many of each offer, in the order of the offers. */
export type PackCounts = readonly number[];

/** The best choice for each number of pieces up to a minimum; the last entry has that many or more. */
export type ByPieces = readonly (PackChoice | null)[];

export interface PackChoice {
  readonly counts: PackCounts;
  readonly pieces: number;
  /** What they hold together. */
  readonly content: number;
  readonly price: number;
}

/** A price that no pack has, for those whose price is not known. */
const dearest = 1e9;
/** Amounts are told apart down to a thousandth of their unit, where the tables stay small enough. */
const finest = 1_000;
/** Cells of the largest table, 13 bytes each. */
const mostCells = 3_000_000;

const priceOf = (offer: PackOffer | undefined) => offer?.price ?? dearest;

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** A size in whole steps; of offers of one size only the cheapest. */
interface Size {
  readonly steps: number;
  readonly price: number;
  /** Its place among the offers. */
  readonly offer: number;
}

/** Amounts in whole steps: sizes rounded down, the need rounded up, so that a choice is never short. */
interface Grid {
  /** The smallest first. */
  readonly sizes: readonly [Size, ...Size[]];
  readonly need: number;
}

/**
 * `span`: the amount that a table must reach over; where it has too many steps, they are made coarser.
 * Throws a RangeError when the need is not finite or no offer holds anything.
 */
function gridOf(need: number, offers: readonly PackOffer[], span: number): Grid {
  if (!Number.isFinite(need)) throw new RangeError('No pack fits a need that is not finite');
  const wanted = Math.max(0, need);
  const exact = offers.map(({ amount }) => Math.round(amount * finest)).reduce(gcd, 0) / finest;
  const step = Math.max(exact, span / mostCells);
  // An amount is a whole number of exact steps but for the rounding of binary fractions.
  const inSteps = offers.map(({ amount }) => Math.floor(amount / step + 1e-6));
  const sizes = cheapestOfEach(inSteps, offers);
  const [smallest, ...others] = sizes;
  if (!smallest) throw new RangeError('A pack must hold something');
  return { sizes: [smallest, ...others], need: Math.ceil(wanted / step - 1e-6) };
}

function cheapestOfEach(inSteps: readonly number[], offers: readonly PackOffer[]): Size[] {
  const cheapest = new Map<number, Size>();
  for (const [offer, steps] of inSteps.entries()) {
    const price = priceOf(offers[offer]);
    if (steps > 0 && price < (cheapest.get(steps)?.price ?? Number.POSITIVE_INFINITY))
      cheapest.set(steps, { steps, price, offer });
  }
  return [...cheapest.values()].sort((a, b) => a.steps - b.steps);
}

/**
 * Packs for a need: never short, the least surplus, then the fewest pieces, then the lowest price. Exact, by dynamic
 * programming over the totals that the sizes can make (an unbounded knapsack: Martello and Toth, "Knapsack
 * Problems", 1990, ch. 3), down to a thousandth of the unit, or a three-millionth of the need where that is coarser.
 * `minimum`: the fewest pieces that may be ordered.
 */
export function bestPacks(need: number, offers: readonly PackOffer[], minimum = 0): PackChoice {
  if (!(need > 0) && minimum === 0) return choiceOf(offers, []);
  const largest = Math.max(...offers.map(({ amount }) => amount));
  const free = choiceOf(offers, fewestPieces(gridOf(need, offers, 4 * largest)));
  if (free.pieces >= minimum) return free;
  return choiceOf(offers, new Exchanges(gridOf(need, offers, need + largest), minimum).least(minimum));
}

/** The best choice with exactly 0, 1, 2 … pieces, and with `most` or more; `null` where so few do not hold the need. */
export function packsByPieces(need: number, offers: readonly PackOffer[], most: number): ByPieces {
  const largest = Math.max(...offers.map(({ amount }) => amount));
  const exchanges = new Exchanges(gridOf(need, offers, need + largest), 0);
  return Array.from({ length: most + 1 }, (_, pieces) => {
    const counted = pieces === most ? exchanges.least(most) : exchanges.exactly(pieces);
    return counted && choiceOf(offers, counted);
  });
}

type Counted = readonly { readonly size: Size; readonly count: number }[];

function choiceOf(offers: readonly PackOffer[], counted: Counted): PackChoice {
  const counts = offers.map(() => 0);
  for (const { size, count } of counted) counts[size.offer] = (counts[size.offer] ?? 0) + count;
  const sumOf = (value: (offer: PackOffer) => number) =>
    offers.reduce((sum, offer, i) => (counts[i] === 0 ? sum : sum + (counts[i] ?? 0) * value(offer)), 0);
  return { counts, pieces: sumOf(() => 1), content: sumOf(({ amount }) => amount), price: sumOf(priceOf) };
}

/** The least content that holds the need, in the fewest pieces. */
function fewestPieces({ sizes, need }: Grid): Counted {
  const largest = sizes.at(-1) ?? sizes[0];
  const ahead = packsAhead(sizes, need);
  const rest = need - ahead * largest.steps;
  // One smallest pack too many is always a way, so that no better total lies beyond.
  const table = new Totals(sizes, rest + sizes[0].steps);
  const total = table.firstFrom(rest);
  return [...table.trace(total), { size: largest, count: ahead }];
}

/**
 * Largest packs that every best choice holds, so that they need no search. Among as many smaller packs as the largest
 * has steps, some make up a whole number of largest ones (pigeonhole), which are fewer pieces of the same content:
 * a best choice has fewer smaller packs than that.
 */
function packsAhead(sizes: readonly Size[], need: number): number {
  const most = sizes.at(-1)?.steps ?? 1;
  const second = sizes.at(-2)?.steps ?? 0;
  // Beyond the table more largest packs are taken: the totals within it leave every remainder open.
  return Math.max(0, Math.floor((need - (most - 1) * second) / most), Math.ceil((need - mostCells) / most));
}

/** For every total up to an end: the fewest pieces that make it up, the lowest price among equals. */
class Totals {
  readonly #sizes: readonly Size[];
  readonly #pieces: Int32Array;
  readonly #price: Float64Array;
  /** The size that came last. */
  readonly #last: Uint8Array;

  constructor(sizes: readonly Size[], end: number) {
    this.#sizes = sizes;
    this.#pieces = new Int32Array(end + 1).fill(-1);
    this.#price = new Float64Array(end + 1);
    this.#last = new Uint8Array(end + 1);
    this.#pieces[0] = 0;
    for (let total = 1; total <= end; total++) this.#reach(total);
  }

  // The loop over every total and size is the whole cost: plain indices, no iterators.
  #reach(total: number): void {
    const sizes = this.#sizes;
    let [fewest, cheapest] = [Number.POSITIVE_INFINITY, 0];
    for (let i = 0; i < sizes.length; i++) {
      const size = sizes[i];
      if (!size || size.steps > total) break;
      const before = total - size.steps;
      const pieces = this.#pieces[before] + 1;
      if (pieces === 0 || pieces > fewest) continue;
      const cost = this.#price[before] + size.price;
      if (pieces === fewest && cost >= cheapest) continue;
      fewest = pieces;
      cheapest = cost;
      this.#last[total] = i;
    }
    if (fewest === Number.POSITIVE_INFINITY) return;
    this.#pieces[total] = fewest;
    this.#price[total] = cheapest;
  }

  /** The fewest pieces of a total; -1 where none make it up. */
  piecesOf(total: number): number {
    return this.#pieces[total] ?? -1;
  }

  /** The first total from `from` on that some pieces make up. */
  firstFrom(from: number): number {
    let total = from;
    while (this.piecesOf(total) < 0) total++;
    return total;
  }

  trace(end: number): Counted {
    const counts = this.#sizes.map(() => 0);
    for (let total = end; total > 0; ) {
      const i = this.#last[total] ?? 0;
      counts[i] = (counts[i] ?? 0) + 1;
      total -= this.#sizes[i]?.steps ?? total;
    }
    return this.#sizes.map((size, i) => ({ size, count: counts[i] ?? 0 }));
  }
}

/**
 * Choices by their number of pieces. Any choice of k pieces is k smallest packs of which some are exchanged for larger
 * ones; an exchange adds the difference of the two sizes. So k pieces can hold k smallest and an excess e just where
 * e is a sum of at most k differences: the fewest differences that make up each excess say it for every k at once.
 */
class Exchanges {
  readonly #grid: Grid;
  readonly #differences: readonly Size[];
  readonly #excess: Totals;
  readonly #end: number;

  /** `fewest`: the least number of pieces that will be asked for. */
  constructor(grid: Grid, fewest: number) {
    const [smallest, ...others] = grid.sizes;
    this.#grid = grid;
    this.#differences = others.map((size) => ({ ...size, steps: size.steps - smallest.steps }));
    const most = this.#differences.at(-1)?.steps ?? 0;
    this.#end = Math.max(0, grid.need - fewest * smallest.steps) + most;
    this.#excess = new Totals(this.#differences, this.#end);
  }

  /** The best choice of exactly so many pieces; `null` where so few do not hold the need. */
  exactly(pieces: number): Counted | null {
    const excess = this.#excessOf(pieces);
    return excess === null ? null : this.#choose(pieces, excess);
  }

  /** The best choice of so many pieces or more. */
  least(minimum: number): Counted {
    const { sizes, need } = this.#grid;
    const step = sizes[0].steps;
    let best = { pieces: 0, excess: 0, content: Number.POSITIVE_INFINITY };
    // So many smallest packs hold the need: more pieces only hold more.
    const most = Math.max(minimum, Math.ceil(need / step));
    for (let pieces = minimum; pieces <= most; pieces++) {
      const excess = this.#excessOf(pieces);
      if (excess === null) continue;
      const content = pieces * step + excess;
      if (content < best.content) best = { pieces, excess, content };
      if (content === need) break;
    }
    return this.#choose(best.pieces, best.excess);
  }

  /** The least excess with which so many pieces hold the need. */
  #excessOf(pieces: number): number | null {
    const wanted = Math.max(0, this.#grid.need - pieces * this.#grid.sizes[0].steps);
    for (let excess = wanted; excess <= this.#end; excess++) {
      const exchanged = this.#excess.piecesOf(excess);
      if (exchanged >= 0 && exchanged <= pieces) return excess;
    }
    return null;
  }

  #choose(pieces: number, excess: number): Counted {
    const [smallest] = this.#grid.sizes;
    const exchanged = this.#cheapest(pieces, excess) ?? this.#excess.trace(excess);
    const larger = exchanged.reduce((sum, { count }) => sum + count, 0);
    return [{ size: smallest, count: pieces - larger }, ...exchanged];
  }

  /** Of all exchanges that make up an excess with at most `pieces` differences, those of the lowest price. */
  #cheapest(pieces: number, excess: number): Counted | null {
    const unit = this.#differences.map(({ steps }) => steps).reduce(gcd, 0);
    if (unit === 0) return null;
    const end = excess / unit;
    const layers = Math.min(pieces, Math.floor(excess / (this.#differences[0]?.steps ?? 1)));
    // Above this size the price no longer decides between ways that hold the same in as many pieces.
    if ((layers + 1) * (end + 1) > mostCells) return null;
    const base = this.#grid.sizes[0].price;
    const offers = this.#differences.map((size) => ({ steps: size.steps / unit, extra: size.price - base }));
    const counts = cheapestSum(offers, end, layers);
    return this.#differences.map((size, i) => ({ size, count: counts[i] ?? 0 }));
  }
}

interface Exchange {
  readonly steps: number;
  /** What it costs more than the smallest pack. */
  readonly extra: number;
}

/** The cheapest multiset of at most `most` exchanges whose steps add up to `end`, as a count of each. */
function cheapestSum(exchanges: readonly Exchange[], end: number, most: number): number[] {
  const width = end + 1;
  let before = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  before[0] = 0;
  const last = new Uint8Array((most + 1) * width);
  let best = { layer: 0, cost: before[end] ?? Number.POSITIVE_INFINITY };
  for (let layer = 1; layer <= most; layer++) {
    const costs = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    for (const [i, { steps, extra }] of exchanges.entries()) {
      for (let total = steps; total < width; total++) {
        const cost = (before[total - steps] ?? 0) + extra;
        if (cost < (costs[total] ?? 0)) {
          costs[total] = cost;
          last[layer * width + total] = i;
        }
      }
    }
    if ((costs[end] ?? 0) < best.cost) best = { layer, cost: costs[end] ?? 0 };
    before = costs;
  }
  const counts = exchanges.map(() => 0);
  for (let { layer } = best, total = end; layer > 0; layer--) {
    const i = last[layer * width + total] ?? 0;
    counts[i] = (counts[i] ?? 0) + 1;
    total -= exchanges[i]?.steps ?? 0;
  }
  return counts;
}
