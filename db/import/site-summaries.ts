import { isoOf } from '../day.ts';
import type { SiteSummary } from './outcome.ts';

const listed = 500;

interface Sum {
  days: number;
  emptyDays: number;
  firstDay: number;
  lastDay: number;
  meals: number;
  least: number;
  most: number;
}

/** Adds up what a file says of each site. */
export class SiteSummaries {
  readonly #sites = new Map<string, Sum>();

  add(site: string, day: number, served: number | null): void {
    let sum = this.#sites.get(site);
    if (sum === undefined) {
      sum = {
        days: 0,
        emptyDays: 0,
        firstDay: day,
        lastDay: day,
        meals: 0,
        least: Number.POSITIVE_INFINITY,
        most: 0,
      };
      this.#sites.set(site, sum);
    }
    sum.firstDay = Math.min(sum.firstDay, day);
    sum.lastDay = Math.max(sum.lastDay, day);
    if (served === null || served === 0) {
      sum.emptyDays++;
      return;
    }
    sum.days++;
    sum.meals += served;
    sum.least = Math.min(sum.least, served);
    sum.most = Math.max(sum.most, served);
  }

  clear(): void {
    this.#sites.clear();
  }

  list(): readonly SiteSummary[] {
    return [...this.#sites]
      .toSorted(([, a], [, b]) => b.days - a.days)
      .slice(0, listed)
      .map(([site, { days, emptyDays, firstDay, lastDay, meals, least, most }]) => ({
        site,
        days,
        emptyDays,
        firstDay: isoOf(firstDay),
        lastDay: isoOf(lastDay),
        mean: days === 0 ? null : meals / days,
        least: days === 0 ? null : least,
        most: days === 0 ? null : most,
      }));
  }
}
