import type { AgeClass, PackRule, PackSize, PortionUnit } from '../domain/records.ts';
import { type ByPieces, bestPacks, type PackChoice, type PackOffer, packsByPieces } from './best-packs.ts';
import { ageClasses } from './default-portions.ts';
import type { Diners } from './portions.ts';

/** Packs or containers of one order. */
export interface Packing {
  /** By size, in the order of the rule; sizes of which none is taken are left out. */
  readonly packs: readonly { readonly size: string; readonly count: number }[];
  /** What `need`, `fromStock` and `surplus` count: the unit of the packs, or portions for containers. */
  readonly unit: PortionUnit | 'portion';
  readonly need: number;
  /** Taken from what is on hand. */
  readonly fromStock: number;
  /** Bought beyond the need. Of containers: room filled beyond it, each class in its own portions. */
  readonly surplus: number;
  /** Surplus of containers by class; `null` where packs hold an amount. */
  readonly surplusByClass: Diners | null;
  /** Euros for all packs; `null` when the price of one of them is not known. */
  readonly price: number | null;
  /** Classes with guests for whom no container is said to hold portions: nothing is packed for them. */
  readonly missing: readonly AgeClass[];
}

/** Packs, with what the place that orders them has on hand, in the unit of the packs. */
export interface StockedRule extends Omit<PackRule, 'stocks'> {
  readonly stock: number;
}

type Sized = Pick<PackRule, 'sizes'>;

const isContainers = ({ sizes }: Sized) => sizes[0]?.content.type === 'portions';

/** The unit that a rule's packs are filled by; `portion` for containers. */
export function unitOf({ sizes }: Sized): PortionUnit | 'portion' {
  const content = sizes[0]?.content;
  return content?.type === 'amount' ? content.unit : 'portion';
}

/** Packs for an amount, or containers for guests. `amount` is what must be bought, in the unit of the packs. */
export function pack(rule: StockedRule, amount: number, diners: Diners): Packing {
  return isContainers(rule) ? fillContainers(rule, diners) : packAmount(rule, amount);
}

function packAmount(rule: StockedRule, need: number): Packing {
  const { sizes, minimum, stock } = rule;
  const fromStock = Math.min(stock, need);
  const wanted = need - fromStock;
  const offers = sizes.map(({ content, price }) => ({
    amount: content.type === 'amount' ? content.amount : 0,
    price,
  }));
  // What is on hand may be enough: then nothing is ordered, whatever the minimum.
  const choice = bestPacks(wanted, offers, wanted > 0 ? minimum : 0);
  return {
    packs: counted(sizes, choice.counts),
    unit: unitOf(rule),
    need,
    fromStock,
    surplus: choice.content - wanted,
    surplusByClass: null,
    price: priceOf(sizes, choice.counts),
    missing: [],
  };
}

function counted(sizes: readonly PackSize[], counts: readonly number[]): Packing['packs'] {
  return sizes.flatMap(({ name }, i) => {
    const count = counts[i] ?? 0;
    return count > 0 ? [{ size: name, count }] : [];
  });
}

function priceOf(sizes: readonly PackSize[], counts: readonly number[]): number | null {
  let sum = 0;
  for (const [i, count] of counts.entries()) {
    const price = sizes[i]?.price ?? null;
    if (count > 0 && price === null) return null;
    sum += count * (price ?? 0);
  }
  return sum;
}

interface ClassNeed {
  readonly age: AgeClass;
  readonly portions: number;
  /** The sizes that hold portions of this class, by their place in the rule. */
  readonly places: readonly number[];
  readonly offers: readonly PackOffer[];
}

