import { numberAt } from '../domain/number-at.ts';
import type { Course } from '../domain/records.ts';
import { dayCorrelation } from '../models/pooled-errors.ts';
import type { Expected } from './expected.ts';
import type { Offer } from './offers.ts';
import type { Training } from './training.ts';

/** Before any record: a day of 100 guests varies √3 times as much as chance alone. */
const assumed = 0.02;
/** Guests, less one, of the made-up days that speak for the assumption, and that one course lends another. */
const assumedWeight = 500;
const borrowedWeight = 2000;

/** Part of what a bound leaves open that the assumption answers: with none, many bounds confirm one another. */
const assumedOfMissing = 0.3;
/** Share of counts that are bounds above which the days tell nothing of how much they vary. */
const tooManyBounds = 0.9;

/** Days of a dish at several sites that must speak for what the sites have in common, to be half believed. */
const fewDays = 20;

interface Sums {
  /** Σ of what the squared errors exceed chance by, in units of chance. */
  excess: number;
  /** Σ of n − 1. */
  diners: number;
}

/** Courses of whose counts nearly all are bounds: how much their days vary cannot be known. */
function mostlyBounds(offers: readonly Offer[]): ReadonlySet<Course> {
  const counts = new Map<Course, { all: number; bounds: number }>();
  for (const { course, rows } of offers) {
    const own = counts.get(course) ?? { all: 0, bounds: 0 };
    for (const { taken, soldOut } of rows) {
      if (Number.isNaN(taken)) continue;
      own.all++;
      if (soldOut) own.bounds++;
    }
    counts.set(course, own);
  }
  return new Set([...counts].flatMap(([c, { all, bounds }]) => (bounds > tooManyBounds * all ? [c] : [])));
}

/**
 * How much the counts of one day vary beyond chance: variance = n p (1 − p) (1 + (n − 1) rho), by moments per course,
 * each drawn towards that of all (Williams, JRSS C 31, 1982, method III). The error of a count that was fitted itself
 * is too small by its leverage. A dish that ran out counts with its expected squared error, and what is left of an
 * offer when a dish is gone with the overdispersion of that.
 */
export class Dispersion {
  /** Correlation of the days of one dish between sites, beyond what their effects share. */
  together = 0;
  private readonly rho = new Map<Course, number>();
  private readonly sums = new Map<Course, Sums>();
  private readonly unknown: ReadonlySet<Course>;

  constructor(offers: readonly Offer[]) {
    this.unknown = mostlyBounds(offers);
    for (const { course } of offers) {
      this.rho.set(course, assumed);
      this.sums.set(course, { excess: 0, diners: 0 });
    }
  }

  of(course: Course): number {
    return this.rho.get(course) ?? assumed;
  }

  clear(): void {
    for (const sums of this.sums.values()) {
      sums.excess = 0;
      sums.diners = 0;
    }
  }

  /**
   * Adds the count of dish `i` of an offer; where chance allows less than one portion it says little. `missing`: the
   * share of the information of a complete count that bounds take away.
   */
  add(
    course: Course,
    { squared, chance, among, inflation }: Expected,
    i: number,
    leverage: number,
    weight: number,
    missing: number,
  ): void {
    const sums = this.sums.get(course);
    const [usual, n] = [numberAt(chance, i), numberAt(among, i)];
    if (sums === undefined || this.unknown.has(course) || n < 2 || usual < 1e-6) return;
    const w = (weight * usual) / (usual + 1);
    const size = w * (n - 1) * inflation[i];
    sums.excess += w * (squared[i] / (usual * (1 - leverage)) - 1);
    sums.diners += size;
    // What a bound leaves open, the assumption answers in part.
    sums.excess += assumedOfMissing * missing * size * assumed;
    sums.diners += assumedOfMissing * missing * size;
  }

  /**
   * How far a dish turns out alike at all sites of one day: the correlation of its standardised errors, over the part
   * of them that is no mere chance. Few pairs of sites speak for little.
   */
  learnTogether({ offers, first }: Training, errors: Float64Array): void {
    const counted = offers.flatMap(({ day, course, rows, diners }, o) =>
      rows.flatMap(({ key }, i) => {
        const error = errors[first[o] + i];
        const n = diners ?? 0;
        const rho = this.of(course);
        const beyond = n > 1 ? ((n - 1) * rho) / (1 + (n - 1) * rho) : 0;
        return Number.isNaN(error) || diners === null ? [] : [{ at: `${day}|${key}`, error, beyond }];
      }),
    );
    const groups = [...Map.groupBy(counted, ({ at }) => at).values()].filter((group) => group.length > 1);
    const rows = groups.flat();
    const numbers = Int32Array.from(groups.flatMap((group, g) => group.map(() => g)));
    const weight = new Float64Array(rows.length).fill(1);
    const correlation = dayCorrelation(
      numbers,
      Float64Array.from(rows, ({ error }) => error),
      weight,
    );
    const beyond = rows.reduce((sum, row) => sum + row.beyond, 0) / Math.max(1, rows.length);
    const trust = groups.length / (groups.length + fewDays);
    this.together = beyond > 0 ? Math.max(0, Math.min(1, (trust * correlation) / beyond)) : 0;
  }

  learn(): void {
    let [excess, diners] = [assumed * assumedWeight, assumedWeight];
    for (const sums of this.sums.values()) {
      excess += sums.excess;
      diners += sums.diners;
    }
    const all = held(excess / diners);
    for (const [course, sums] of this.sums) {
      if (this.unknown.has(course)) continue;
      this.rho.set(course, held((sums.excess + all * borrowedWeight) / (sums.diners + borrowedWeight)));
    }
  }
}

const held = (rho: number) => Math.max(1e-4, Math.min(0.3, rho));
