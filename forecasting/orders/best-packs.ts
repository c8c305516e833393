/** One size on offer: what it holds (> 0) and what one costs. */
export interface Offer {
  readonly amount: number;
  /** `null`: nobody said; it counts as the dearest when prices decide. */
  readonly price: number | null;
}

/** How many of each offer, in the order of the offers. */
export type Counts = readonly number[];

/** The best choice for each number of pieces up to a minimum; the last entry has that many or more. */
export type ByPieces = readonly (Choice | null)[];

export interface Choice {
  readonly counts: Counts;
  readonly pieces: number;
  /** What they hold together. */
  readonly content: number;
  readonly price: number;
}

/** A price that no pack has, for those whose price nobody said. */
const dearest = 1e9;
/** Amounts are told apart down to a thousandth of their unit. */
const finest = 1_000;
/** Cells of the largest table that is searched; beyond it the largest packs are taken first. */
const mostCells = 2_000_000;

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** Amounts in the largest whole step that measures all of them. */
interface Grid {
  readonly sizes: readonly number[];
  /** Steps that a need fills, rounded up. */
  readonly need: number;
}

function gridOf(need: number, offers: readonly Offer[]): Grid {
  const fine = offers.map(({ amount }) => Math.round(amount * finest));
  const step = fine.reduce(gcd);
  return {
    sizes: fine.map((amount) => amount / step),
    need: Math.max(0, Math.ceil(Math.round(need * finest) / step)),
  };
}

/**
 * Packs for a need: never short, the least surplus, then the fewest pieces, then the lowest price. Exact, by dynamic
 * programming over the totals that the sizes can make (an unbounded knapsack: Martello and Toth, "Knapsack
 * Problems", 1990, ch. 3). `minimum`: the fewest pieces that may be ordered.
 */
export function bestPacks(need: number, offers: readonly Offer[], minimum = 0): Choice {
  if (!(need > 0) && minimum === 0) return none(offers);
  const free = search(gridOf(need, offers), offers, 0)[0];
  if (free && free.pieces >= minimum) return free;
  const bound = search(gridOf(need, offers), offers, minimum).at(-1);
  if (!bound) throw new RangeError('No pack fits a need that is not finite');
  return bound;
}

/** The best choice with exactly 0, 1, 2 … pieces, and with `most` or more; `null` where so few do not hold the need. */
export function packsByPieces(need: number, offers: readonly Offer[], most: number): ByPieces {
  return search(gridOf(need, offers), offers, most);
}

const none = (offers: readonly Offer[]): Choice => ({
  counts: offers.map(() => 0),
  pieces: 0,
  content: 0,
  price: 0,
});

function search(grid: Grid, offers: readonly Offer[], layers: number): (Choice | null)[] {
  const largest = grid.sizes.reduce((best, _size, i) => (isBefore(grid, offers, i, best) ? i : best), 0);
  const ahead = layers === 0 ? packsAhead(grid, largest) : overflow(grid, largest, layers);
  const need = grid.need - ahead * (grid.sizes[largest] ?? 0);
  const found = new Table({ ...grid, need }, offers, layers).choices();
  return found.map((choice) => choice && withMore(choice, largest, ahead, offers));
}

const isBefore = ({ sizes }: Grid, offers: readonly Offer[], i: number, best: number) =>
  (sizes[i] ?? 0) > (sizes[best] ?? 0) ||
  (sizes[i] === sizes[best] && priceOf(offers[i]) < priceOf(offers[best]));

const priceOf = (offer: Offer | undefined) => offer?.price ?? dearest;

/**
 * Largest packs that every best choice holds, so that they need no search. Among as many smaller packs as the largest
 * has steps, some make up a whole number of largest ones (pigeonhole), which are fewer pieces of the same content:
 * a best choice has fewer smaller packs than that.
 */
function packsAhead({ sizes, need }: Grid, largest: number): number {
  const most = sizes[largest] ?? 1;
  const second = Math.max(0, ...sizes.filter((size) => size < most));
  const inSmaller = (most - 1) * second;
  return Math.max(0, Math.floor((need - inSmaller) / most), tooMany(need, most, sizes.length));
}

