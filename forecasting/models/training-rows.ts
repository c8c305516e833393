import type { Inputs } from '../features/inputs.ts';
import { rollingWindow } from '../features/rolling-stats.ts';
import { grown } from '../numerics/room.ts';

/** What the width of a forecast depends on. */
export interface Conditions {
  readonly level: number;
  readonly spread: number;
  /** Kind of day, see `hardness`. */
  readonly hard: number;
  /** 0 to 11. */
  readonly month: number;
  /** Part of the school year's edges, see `yearEdge`; absent: none. */
  readonly edge?: number | undefined;
  /** How much wider errors are because the level rests on few days, see `levelDoubt`. */
  readonly doubt: number;
  /** How much wider than that the site's errors are at present, see `unrestOf`. */
  readonly unrest: number;
}

/**
 * Variance of a level that is the mean of n days, in that of one day's error, times n: more than 1, because the days
 * of one month are alike. Mean errors of lone canteens of 2013–2016 after 8, 12 and 16 records, over those after 20 and
 * more: 1.14, 1.07 and 1.02; by the formula 1.14, 1.06 and 1.02.
 */
const alikeDays = 5;
const variance = (days: number) => 1 + alikeDays / days;

/** How many times as large errors are where the level is the mean of so few days; 1 from the whole window on. */
export const levelDoubt = (days: number): number =>
  days === 0 ? 1 : Math.sqrt(variance(Math.min(days, rollingWindow)) / variance(rollingWindow));

export const difficultyKinds = 3;

/** 0 an ordinary day, 1 near a break or a public holiday, 2 first day back or last day. */
export function dayDifficulty(x: Inputs): number {
  if (x.sinceBreak === 0 || x.toBreak === 0) return 2;
  const near = x.sinceBreak <= 2 || x.toBreak <= 2 || x.afterPublicHoliday || x.beforePublicHoliday;
  return near ? 1 : 0;
}

export const yearEdges = 4;
/** The first day of the school year among them. */
export const firstDay = 0;
const firstDays = 5;
/** Days before the summer, and how many of them are the very last. */
const [lastDays, veryLast] = [8, 4] as const;

/**
 * The edges of a school year have widths of their own: 0 its first day, 1 the four days after it, 2 the last four days
 * before the summer, 3 the four before those; absent on all other days.
 */
export function yearEdge({ sinceSummer, toSummer }: Inputs): number | undefined {
  if (sinceSummer < firstDays) return sinceSummer === 0 ? firstDay : 1;
  if (toSummer < lastDays) return toSummer < veryLast ? 2 : 3;
  return undefined;
}

/** Both ends of a school year: 0 its first days, 1 its last. */
export const yearEnds = 2;
export const endOfYear = (edge: number): number => (edge <= firstDay + 1 ? 0 : 1);

export function conditionsOf(x: Inputs): Conditions {
  const { level, spread, month, levelDays, unrest = 1 } = x;
  const doubt = levelDoubt(levelDays);
  return { level, spread, hard: dayDifficulty(x), month, edge: yearEdge(x), doubt, unrest };
}

const noEdge = 255;

/** Room to begin with; a town's first weeks need no more. */
const rowsAtFirst = 128;

/** What is kept of each training row besides its entries in the design, in growing columns. */
export class TrainingRows {
  length = 0;
  /** Different days among the rows; they come in order of date. */
  days = 0;
  day = new Int32Array(rowsAtFirst);
  site = new Int32Array(rowsAtFirst);
  level = new Float64Array(rowsAtFirst);
  served = new Float64Array(rowsAtFirst);
  /** Meals expected of the row before it was fitted to; NaN for rows of the first fit. */
  expected = new Float64Array(rowsAtFirst);
  /** What its error counts for, 0 to 1: one made with few rows says little of those to come. */
  trust = new Float32Array(rowsAtFirst);
  spread = new Float32Array(rowsAtFirst);
  doubt = new Float64Array(rowsAtFirst);
  hard = new Uint8Array(rowsAtFirst);
  month = new Uint8Array(rowsAtFirst);
  edge = new Uint8Array(rowsAtFirst);

  private rowsToCome = 0;

  /** How many rows there will be in the end, about. */
  expect(rows: number): void {
    this.rowsToCome = rows;
  }

  push(day: number, served: number, x: Inputs): void {
    const r = this.length++;
    if (r === this.day.length) this.grow();
    if (r === 0 || this.day[r - 1] !== day) this.days++;
    this.day[r] = day;
    this.site[r] = x.site;
    this.level[r] = x.level;
    this.served[r] = served;
    this.expected[r] = Number.NaN;
    this.trust[r] = 1;
    this.spread[r] = x.spread;
    this.doubt[r] = levelDoubt(x.levelDays);
    this.hard[r] = dayDifficulty(x);
    this.month[r] = x.month;
    this.edge[r] = yearEdge(x) ?? noEdge;
  }

  conditions(r: number): Conditions {
    return {
      level: this.level[r],
      spread: this.spread[r],
      hard: this.hard[r],
      month: this.month[r],
      edge: this.edge[r] === noEdge ? undefined : this.edge[r],
      doubt: this.doubt[r],
      unrest: 1,
    };
  }

  private grow(): void {
    const size = Math.max(this.day.length * 2, this.rowsToCome);
    this.day = grown(Int32Array, this.day, size);
    this.site = grown(Int32Array, this.site, size);
    this.level = grown(Float64Array, this.level, size);
    this.served = grown(Float64Array, this.served, size);
    this.expected = grown(Float64Array, this.expected, size);
    this.trust = grown(Float32Array, this.trust, size);
    this.spread = grown(Float32Array, this.spread, size);
    this.doubt = grown(Float64Array, this.doubt, size);
    this.hard = grown(Uint8Array, this.hard, size);
    this.month = grown(Uint8Array, this.month, size);
    this.edge = grown(Uint8Array, this.edge, size);
  }
}
