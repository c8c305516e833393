import { weekday } from '../calendar/day.ts';
import type { Course } from '../domain/records.ts';
import { courseOf } from './course-of.ts';
import { isNoChoice } from './no-choice.ts';
import { type CountedDay, type CountedDish, rowOf, wasOffered } from './offers.ts';

/** Portions of one dish that a site served on a day, where nobody counted its guests. */
export interface PortionRow {
  readonly day: number;
  readonly key: string;
  /** Family, or the course of what has none, drinks apart: dishes of one of these stand in for each other. */
  readonly kind: string;
  readonly taken: number;
  readonly soldOut: boolean;
  /** Dishes of its kind there that day, itself one. */
  readonly rivals: number;
}

/** What a dish loses to each doubling of the dishes of its kind: n^−0.35, between no choice (0) and a fixed sum (−1). */
const competition = 0.35;
export const amongRivals = (rivals: number): number => Math.max(1, rivals) ** -competition;

/** Days on which a dish counts for half, and by how much more those on the same weekday count. */
const halfLife = 90;
const sameWeekday = 1.5;
/**
 * Days that what is known of the dish elsewhere counts for (chosen on the school breakfasts before those reported), and
 * a family's dish for a dish.
 */
const days = 0.5;
const daysOfDish = 2;
/** Rows that an ordinary site counts for. */
const rowsOfSite = 5;
const sweeps = 8;

export const rivalKind = (course: Course | null, dish: Pick<CountedDish, 'family' | 'key'>): string =>
  `${isNoChoice(dish) ? 'beside ' : ''}${dish.family ?? courseOf(course, null)}`;

/** The counted dishes of a day as rows; what was neither prepared nor served was not offered. */
export function portionRows({ day, dishes }: CountedDay): PortionRow[] {
  const offered = [...dishes.values()].filter(wasOffered);
  const ofKind = Map.groupBy(offered, (dish) => rivalKind(null, dish));
  return offered.map((dish) => {
    const kind = rivalKind(null, dish);
    const { taken, soldOut } = rowOf(dish, dish);
    return { day, key: dish.key, kind, taken, soldOut, rivals: ofKind.get(kind)?.length ?? 1 };
  });
}

/**
 * Portions per day of each dish at each site: the product of a site's size and a dish's rate, fitted by iterative
 * proportional fitting (Deming and Stephan, Annals of Mathematical Statistics 11, 1940), each drawn towards what is
 * known of the others; then each dish at each site by its own counts, drawn towards that product as a gamma prior is
 * by Poisson counts (Clayton and Kaldor, Biometrics 43, 1987):
 *
 *     m = a b,  f = m e (Σ w y + m ÷ 2) ÷ (Σ w m e' + m ÷ 2),  e = rivals^−0.35
 */
export class PortionRates {
  private readonly sizes = new Map<number, number>();
  private readonly dishes = new Map<string, Rate>();
  private readonly kinds = new Map<string, Rate>();
  private readonly mean: number;

  constructor(sites: ReadonlyMap<number, readonly PortionRow[]>) {
    const all = [...sites].flatMap(([site, rows]) => rows.map((row) => ({ site, ...row })));
    this.mean = all.reduce((sum, { taken }) => sum + taken, 0) / Math.max(1, all.length);
    const bySite = Map.groupBy(all, ({ site }) => site);
    const byDish = Map.groupBy(all, ({ key }) => key);
    const byKind = Map.groupBy(all, ({ kind }) => kind);
    for (let sweep = 0; sweep < sweeps; sweep++) {
      for (const [kind, rows] of byKind) this.kinds.set(kind, new Rate(rows, this.sizes));
      for (const [key, rows] of byDish) this.dishes.set(key, new Rate(rows, this.sizes));
      for (const [site, rows] of bySite) {
        const start = rowsOfSite * this.mean;
        const expected = rows.reduce(
          (sum, { key, kind, rivals }) => sum + this.rateOf(key, kind) * amongRivals(rivals),
          start,
        );
        const taken = rows.reduce((sum, row) => sum + row.taken, start);
        this.sizes.set(site, expected > 0 ? taken / expected : 1);
      }
    }
  }

  /** A dish's rate is drawn towards its kind's. `without`: as if that day had not been. */
  private rateOf(key: string, kind: string, without?: number): number {
    const ofKind = this.kinds.get(kind)?.drawn(this.mean, without) ?? this.mean;
    return this.dishes.get(key)?.drawn(ofKind, without) ?? ofKind;
  }

  /** What the site's size and the dish's rate let expect of it without rivals. */
  prior(site: number, key: string, kind: string, without?: number): number {
    return (this.sizes.get(site) ?? 1) * this.rateOf(key, kind, without);
  }
}

interface Exposed {
  taken: number;
  exposed: number;
}

/** Portions taken per day at a site of size 1. */
class Rate {
  private readonly all: Exposed = { taken: 0, exposed: 0 };
  private readonly days = new Map<number, Exposed>();

  constructor(rows: readonly (PortionRow & { readonly site: number })[], sizes: ReadonlyMap<number, number>) {
    for (const { site, day, taken, rivals } of rows) {
      const own = this.days.get(day) ?? { taken: 0, exposed: 0 };
      this.days.set(day, own);
      for (const sum of [own, this.all]) {
        sum.taken += taken;
        sum.exposed += (sizes.get(site) ?? 1) * amongRivals(rivals);
      }
    }
  }

  drawn(towards: number, without?: number): number {
    const left = (without === undefined ? undefined : this.days.get(without)) ?? { taken: 0, exposed: 0 };
    const { taken, exposed } = this.all;
    return (taken - left.taken + daysOfDish * towards) / (exposed - left.exposed + daysOfDish);
  }
}

/** What is expected of a dish, and the days of its own that this rests on. */
export interface Expectation {
  readonly mean: number;
  readonly days: number;
}

/** Of so many last rows of a dish at a site older ones hardly count. */
const mostRows = 60;

/** `own`: the rows of the dish at the site before `day`, oldest first; `prior`: see `PortionRates.prior`. */
export function expectedPortions(
  own: readonly PortionRow[],
  prior: number,
  day: number,
  rivals: number,
): Expectation {
  let [taken, exposed, weight] = [days * prior, days * prior, 0];
  for (let i = Math.max(0, own.length - mostRows); i < own.length; i++) {
    const row = own[i];
    const same = weekday(row.day) === weekday(day) ? 1 + sameWeekday : 1;
    const w = same * 0.5 ** ((day - row.day) / halfLife);
    const usual = prior * amongRivals(row.rivals);
    // Of a dish that ran out at least as much was wanted.
    taken += w * (row.soldOut ? Math.max(row.taken, usual * ratio(taken, exposed)) : row.taken);
    exposed += w * usual;
    weight += w;
  }
  return { mean: prior * amongRivals(rivals) * ratio(taken, exposed), days: weight };
}

const ratio = (taken: number, exposed: number) => (exposed > 0 ? taken / exposed : 0);

/** The rows of one dish, by key, oldest first. */
export function rowsByDish(rows: readonly PortionRow[]): ReadonlyMap<string, readonly PortionRow[]> {
  return Map.groupBy(rows, ({ key }) => key);
}

/** Different days among rows. */
export const countDays = (rows: readonly PortionRow[]): number => new Set(rows.map(({ day }) => day)).size;