/** With pieces to be counted nothing may be taken ahead, unless the table would be absurd. */
function overflow({ sizes, need }: Grid, largest: number, layers: number): number {
  return tooMany(need, sizes[largest] ?? 1, sizes.length * (layers + 1));
}

function tooMany(need: number, most: number, width: number): number {
  return Math.max(0, Math.ceil((need - mostCells / width) / most));
}

function withMore(choice: Choice, largest: number, more: number, offers: readonly Offer[]): Choice {
  if (more === 0) return choice;
  const { amount = 0 } = offers[largest] ?? {};
  return {
    counts: choice.counts.map((count, i) => (i === largest ? count + more : count)),
    pieces: choice.pieces + more,
    content: choice.content + more * amount,
    price: choice.price + more * priceOf(offers[largest]),
  };
}

/** Every total up to one largest pack over the need, in layers by the number of pieces. */
class Table {
  readonly #grid: Grid;
  readonly #offers: readonly Offer[];
  readonly #layers: number;
  readonly #totals: number;
  /** Fewest pieces (lowest price among equals) of each layer and total; the offer that came last; 0: none. */
  readonly #pieces: Float64Array;
  readonly #price: Float64Array;
  readonly #last: Int32Array;
  readonly #from: Int32Array;

  constructor(grid: Grid, offers: readonly Offer[], layers: number) {
    const smallest = Math.min(...grid.sizes);
    const most = Math.max(...grid.sizes);
    this.#grid = grid;
    this.#offers = offers;
    this.#layers = layers + 1;
    this.#totals = Math.max(grid.need, layers * smallest) + most + 1;
    const cells = this.#layers * this.#totals;
    this.#pieces = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
    this.#price = new Float64Array(cells);
    this.#last = new Int32Array(cells);
    this.#from = new Int32Array(cells);
    this.#fill();
  }

  #fill(): void {
    this.#pieces[0] = 0;
    for (let total = 0; total < this.#totals; total++) {
      for (let layer = 0; layer < this.#layers; layer++) {
        const cell = layer * this.#totals + total;
        if (this.#pieces[cell] !== Number.POSITIVE_INFINITY) this.#spread(cell, layer, total);
      }
    }
  }

  #spread(cell: number, layer: number, total: number): void {
    const next = Math.min(layer + 1, this.#layers - 1) * this.#totals;
    const pieces = (this.#pieces[cell] ?? 0) + 1;
    for (let i = 0; i < this.#offers.length; i++) {
      const to = total + (this.#grid.sizes[i] ?? 0);
      if (to >= this.#totals) continue;
      const price = (this.#price[cell] ?? 0) + priceOf(this.#offers[i]);
      const old = this.#pieces[next + to] ?? 0;
      if (pieces < old || (pieces === old && price < (this.#price[next + to] ?? 0))) {
        this.#pieces[next + to] = pieces;
        this.#price[next + to] = price;
        this.#last[next + to] = i;
        this.#from[next + to] = cell;
      }
    }
  }

  /** Of each layer the choice with the least total that holds the need. */
  choices(): (Choice | null)[] {
    return Array.from({ length: this.#layers }, (_, layer) => {
      for (let total = this.#grid.need; total < this.#totals; total++) {
        const cell = layer * this.#totals + total;
        if (this.#pieces[cell] !== Number.POSITIVE_INFINITY) return this.#trace(cell);
      }
      return null;
    });
  }

  #trace(end: number): Choice {
    const counts = this.#offers.map(() => 0);
    for (let cell = end; cell !== 0; cell = this.#from[cell] ?? 0) {
      const i = this.#last[cell] ?? 0;
      counts[i] = (counts[i] ?? 0) + 1;
    }
    const content = counts.reduce((sum, count, i) => sum + count * (this.#offers[i]?.amount ?? 0), 0);
    return { counts, pieces: this.#pieces[end] ?? 0, content, price: this.#price[end] ?? 0 };
  }
}
