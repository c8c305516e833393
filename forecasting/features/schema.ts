import type { TermName } from '../domain/records.ts';
import { type Inputs, type RatioName, ratioIndex, ratioNames } from './inputs.ts';

/** A block of columns of the design. */
export interface Group {
  readonly name: string;
  readonly term: TermName;
  readonly offset: number;
  readonly size: number;
  readonly penalty: number;
  /** Writes the entries of one row; columns are counted from 0 within the group and must ascend. */
  readonly write: (x: Inputs, put: Put) => void;
}
export type Put = (column: number, value: number) => void;

export interface Schema {
  readonly groups: readonly Group[];
  readonly size: number;
  readonly term: readonly TermName[];
  readonly penalty: Float64Array;
  /** Where a coefficient stays while there are too few days to say otherwise. */
  readonly prior: Float64Array<ArrayBuffer>;
}

const ratioTerm: Readonly<Record<RatioName, TermName>> = {
  recent4: 'trend',
  recent8: 'trend',
  long: 'trend',
  sameWeekday1: 'weekday',
  sameWeekday2: 'weekday',
  sameWeekday4: 'weekday',
  sameWeekday10: 'weekday',
  lastYearDay: 'last-year',
  lastYearSeason: 'last-year',
  lastYearLevel: 'last-year',
  enrolmentShift: 'enrolment',
  enrolmentLevel: 'enrolment',
  cityRecent4: 'trend',
  cityRecent8: 'trend',
  cityLong: 'trend',
  citySameWeekday1: 'weekday',
  citySameWeekday4: 'weekday',
  cityLastYearDay: 'last-year',
  sameWeekday30: 'weekday',
  sameWeekdayMedian: 'weekday',
  median: 'trend',
  pastYears: 'last-year',
  twoYearsDay: 'last-year',
};

/** What is true of any canteen: the same weekdays tell most, and new children come like the others. */
const priorSlopes: Partial<Readonly<Record<RatioName, number>>> = {
  recent8: 0.2,
  sameWeekday4: 0.3,
  sameWeekday10: 0.4,
  enrolmentShift: 0.8,
};

/**
 * What last year's days say counts for more where a site is restless, and for something else beside a break or in the
 * first weeks of a school year; there what enrolment says changes from day to day too.
 */
const ofLastYear: ReadonlySet<RatioName> = new Set([
  'lastYearDay',
  'lastYearSeason',
  'lastYearLevel',
  'pastYears',
  'twoYearsDay',
]);
const ofEnrolment: ReadonlySet<RatioName> = new Set(['enrolmentShift', 'enrolmentLevel']);
/** Spread of an ordinary site, see `RollingStats.spread`. */
const usualSpread = 0.07;
/** Service days on either side of a break that each have slopes of their own. */
const breakDays = 4;
/** Service days after the summer, of which each two have slopes of their own. */
const summerDays = 20;

/** Where the slope of a ratio may change, on both sides of zero. */
const knots = [0.04, 0.12] as const;
const months = 12;
const weekdays = 8;

class Builder {
  readonly groups: Group[] = [];
  size = 0;

  add(name: string, term: TermName, size: number, penalty: number, write: Group['write']): void {
    this.groups.push({ name, term, offset: this.size, size, penalty, write });
    this.size += size;
  }

  oneHot(name: string, term: TermName, size: number, penalty: number, of: (x: Inputs) => number): void {
    this.add(name, term, size, penalty, (x, put) => {
      const i = of(x);
      if (i >= 0) put(i, 1);
    });
  }
}

/** The columns of the design, defined once for fitting and for forecasting. */
export function buildSchema(words: number): Schema {
  const b = new Builder();
  b.add('one', 'usual', 1, 0.01, (_, put) => put(0, 1));
  addCalendar(b);
  addMenu(b, words);
  for (const name of ratioNames) addRatio(b, name);
  const term: TermName[] = [];
  const penalty = new Float64Array(b.size);
  for (const g of b.groups) {
    for (let i = 0; i < g.size; i++) {
      term.push(g.term);
      penalty[g.offset + i] = g.penalty;
    }
  }
  const prior = new Float64Array(b.size);
  for (const g of b.groups) {
    const slope = priorSlopes[g.name as RatioName];
    if (slope !== undefined) prior[g.offset] = slope;
  }
  return { groups: b.groups, size: b.size, term, penalty, prior };
}