/** A container is filled for one class: each class has its own, and the minimum counts them all. */
function fillContainers(rule: StockedRule, diners: Diners): Packing {
  const fromStock = Math.min(rule.stock, totalOf(diners));
  const wanted = withoutStock(diners, fromStock);
  const needs = ageClasses
    .filter((age) => wanted[age] > 0)
    .map((age) => needOf(rule.sizes, age, wanted[age]));
  const packed = needs.filter(({ offers }) => offers.length > 0);
  const choices = chooseAll(packed, rule.minimum);
  const counts = rule.sizes.map(() => 0);
  const surplus = { M: 0, E: 0, C: 0, A: 0 };
  for (const [i, { age, portions, places }] of packed.entries()) {
    surplus[age] = (choices[i]?.content ?? 0) - portions;
    for (const [j, place] of places.entries()) {
      counts[place] = (counts[place] ?? 0) + (choices[i]?.counts[j] ?? 0);
    }
  }
  return {
    packs: counted(rule.sizes, counts),
    unit: 'portion',
    need: totalOf(diners),
    fromStock,
    surplus: totalOf(surplus),
    surplusByClass: surplus,
    price: priceOf(rule.sizes, counts),
    missing: needs.filter(({ offers }) => offers.length === 0).map(({ age }) => age),
  };
}

const totalOf = (diners: Diners) => ageClasses.reduce((sum, age) => sum + diners[age], 0);

/** Portions on hand are said for no class: they serve the class with the most guests first. */
function withoutStock(diners: Diners, stock: number): Diners {
  const left = { ...diners };
  let rest = stock;
  for (const age of ageClasses.toSorted((a, b) => diners[b] - diners[a])) {
    const taken = Math.min(rest, left[age]);
    left[age] -= taken;
    rest -= taken;
  }
  return left;
}

function needOf(sizes: readonly PackSize[], age: AgeClass, portions: number): ClassNeed {
  const places: number[] = [];
  const offers: PackOffer[] = [];
  for (const [i, { content, price }] of sizes.entries()) {
    const amount = content.type === 'portions' ? (content.portions[age] ?? 0) : 0;
    if (amount > 0) {
      places.push(i);
      offers.push({ amount, price });
    }
  }
  return { age, portions, places, offers };
}

/** The best containers of each class; with a minimum, the best of all ways to share it out among the classes. */
function chooseAll(needs: readonly ClassNeed[], minimum: number): readonly PackChoice[] {
  const free = needs.map(({ portions, offers }) => bestPacks(portions, offers));
  const pieces = free.reduce((sum, choice) => sum + choice.pieces, 0);
  if (pieces >= minimum || needs.length === 0) return free;
  return needs
    .map(({ portions, offers }) => packsByPieces(portions, offers, minimum))
    .reduce<readonly (Shared | null)[]>((sums, own) => shared(sums, own, minimum), [nothing])
    .reduce<Shared>((best, sum) => (sum && sum.pieces >= minimum && isBetter(sum, best) ? sum : best), {
      ...nothing,
      content: Number.POSITIVE_INFINITY,
    }).choices;
}

interface Shared {
  readonly choices: readonly PackChoice[];
  readonly pieces: number;
  readonly content: number;
  readonly price: number;
}

const nothing: Shared = { choices: [], pieces: 0, content: 0, price: 0 };

const isBetter = (a: Shared, b: Shared) =>
  (a.content - b.content || a.pieces - b.pieces || a.price - b.price) < 0;

/** The best of the classes so far together with one more, for each number of pieces up to the minimum. */
function shared(
  sums: readonly (Shared | null)[],
  own: ByPieces,
  minimum: number,
): readonly (Shared | null)[] {
  const best: (Shared | null)[] = Array.from({ length: minimum + 1 }, () => null);
  for (const sum of sums) {
    for (const choice of own) {
      if (!sum || !choice) continue;
      const both = {
        choices: [...sum.choices, choice],
        pieces: sum.pieces + choice.pieces,
        content: sum.content + choice.content,
        price: sum.price + choice.price,
      };
      const place = Math.min(both.pieces, minimum);
      const old = best[place];
      if (!old || isBetter(both, old)) best[place] = both;
    }
  }
  return best;
}
