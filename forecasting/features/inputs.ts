import { monthOfDay, weekday } from '../calendar/day.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { schoolYearOf, schoolYearStart } from '../calendar/school-year.ts';
import type { Library } from '../domain/library.ts';
import type { ClosureIndex, Frame } from '../frame/frame.ts';
import type { OpenDays } from '../frame/open-days.ts';
import type { ServiceWeeks } from '../frame/service-weeks.ts';
import type { EnrolmentIndex } from './enrolment.ts';
import type { MenuWords } from './menu-words.ts';
import { type RollingStats, rollingWindow } from './rolling-stats.ts';
import type { UsualDayIndex } from './usual-days.ts';

/** Log ratios to the recent level, by name; the order is that of `Inputs.ratios`. */
export const ratioNames = [
  'recent4',
  'recent8',
  'long',
  'sameWeekday1',
  'sameWeekday2',
  'sameWeekday4',
  'sameWeekday10',
  'lastYearDay',
  'lastYearSeason',
  'lastYearLevel',
  'enrolmentShift',
  'enrolmentLevel',
  'cityRecent4',
  'cityRecent8',
  'cityLong',
  'citySameWeekday1',
  'citySameWeekday4',
  'cityLastYearDay',
  'sameWeekday30',
  'sameWeekdayMedian',
  'median',
  'pastYears',
  'twoYearsDay',
] as const;
export type RatioName = (typeof ratioNames)[number];
export const ratioIndex = Object.fromEntries(ratioNames.map((name, i) => [name, i])) as Record<
  RatioName,
  number
>;

const at = ratioIndex;
/** Where the mean of each of `sameWeekdayCounts` goes. */
const sameWeekdayAt = [at.sameWeekday1, at.sameWeekday2, at.sameWeekday4, at.sameWeekday10, at.sameWeekday30];

/** What is known about one site-day at one origin. One object is reused from row to row. */
export interface Inputs {
  site: number;
  level: number;
  spread: number;
  /**
   * Ordinary days that the level is the mean of; 0 where it is told from something else, and where neither is a library
   * used nor one learned: a town by itself learns its widths from rows with levels as they are.
   */
  levelDays: number;
  readonly ratios: Float64Array;
  weekday: number;
  /** 0 to 11. */
  month: number;
  sinceBreak: number;
  toBreak: number;
  /** Service days since and until the summer, capped. */
  sinceSummer: number;
  toSummer: number;
  afterPublicHoliday: boolean;
  beforePublicHoliday: boolean;
  noLastYear: boolean;
  strike: boolean;
  outing: number;
  menu: readonly number[] | null;
  /** Days since the site's last record. */
  age: number;
  /** Set where the site has too short a past for a level: records that there are, see `models/cold-start.ts`. */
  records?: number;
  /** Set with it: its level is a person's estimate of an ordinary day. */
  estimated?: boolean;
  /** How much wider than usual the site's last errors were, see `models/unrest.ts`; absent: not looked at. */
  unrest?: number;
}

export interface Sources {
  readonly frame: Frame;
  readonly levels: readonly RollingStats[];
  readonly enrolment: EnrolmentIndex;
  readonly usualDays: UsualDayIndex;
  readonly closures: ClosureIndex;
  readonly menu: MenuWords;
  /** On which days each site serves. */
  weeks: ServiceWeeks;
  /** Days opened by hand. */
  readonly opened: OpenDays;
  calendar: SchoolCalendar;
  /** What other towns know, where it was known at the origin. */
  readonly library: Library | null;
  /** The part of its weight that it has for a town with so many days of its own, 0 to 1; absent: all of it. */
  readonly libraryShare?: number;
  /** Each site counts as a town of its own: none learns from what the others served lately. */
  readonly alone?: boolean;
}

export function emptyInputs(): Inputs {
  return {
    site: 0,
    level: 0,
    spread: 0,
    levelDays: 0,
    ratios: new Float64Array(ratioNames.length),
    weekday: 0,
    month: 0,
    sinceBreak: 0,
    toBreak: 0,
    sinceSummer: 0,
    toSummer: 0,
    afterPublicHoliday: false,
    beforePublicHoliday: false,
    noLastYear: false,
    strike: false,
    outing: 0,
    menu: null,
    age: 0,
  };
}

/** Small counts are noisy: one meal is added on both sides of each ratio. */
export const logRatio = (a: number, b: number) => Math.log((a + 1) / (b + 1));
const clamp = (x: number, most: number) => Math.max(-most, Math.min(most, x));