function addCalendar(b: Builder): void {
  b.oneHot('weekday', 'weekday', weekdays, 1, (x) => x.weekday);
  b.oneHot('month', 'season', months, 1, (x) => x.month);
  b.oneHot('since', 'holidays', 13, 1, (x) => x.sinceBreak);
  b.oneHot('to', 'holidays', 13, 1, (x) => x.toBreak);
  b.oneHot('since-summer', 'holidays', 20, 1, (x) => (x.sinceSummer < 20 ? x.sinceSummer : -1));
  b.oneHot('to-summer', 'holidays', 25, 1, (x) => (x.toSummer < 25 ? x.toSummer : -1));
  b.oneHot('weekday-to-summer', 'holidays', weekdays * 5, 1, (x) =>
    x.toSummer < 25 ? x.weekday * 5 + Math.floor(x.toSummer / 5) : -1,
  );
  b.oneHot('weekday-since', 'holidays', weekdays * 4, 2, (x) =>
    x.sinceBreak < 4 ? x.weekday * 4 + x.sinceBreak : -1,
  );
  b.oneHot('weekday-to', 'holidays', weekdays * 4, 2, (x) =>
    x.toBreak < 4 ? x.weekday * 4 + x.toBreak : -1,
  );
  b.oneHot('month-to', 'holidays', months * 4, 2, (x) => (x.toBreak < 4 ? x.month * 4 + x.toBreak : -1));
  b.oneHot('after-public', 'public-holiday', weekdays, 1, (x) => (x.afterPublicHoliday ? x.weekday : -1));
  b.oneHot('before-public', 'public-holiday', weekdays, 1, (x) => (x.beforePublicHoliday ? x.weekday : -1));
  b.oneHot('no-last-year', 'last-year', 1, 1, (x) => (x.noLastYear ? 0 : -1));
}

function addMenu(b: Builder, words: number): void {
  b.oneHot('no-menu', 'menu', 1, 1, (x) => (x.menu === null ? 0 : -1));
  b.add('word', 'menu', words, 20, (x, put) => {
    if (x.menu !== null) for (const w of x.menu) put(w, 1);
  });
}

function addRatio(b: Builder, name: RatioName): void {
  const i = ratioIndex[name];
  const term = ratioTerm[name];
  const get = (x: Inputs) => x.ratios[i];
  b.add(name, term, 1 + 2 * knots.length, 0.1, (x, put) => writePieces(get(x), put));
  // What the town or last year says is alike on all weekdays.
  if (!name.startsWith('city') && !ofLastYear.has(name)) {
    b.add(`${name}-weekday`, term, weekdays, 0.1, (x, put) => put(x.weekday, get(x)));
  }
  b.add(`${name}-summer`, term, 4, 0.1, (x, put) => {
    if (x.sinceSummer < 20) put(x.sinceSummer < 5 ? 0 : 1, get(x));
    else if (x.toSummer < 25) put(x.toSummer < 8 ? 2 : 3, get(x));
  });
  if (ofLastYear.has(name) || ofEnrolment.has(name)) {
    b.add(`${name}-days`, term, summerDays / 2, 0.3, (x, put) => {
      if (x.sinceSummer < summerDays) put(x.sinceSummer >> 1, get(x));
    });
  }
  if (ofLastYear.has(name)) addLastYear(b, name);
}

function addLastYear(b: Builder, name: RatioName): void {
  const i = ratioIndex[name];
  const term = ratioTerm[name];
  b.add(`${name}-spread`, term, 1, 0.3, (x, put) => put(0, Math.log(x.spread / usualSpread) * x.ratios[i]));
  b.add(`${name}-since`, term, breakDays, 0.3, (x, put) => {
    if (x.sinceBreak < breakDays) put(x.sinceBreak, x.ratios[i]);
  });
  b.add(`${name}-to`, term, breakDays, 0.3, (x, put) => {
    if (x.toBreak < breakDays) put(x.toBreak, x.ratios[i]);
  });
}

function writePieces(v: number, put: Put): void {
  if (v === 0) return;
  put(0, v);
  for (let j = 0; j < knots.length; j++) {
    const past = Math.abs(v) - knots[j];
    if (past > 0) put(1 + 2 * j + (v > 0 ? 0 : 1), v > 0 ? past : -past);
  }
}
