import type { MonthOfDays, SiteSummary, SiteTotals } from '../../forecasting/domain/records.ts';
import { isoOf } from '../day.ts';

const listed = 500;
/** A span of more months is a slip in a date: no picture is drawn of it. */
const mostMonths = 240;

interface Sum {
  days: number;
  emptyDays: number;
  firstDay: number;
  lastDay: number;
  /** How many days have each count above zero: so that one can be taken back. */
  readonly counts: Map<number, number>;
}

/** Adds up what a file says of each site. */
export class SiteSummaries {
  readonly #sites = new Map<string, Sum>();
  /** Days with a count above zero of all sites, by day. */
  readonly #days = new Map<number, number>();

  add(site: string, day: number, served: number | null): void {
    let sum = this.#sites.get(site);
    if (sum === undefined) {
      sum = { days: 0, emptyDays: 0, firstDay: day, lastDay: day, counts: new Map() };
      this.#sites.set(site, sum);
    }
    sum.firstDay = Math.min(sum.firstDay, day);
    sum.lastDay = Math.max(sum.lastDay, day);
    if (served === null || served === 0) {
      sum.emptyDays++;
      return;
    }
    sum.days++;
    sum.counts.set(served, (sum.counts.get(served) ?? 0) + 1);
    this.#days.set(day, (this.#days.get(day) ?? 0) + 1);
  }

  /** A count above zero does not count after all. */
  takeBack(site: string, day: number, served: number): void {
    const sum = this.#sites.get(site);
    const times = sum?.counts.get(served) ?? 0;
    if (sum === undefined || times === 0) {
      return;
    }
    sum.days--;
    this.#days.set(day, (this.#days.get(day) ?? 1) - 1);
    if (times === 1) {
      sum.counts.delete(served);
    } else {
      sum.counts.set(served, times - 1);
    }
  }

  clear(): void {
    this.#sites.clear();
    this.#days.clear();
  }

  totals(): SiteTotals {
    const sums = [...this.#sites.values()];
    return {
      sites: sums.length,
      days: sums.reduce((total, { days }) => total + days, 0),
      emptyDays: sums.reduce((total, { emptyDays }) => total + emptyDays, 0),
    };
  }

  /** From the first to the last month with meals, those without among them; empty where the span is absurd. */
  months(): readonly MonthOfDays[] {
    const days = new Map<string, number>();
    for (const [day, count] of [...this.#days].filter(([, of]) => of > 0)) {
      const month = isoOf(day).slice(0, 7);
      days.set(month, (days.get(month) ?? 0) + count);
    }
    const [first, ...others] = [...days.keys()].sort();
    if (first === undefined) {
      return [];
    }
    const indexOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
    const span = indexOf(others.at(-1) ?? first) - indexOf(first) + 1;
    return Array.from({ length: span > mostMonths ? 0 : span }, (_, at) => {
      const index = indexOf(first) + at;
      const month = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
      return { month, days: days.get(month) ?? 0 };
    });
  }

  list(): readonly SiteSummary[] {
    return [...this.#sites]
      .toSorted(([, a], [, b]) => b.days - a.days)
      .slice(0, listed)
      .map(([site, { days, emptyDays, firstDay, lastDay, counts }]) => {
        const known = [...counts];
        const least = known.reduce((found, [count]) => Math.min(found, count), Number.POSITIVE_INFINITY);
        return {
          site,
          days,
          emptyDays,
          firstDay: isoOf(firstDay),
          lastDay: isoOf(lastDay),
          mean: days === 0 ? null : known.reduce((sum, [count, times]) => sum + count * times, 0) / days,
          least: days === 0 ? null : least,
          most: days === 0 ? null : known.reduce((found, [count]) => Math.max(found, count), 0),
        };
      });
  }
}