/** Reads the inputs of site-days for one lead; what it reads is dated at or before the origin given. */
export class InputReader {
  private readonly cityCache = new Map<number, Float64Array>();
  private readonly lastYearCache = new Map<number, number>();
  private readonly sources: Sources;
  private readonly lead: number;
  private readonly asNewcomers: boolean;

  constructor(sources: Sources, lead: number) {
    this.sources = sources;
    this.lead = lead;
    this.asNewcomers = sources.library !== null || sources.alone === true;
  }

  /** Index in the site's series of its last day at or before a day. */
  indexAt(site: number, day: number): number {
    return this.sources.levels[site].last(day);
  }

  /** Fills `out`; false where the site has too few days for a regression. */
  read(site: number, target: number, origin: number, out: Inputs): boolean {
    const levels = this.sources.levels[site];
    const k = levels.last(origin);
    if (k < 5) return false;
    out.site = site;
    out.level = levels.level[k];
    out.spread = levels.spread[k];
    out.levelDays = this.asNewcomers ? Math.min(rollingWindow, levels.number[k + 1]) : 0;
    out.age = origin - levels.series.days[k];
    this.readDay(levels, target, origin, out);
    this.readRecent(levels, k, out);
    this.readLastYear(levels, target, origin, out);
    this.readPastYears(levels, target, out.ratios);
    this.readEnrolment(levels, k, target, origin, out);
    this.readCity(levels, target, origin, out);
    return out.level > 0;
  }

  /** What the calendar, the menu and the closures known at the origin say of a day. */
  readDay(levels: RollingStats, target: number, origin: number, out: Inputs): void {
    const { calendar, closures, menu } = this.sources;
    const id = levels.series.site.id;
    out.weekday = weekday(target);
    out.month = monthOfDay(target) - 1;
    out.sinceBreak = calendar.sinceBreak(target);
    out.toBreak = calendar.toBreak(target);
    out.sinceSummer = calendar.sinceSummer(target);
    out.toSummer = calendar.toSummer(target);
    out.afterPublicHoliday = calendar.besidePublicHoliday(target, -1);
    out.beforePublicHoliday = calendar.besidePublicHoliday(target, 1);
    out.menu = menu.of(id, target, origin);
    out.strike = false;
    out.outing = 0;
    for (const c of closures.find(id, target, origin)) {
      if (c.kind === 'strike') out.strike = true;
      if (c.kind === 'outing') out.outing += c.absent ?? 0;
    }
  }

  private readRecent(levels: RollingStats, k: number, out: Inputs): void {
    const r = out.ratios;
    const level = out.level;
    r[at.recent4] = clamp(logRatio(levels.recent4[k], level), 0.5);
    r[at.recent8] = clamp(logRatio(levels.recent8[k], level), 0.5);
    r[at.long] = clamp(logRatio(levels.long[k], level), 0.5);
    const same = levels.onWeekday[k * 8 + out.weekday];
    for (let c = 0; c < sameWeekdayAt.length; c++) {
      const mean = same < 0 ? level : levels.sameWeekday[c][same];
      r[sameWeekdayAt[c]] = clamp(logRatio(mean, level), 0.7);
    }
    r[at.sameWeekdayMedian] = same < 0 ? 0 : clamp(logRatio(levels.weekdayMedian[same], level), 0.7);
    r[at.median] = clamp(logRatio(levels.median[k], level), 0.5);
  }

  private readLastYear(levels: RollingStats, target: number, origin: number, out: Inputs): void {
    const r = out.ratios;
    const then = this.sources.calendar.yearAgo(target);
    const before = levels.last(then - this.lead);
    const there = levels.last(then);
    out.noLastYear = before < 5 || then > origin;
    r[at.lastYearDay] = 0;
    r[at.lastYearSeason] = 0;
    r[at.lastYearLevel] = 0;
    if (out.noLastYear) return;
    const level = levels.level[before];
    if (levels.series.days[there] === then && levels.series.ordinary[there] === 1) {
      r[at.lastYearDay] = clamp(logRatio(levels.series.served[there], level), 0.5);
    }
    const from = levels.last(then - 11) + 1;
    const to = levels.last(Math.min(origin, then + 10)) + 1;
    const n = levels.number[to] - levels.number[from];
    if (n >= 3) {
      const mean = (levels.sum[to] - levels.sum[from]) / n;
      r[at.lastYearSeason] = clamp(logRatio(mean, level), 0.5);
      r[at.lastYearLevel] = clamp(logRatio(mean, out.level), 0.7);
    }
  }

