import { randomBinomial, randomGamma, randomLcg, randomNormal } from 'd3-random';
import { toDay, toIso, weekday } from '../../../forecasting/calendar/day.ts';
import type { DishFamily, MenuItem, Serving } from '../../../forecasting/domain/records.ts';
import type { TakeUpHistory } from '../../../forecasting/take-up/offers.ts';
import { columns } from './columns.ts';

export interface SchoolsOptions {
  readonly sites: number;
  /** Services at each site. */
  readonly days: number;
  readonly dishes: number;
  /** Dishes to choose from on the course of each day. */
  readonly choice: number;
  readonly diners?: number;
  readonly seed?: number;
  /** Overdispersion of the shares of one day. */
  readonly rho?: number;
  /** Portions prepared over those expected on average; `null`: never noted. */
  readonly prepared?: number | null;
  /** Standard deviation of what a dish's day has in common at all sites, in logits. */
  readonly together?: number;
  readonly courses?: readonly ('main' | 'starter' | 'dessert')[];
}

export interface Schools {
  readonly history: TakeUpHistory;
  readonly dishes: readonly { readonly key: string; readonly family: DishFamily }[];
  /** Mean share of the guests of a site who want each of the dishes offered together. */
  share(siteId: number, offered: readonly number[]): readonly number[];
  /** Day after the last service. */
  readonly next: string;
}

const families: readonly DishFamily[] = ['fish', 'poultry', 'red-meat', 'vegetarian'];
const firstDay = toDay('2023-09-04');
const letters = 'abcdefghijklmnopqrst';
const nameOf = (i: number) => `plat ${letters[i % 20]}${letters[Math.floor(i / 20) % 20]}mets`;

/** Schools whose children choose by the very model that is to be learned, so that the truth is known. */
export function schools(options: SchoolsOptions): Schools {
  const { sites, dishes: count, choice, diners = 100, rho = 0.02, prepared = null } = options;
  const random = randomLcg(((options.seed ?? 1) * 0.618034) % 1);
  const normal = randomNormal.source(random)(0, 1);
  const dishes = Array.from({ length: count }, (_, i) => ({
    key: nameOf(i),
    family: families[i % families.length],
  }));
  const familyEffect = families.map(() => 0.4 * normal());
  const dishEffect = dishes.map((_, i) => 1.2 + familyEffect[i % 4] + 0.5 * normal());
  const siteEffect = Array.from({ length: sites + 1 }, () => 0.3 * normal());
  const own = Array.from({ length: sites + 1 }, () => dishes.map(() => 0.25 * normal()));
  const share = (site: number, offered: readonly number[], today: readonly number[] = []) => {
    const e = offered.map((d, i) =>
      Math.exp(dishEffect[d] + siteEffect[site] + (own[site]?.[d] ?? 0) + (today[i] ?? 0)),
    );
    const total = e.reduce((sum, value) => sum + value, 1);
    return e.map((value) => value / total);
  };
  const servings: Serving[] = [];
  const menu: MenuItem[] = [];
  const attendance: { site: number; day: number; served: number; staff: number }[] = [];
  const [gamma, binomial] = [randomGamma.source(random), randomBinomial.source(random)];
  let day = firstDay;
  for (let d = 0; d < options.days; d++, day++) {
    while (weekday(day) > 5 || weekday(day) === 3) day++;
    const date = toIso(day);
    (options.courses ?? ['main']).forEach((course, c) => {
      const offered = offeredOn(choice, count, random);
      offered.forEach((dish, rank) => {
        const item = { date, siteId: null, rank: 10 * c + rank + 1, course, dish: nameOf(dish) };
        menu.push({ ...item, choice: choice > 1 ? c + 1 : null });
      });
      const today = offered.map(() => (options.together ?? 0) * (options.together ? normal() : 0));
      for (let siteId = 1; siteId <= sites; siteId++) {
        const present = diners;
        if (c === 0) attendance.push({ site: siteId, day, served: present, staff: Number.NaN });
        const mean = share(siteId, offered, today);
        const all = [...mean, 1 - mean.reduce((a, b) => a + b, 0)];
        const g = all.map((p) => (rho > 0 ? gamma(p * (1 / rho - 1))() : p));
        const total = g.reduce((a, b) => a + b, 0);
        const stock = mean.map((p) => (prepared === null ? null : Math.round(p * present * prepared)));
        serve(
          g.map((v) => v / total),
          present,
          stock,
          binomial,
        ).forEach((served, i) => {
          const own = stock[i] ?? null;
          const left = own === null ? null : own - served;
          servings.push({ siteId, date, dish: nameOf(offered[i]), served, prepared: own, left });
        });
      }
    });
  }
  const read = new Map(dishes.map((dish) => [dish.key, dish]));
  return {
    history: {
      servings,
      menu,
      attendance: columns(attendance),
      dishOf: (text) => read.get(text) ?? { key: text, family: null },
    },
    dishes,
    share,
    next: toIso(day),
  };
}

/** Guests come one after the other and take what they like best of what is left, or nothing. */
function serve(
  shares: readonly number[],
  diners: number,
  stock: readonly (number | null)[],
  binomial: (n: number, p: number) => () => number,
): readonly number[] {
  const served = stock.map(() => 0);
  let waiting = diners;
  // Those who find their dish gone choose anew among the others and none.
  let open = shares.map((p) => p);
  while (waiting > 0) {
    const wanted = multinomial(open, waiting, binomial);
    waiting = 0;
    stock.forEach((most, i) => {
      const room = most === null ? Number.POSITIVE_INFINITY : most - served[i];
      const taken = Math.min(room, wanted[i]);
      served[i] = served[i] + taken;
      const turnedAway = wanted[i] - taken;
      waiting += turnedAway;
      if (turnedAway > 0) open = open.map((p, j) => (j === i ? 0 : p));
    });
  }
  return served;
}

function multinomial(
  shares: readonly number[],
  n: number,
  binomial: (n: number, p: number) => () => number,
): readonly number[] {
  let [left, rest] = [n, shares.reduce((a, b) => a + b, 0)];
  return shares.map((p) => {
    const count = left > 0 && p > 0 ? binomial(left, Math.min(1, p / rest))() : 0;
    left -= count;
    rest -= p;
    return count;
  });
}

/** All dishes come equally often, on any weekday and beside any other. */
function offeredOn(choice: number, dishes: number, random: () => number): readonly number[] {
  const offered: number[] = [];
  while (offered.length < choice) {
    const next = Math.floor(random() * dishes);
    if (!offered.includes(next)) offered.push(next);
  }
  return offered;
}
