import { normalShare } from '../numerics/streams.ts';
import { type ShrunkMeans, shrinkMeans } from './shrunk-mean.ts';

/** Excess of one occurrence of a cell: surplus less the surplus that the target level itself makes. Meals. */
export interface Excess {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly excess: number;
  readonly variance: number;
  /** Meals served, against which 5 % is measured. */
  readonly served: number;
  /** Number of the period between holidays, or whatever the caller divides the year by. */
  readonly period: number;
}

export interface LeakCell {
  readonly key: string;
  /** In order of days. */
  readonly occurrences: readonly Excess[];
}

export interface LeakRules {
  /** Share of false alarms among alarms (Benjamini–Hochberg). */
  readonly falseAlarms: number;
  readonly fewestOccurrences: number;
  /** Either is enough: meals a day, or a share of those served. */
  readonly fewestMeals: number;
  readonly fewestShare: number;
  /** Of the last four periods so many must be in excess; 0: no such condition. */
  readonly periodsInExcess: number;
}

export const leakRules: LeakRules = {
  falseAlarms: 0.1,
  fewestOccurrences: 8,
  fewestMeals: 2,
  fewestShare: 0.05,
  periodsInExcess: 3,
};

export interface CellExcess {
  readonly key: string;
  readonly occurrences: number;
  /** Meals an occurrence, as found. */
  readonly mean: number;
  /** The same drawn towards the mean of all cells: what may be expected to go on. */
  readonly shrunk: number;
  readonly z: number;
  readonly leaks: boolean;
  /** First day of the excess by CUSUM; `null`: it was never told from chance. */
  readonly since: number | null;
}

const sumOf = (occurrences: readonly Excess[], of: (one: Excess) => number) =>
  occurrences.reduce((sum, one) => sum + of(one), 0);

/** Σ excess ÷ √Σ variance: standard normal where nothing leaks. 0 of nothing. */
export function zOf(occurrences: readonly Excess[]): number {
  const variance = sumOf(occurrences, (one) => one.variance);
  return variance > 0 ? sumOf(occurrences, ({ excess }) => excess) / Math.sqrt(variance) : 0;
}

/**
 * Which hypotheses fall when at most a share `rate` of those that fall may be false (Benjamini and Hochberg,
 * "Controlling the false discovery rate", JRSS B 57, 1995).
 */
export function benjaminiHochberg(p: readonly number[], rate: number): readonly boolean[] {
  const order = p.map((_, i) => i).toSorted((a, b) => p[a] - p[b]);
  const last = order.findLastIndex((i, rank) => p[i] <= (rate * (rank + 1)) / p.length);
  const fallen = new Set(order.slice(0, last + 1));
  return p.map((_, i) => fallen.has(i));
}

const cusum = { slack: 0.5, alarm: 4 };

/**
 * The first day of an excess that lasts: CUSUM of excess ÷ σ with slack 0.5 and alarm at 4 (Page, "Continuous
 * inspection schemes", Biometrika 41, 1954). The day after the sum last stood at 0 before the alarm.
 */
export function startOf(occurrences: readonly Excess[]): number | null {
  let sum = 0;
  let since: number | null = null;
  for (const { day, excess, variance } of occurrences) {
    const step = variance > 0 ? excess / Math.sqrt(variance) : Math.sign(excess);
    if (sum === 0) since = day;
    sum = Math.max(0, sum + step - cusum.slack);
    if (sum > cusum.alarm) return since;
  }
  return null;
}

/** In how many of the last four periods the excess was above 0. */
function periodsInExcess(occurrences: readonly Excess[]): number {
  const periods = [...Map.groupBy(occurrences, ({ period }) => period)].toSorted((a, b) => a[0] - b[0]);
  return periods.slice(-4).filter(([, own]) => sumOf(own, ({ excess }) => excess) > 0).length;
}

/**
 * The cells where surplus persists. A cell that is seen too seldom is not tested, and does not weigh on the others.
 */
export function findLeaks(cells: readonly LeakCell[], rules: LeakRules = leakRules): readonly CellExcess[] {
  const tested = cells.filter(({ occurrences }) => occurrences.length >= rules.fewestOccurrences);
  const z = tested.map(({ occurrences }) => zOf(occurrences));
  const significant = benjaminiHochberg(
    z.map((value) => 1 - normalShare(value)),
    rules.falseAlarms,
  );
  const means = shrinkMeans(tested.map(({ occurrences }) => statisticsOf(occurrences)));
  return tested.map(({ key, occurrences }, i) => {
    const { mean, shrunk } = (means as ShrunkMeans)[i];
    const served = sumOf(occurrences, (one) => one.served) / occurrences.length;
    const large = mean >= rules.fewestMeals || (served > 0 && mean > 0 && mean / served >= rules.fewestShare);
    const lasts = periodsInExcess(occurrences) >= rules.periodsInExcess;
    const leaks = significant[i] && large && lasts;
    return {
      key,
      occurrences: occurrences.length,
      mean,
      shrunk,
      z: z[i],
      leaks,
      since: leaks ? startOf(occurrences) : null,
    };
  });
}

function statisticsOf(occurrences: readonly Excess[]) {
  const n = occurrences.length;
  return {
    mean: sumOf(occurrences, ({ excess }) => excess) / n,
    variance: sumOf(occurrences, ({ variance }) => variance) / n ** 2,
  };
}

/** What one thing tried did to a cell: the mean excess before and after, with its standard error. */
export function beforeAndAfter(occurrences: readonly Excess[], triedOn: number) {
  const part = (own: readonly Excess[]) =>
    own.length === 0 ? null : { occurrences: own.length, ...statisticsOf(own) };
  const before = part(occurrences.filter(({ day }) => day < triedOn));
  const after = part(occurrences.filter(({ day }) => day >= triedOn));
  const difference =
    before && after
      ? { mean: after.mean - before.mean, error: Math.sqrt(before.variance + after.variance) }
      : null;
  return { before, after, difference };
}
