import type { SparseRows } from '../numerics/normal-equations.ts';
import { type EffectGroup, EffectIndex, writeEffects } from './columns.ts';
import { learnMemory, type Memory } from './memory.ts';
import type { Offer } from './offers.ts';

/** Offers as rows of a design, one row for each dish. */
export interface Training {
  readonly offers: readonly Offer[];
  readonly effects: EffectIndex;
  readonly design: SparseRows;
  /** First row of each offer, and one past the last. */
  readonly first: Int32Array;
  /** Weight of each offer: the past counts less. */
  readonly weight: Float64Array;
  /** For each row the number of its dish at its site; for each offer that of its course at its site. */
  readonly dishAtSite: Int32Array;
  readonly courseAtSite: Int32Array;
  readonly dishesAtSite: LocalIndex;
  readonly coursesAtSite: LocalIndex;
  /** Last day on which each `site|key` was counted. */
  readonly lastDay: ReadonlyMap<string, number>;
}

/** Things of one site, numbered, with the days on which they were counted. */
export class LocalIndex {
  readonly days: number[] = [];
  private readonly numbers = new Map<string, number>();

  find(siteId: number, what: string): number | undefined {
    return this.numbers.get(`${siteId}|${what}`);
  }

  meet(siteId: number, what: string, counted = true): number {
    const at = `${siteId}|${what}`;
    const number = this.numbers.get(at) ?? this.days.push(0) - 1;
    this.numbers.set(at, number);
    if (counted) this.days[number] = this.days[number] + 1;
    return number;
  }

  /** How many sites have each thing. */
  sites(): ReadonlyMap<string, number> {
    const sites = new Map<string, number>();
    for (const at of this.numbers.keys()) {
      const what = at.slice(at.indexOf('|') + 1);
      sites.set(what, (sites.get(what) ?? 0) + 1);
    }
    return sites;
  }
}

/** Dishes with an effect of their own, the most frequent first: the equations grow with the square of their number. */
const mostDishes = 600;

function frequentDishes(offers: readonly Offer[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { rows } of offers) for (const { key } of rows) times.set(key, (times.get(key) ?? 0) + 1);
  const byTimes = [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Set(byTimes.slice(0, mostDishes).map(([key]) => key));
}

/** Offers must be sorted by day; `origin` is the day from which they are looked back at. */
export function trainingOf(offers: readonly Offer[], origin: number): Training {
  const effects = new EffectIndex();
  const lastDay = new Map<string, number>();
  const dishesAtSite = new LocalIndex();
  const coursesAtSite = new LocalIndex();
  const rows = new GrowingRows();
  const first = new Int32Array(offers.length + 1);
  const courseAtSite = new Int32Array(offers.length);
  const dishAtSite: number[] = [];
  const frequent = frequentDishes(offers);
  const put = (group: EffectGroup, effect: string, weight: number) => {
    if (group !== 'dish' || frequent.has(effect)) rows.put(effects.column(group, effect), weight);
  };
  offers.forEach((offer, o) => {
    const { siteId, day, course } = offer;
    const lastDays = offer.rows.map(({ key }) => lastDay.get(`${siteId}|${key}`) ?? null);
    courseAtSite[o] = coursesAtSite.meet(siteId, course);
    offer.rows.forEach(({ key, taken }, i) => {
      writeEffects({ course, day, dishes: offer.rows, lastDays }, i, put);
      rows.end();
      dishAtSite.push(dishesAtSite.meet(siteId, key, !Number.isNaN(taken)));
    });
    for (const { key } of offer.rows) lastDay.set(`${siteId}|${key}`, day);
    first[o + 1] = dishAtSite.length;
  });
  const numbers = Int32Array.from(dishAtSite);
  const memory = learnMemory(offers, first, numbers);
  return {
    offers,
    effects,
    design: rows.finish(),
    first,
    weight: weights(offers, first, numbers, memory, origin),
    dishAtSite: numbers,
    courseAtSite,
    dishesAtSite,
    coursesAtSite,
    lastDay,
  };
}

/** The mean over the dishes of an offer. */
function weights(
  offers: readonly Offer[],
  first: Int32Array,
  dishAtSite: Int32Array,
  memory: Memory,
  origin: number,
): Float64Array {
  const later = new Map<number, number>();
  const weight = new Float64Array(offers.length);
  for (let o = offers.length - 1; o >= 0; o--) {
    const from = first[o];
    const to = first[o + 1];
    let sum = 0;
    for (let r = from; r < to; r++) {
      const d = dishAtSite[r];
      const after = later.get(d) ?? 0;
      sum += 0.5 ** (after / memory.servings);
      later.set(d, after + 1);
    }
    const age = origin - offers[o].day;
    weight[o] = (sum / (to - from)) * 0.5 ** (age / memory.days);
  }
  return weight;
}

/** Sparse rows of unknown number, columns sorted within each. */
export class GrowingRows {
  private readonly starts = [0];
  private readonly columns: number[] = [];
  private readonly values: number[] = [];
  private readonly row: [column: number, value: number][] = [];

  put(column: number, value: number): void {
    const same = this.row.find(([c]) => c === column);
    if (same === undefined) this.row.push([column, value]);
    else same[1] += value;
  }

  end(): void {
    for (const [column, value] of this.row.sort((a, b) => a[0] - b[0])) {
      this.columns.push(column);
      this.values.push(value);
    }
    this.row.length = 0;
    this.starts.push(this.columns.length);
  }

  finish(): SparseRows {
    return {
      start: Int32Array.from(this.starts),
      column: Uint16Array.from(this.columns),
      value: Float32Array.from(this.values),
    };
  }
}

/** Σ coefficient × value of one row. */
export function applyRow({ start, column, value }: SparseRows, row: number, b: Float64Array): number {
  let sum = 0;
  for (let i = start[row]; i < start[row + 1]; i++) {
    sum += b[column[i]] * value[i];
  }
  return sum;
}