  /** Mean over up to three years of what became of the level around the comparable day. */
  private readPastYears(levels: RollingStats, target: number, r: Float64Array): void {
    const { calendar } = this.sources;
    let then = target;
    let sum = 0;
    let years = 0;
    r[at.twoYearsDay] = 0;
    for (let y = 0; y < 3; y++) {
      then = calendar.yearAgo(then);
      const before = levels.last(then - this.lead);
      if (before < 5) break;
      const level = levels.level[before];
      const from = levels.last(then - 4) + 1;
      const to = levels.last(then + 3) + 1;
      const n = levels.number[to] - levels.number[from];
      if (n > 0) {
        sum += clamp(logRatio((levels.sum[to] - levels.sum[from]) / n, level), 0.5);
        years++;
      }
      const there = levels.last(then);
      if (y === 1 && levels.series.days[there] === then && levels.series.ordinary[there] === 1) {
        r[at.twoYearsDay] = clamp(logRatio(levels.series.served[there], level), 0.5);
      }
    }
    r[at.pastYears] = years === 0 ? 0 : sum / (years + 0.5);
  }

  /** How far the level still rests on last year's children, and what this year's children would make of it. */
  private readEnrolment(levels: RollingStats, k: number, target: number, origin: number, out: Inputs): void {
    const r = out.ratios;
    r[at.enrolmentShift] = 0;
    r[at.enrolmentLevel] = 0;
    const { enrolment } = this.sources;
    const id = levels.series.site.id;
    const schoolYear = schoolYearOf(target);
    const now = enrolment.at(id, schoolYear, origin);
    const past = enrolment.at(id, schoolYear - 1, origin);
    if (now === null || past === null) return;
    const change = clamp(Math.log(now / past), 0.5);
    let old = 0;
    const start = schoolYearStart(schoolYear);
    const first = Math.max(0, k - rollingWindow + 1);
    for (let i = first; i <= k; i++) {
      if (levels.series.days[i] < start) old++;
    }
    r[at.enrolmentShift] = (change * old) / rollingWindow;
    r[at.enrolmentLevel] = out.noLastYear ? 0 : clamp(r[at.lastYearLevel] + change, 0.7);
  }

  private readCity(levels: RollingStats, target: number, origin: number, out: Inputs): void {
    const { alone } = this.sources;
    const city = alone ? cityOf([levels], origin) : this.cityAt(origin);
    const r = out.ratios;
    r[at.cityRecent4] = city[0];
    r[at.cityRecent8] = city[1];
    r[at.cityLong] = city[2];
    r[at.citySameWeekday1] = city[8 + out.weekday];
    r[at.citySameWeekday4] = city[16 + out.weekday];
    r[at.cityLastYearDay] = alone
      ? r[at.lastYearDay]
      : this.cityLastYear(this.sources.calendar.yearAgo(target));
  }

  private cityAt(origin: number): Float64Array {
    const cached = this.cityCache.get(origin);
    if (cached !== undefined) return cached;
    const out = cityOf(this.sources.levels, origin);
    this.cityCache.set(origin, out);
    return out;
  }

  /** What became of the whole city's level on a day of last year, seen from `lead` days before. */
  private cityLastYear(then: number): number {
    const cached = this.lastYearCache.get(then);
    if (cached !== undefined) return cached;
    let served = 0;
    let level = 0;
    for (const levels of this.sources.levels) {
      const before = levels.last(then - this.lead);
      const there = levels.last(then);
      if (before < 5 || levels.series.days[there] !== then || levels.series.ordinary[there] !== 1) continue;
      served += levels.series.served[there];
      level += levels.level[before];
    }
    const ratio = level > 0 ? clamp(Math.log((served + 1) / (level + 1)), 0.5) : 0;
    this.lastYearCache.set(then, ratio);
    return ratio;
  }
}

/** Means over the sites, weighted by level, of their recent ratios at one origin. */
function cityOf(sites: readonly RollingStats[], origin: number): Float64Array {
  const out = new Float64Array(24);
  let weight = 0;
  for (const levels of sites) {
    const k = levels.last(origin);
    if (k < 5) continue;
    const level = levels.level[k];
    weight += level;
    addCityRatios(levels, k, level, out);
  }
  if (weight > 0) for (let i = 0; i < out.length; i++) out[i] = out[i] / weight;
  return out;
}

function addCityRatios(levels: RollingStats, k: number, level: number, out: Float64Array): void {
  const add = (i: number, mean: number) => {
    out[i] = out[i] + level * clamp(logRatio(mean, level), 0.5);
  };
  add(0, levels.recent4[k]);
  add(1, levels.recent8[k]);
  add(2, levels.long[k]);
  for (let w = 1; w <= 7; w++) {
    const same = levels.onWeekday[k * 8 + w];
    if (same < 0) continue;
    add(8 + w, levels.sameWeekday[0][same]);
    add(16 + w, levels.sameWeekday[2][same]);
  }
}
