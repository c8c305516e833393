import type { Hooks } from '../domain/types.ts';
import { Cancelled } from '../domain/types.ts';
import { Design } from '../features/design.ts';
import { emptyInputs, type InputReader, type Inputs, logRatio } from '../features/inputs.ts';
import type { Schema } from '../features/schema.ts';
import type { Frame } from '../frame/frame.ts';
import { inverseDiagonal, NormalEquations } from '../numerics/normal-equations.ts';
import { type FirstDays, learnFirstDays } from './first-day.ts';
import { firstDay, TrainingRows } from './training-rows.ts';

/** Days after which a record counts half. */
const halfLife = 700;
/** Errors below this share of the level weigh alike: the loss is squared there and absolute beyond. */
const smallError = 0.05;
const ridge = 220;
/**
 * A few days of one place say little about what days do: with n rows the penalties are those of many rows times
 * 1 + `effects` × 2^(−n ÷ `until`), and the constant, which is free where there are many, has one of
 * `constant` × 2^(−n ÷ `until`) more. Without a library that holds only where the fit began with the prior alone.
 */
export interface Firmness {
  readonly effects: number;
  readonly constant: number;
  /** Rows after which both count half. */
  readonly until: number;
  /** The part of its weight that a library has in the prior, 0 to 1: errors made from it are as good as any. */
  readonly library: number;
}
/** Rows fitted to from which an error of a young town counts half. */
const saidRows = 30;
const passes = 3;
/** Site-days used at most by one fit; of more, a fixed share is taken evenly. */
const mostRows = 160_000;

/**
 * One regression for one lead, pooled over all sites: the log ratio of meals served to the recent level,
 * fitted by ridge with weights iterated towards the absolute loss. `advance` adds the days up to a later
 * origin at the cost of one factorisation.
 */
export class LeadModel {
  readonly lead: number;
  readonly schema: Schema;
  origin = Number.NEGATIVE_INFINITY;
  coefficients: Float64Array;
  readonly rows = new TrainingRows();
  /** What is each site's own on the first day of a school year. */
  firstDays: FirstDays = new Map();
  readonly design: Design;
  /** Strike days, of which the regression learns nothing: what it expects of them is what they would have been. */
  readonly strikeRows = new TrainingRows();
  readonly strikeDesign: Design;
  private readonly frame: Frame;
  private readonly reader: InputReader;
  /** Made when it is first fitted: most of the memory, of which a site with few records needs none. */
  private made: NormalEquations | null = null;
  private readonly penalty: Float64Array;
  private readonly firmness: Firmness;
  private readonly scratch = emptyInputs();
  private readonly cursor: Int32Array;
  private keep = 1;
  /** The weights of the first rows were iterated; where those were few, the fit began with the prior alone. */
  private iterated = false;

  constructor(frame: Frame, reader: InputReader, schema: Schema, lead: number, firmness: Firmness) {
    this.frame = frame;
    this.reader = reader;
    this.schema = schema;
    this.lead = lead;
    this.firmness = firmness;
    this.coefficients = Float64Array.from(schema.prior);
    this.design = new Design(schema);
    this.strikeDesign = new Design(schema);
    this.penalty = schema.penalty.map((p) => p * ridge);
    this.cursor = new Int32Array(frame.series.length);
  }

  /**
   * Fits with everything up to `origin`. The first call iterates the weights; later ones keep them, and note
   * what the coefficients so far expected of each new row: an error that was not fitted to. It is cancelled
   * before anything is changed, or not at all.
   */
  advance(origin: number, hooks: Hooks = {}, first = this.design.rows === 0): void {
    if (hooks.cancelled?.()) throw new Cancelled('The fit was cancelled');
    const from = this.design.rows;
    if (from === 0) this.begin(origin);
    this.addRows(origin);
    if (this.design.rows === from && !first) return;
    const target = this.targets(from);
    const weight = new Float64Array(this.design.rows);
    if (first) {
      this.fitFirst(target, weight, origin);
    } else {
      const trust = this.iterated ? 1 : (from + saidRows * this.firmness.library) / (from + saidRows);
      for (let r = from; r < this.design.rows; r++) {
        this.rows.expected[r] = this.withFirstDay(r);
        this.rows.trust[r] = trust;
      }
      if (from > 0) this.equations.fade(0.5 ** ((origin - this.origin) / halfLife));
      this.weigh(target, weight, from, origin, false);
      this.equations.add(this.design, target, weight, from, this.design.rows);
      this.coefficients = this.equations.solve(this.penalties(), this.schema.prior);
    }
    this.firstDays = learnFirstDays(this.rows, origin, (r) => this.fitted(r));
    this.origin = origin;
  }

  private fitFirst(target: Float64Array, weight: Float64Array, origin: number): void {
    this.iterated = true;
    for (let pass = 0; pass < passes; pass++) {
      this.weigh(target, weight, 0, origin, pass === 0);
      this.equations.clear();
      this.equations.add(this.design, target, weight, 0, this.design.rows);
      this.coefficients = this.equations.solve(this.penalties(), this.schema.prior);
    }
  }

  private penalties(): Float64Array {
    const { effects, constant, until, library } = this.firmness;
    if (this.iterated && library === 0) return this.penalty;
    const few = 2 ** (-this.design.rows / until);
    return this.penalty.map((p, c) => (c === 0 ? p + ridge * constant * few : p * (1 + effects * few)));
  }

  private get equations(): NormalEquations {
    this.made ??= new NormalEquations(this.schema.size);
    return this.made;
  }

  /** Gives most of the memory back at once; no more can be learned then. */
  release(): void {
    this.design.release();
    this.strikeDesign.release();
    this.made?.release();
  }

  /** Adds the days up to `origin` in order of date. */
  private addRows(origin: number): void {
    const { cursor, frame, keep } = this;
    const pending: number[] = [];
    frame.series.forEach((series, site) => {
      let k = cursor[site];
      for (; k < series.days.length && series.days[k] <= origin; k++) {
        const day = series.days[k];
        if (keep >= 1 || ((day * 7919 + site * 104_729) % 1000) / 1000 < keep) {
          pending.push((day - frame.firstDay) * frame.series.length + site);
        }
      }
      cursor[site] = k;
    });
    for (const cell of Float64Array.from(pending).sort()) {
      const site = cell % frame.series.length;
      this.addRow(site, frame.firstDay + (cell - site) / frame.series.length);
    }
  }

  private addRow(site: number, day: number): void {
    const { scratch } = this;
    if (!this.reader.read(site, day, day - this.lead, scratch)) return;
    const { served, ordinary, strike } = this.frame.series[site];
    const k = this.reader.indexAt(site, day);
    if (ordinary[k] === 1) {
      this.design.push(scratch);
      this.rows.push(day, served[k], scratch);
    } else if (strike[k] === 1) {
      this.strikeDesign.push(scratch);
      this.strikeRows.push(day, served[k], scratch);
    }
  }

  private begin(origin: number): void {
    this.keep = mostRows / Math.max(1, this.countUpTo(origin));
    const all = this.frame.series.reduce((sum, { days }) => sum + days.length, 0);
    const rows = Math.ceil(all * Math.min(1, this.keep));
    this.design.expect(rows);
    this.rows.expect(rows);
  }

  /** The last day up to one on which some site has a record; that day itself where none has. */
  lastRecord(day: number): number {
    let last = Number.NEGATIVE_INFINITY;
    this.frame.series.forEach(({ days }, site) => {
      last = Math.max(last, days[this.reader.indexAt(site, day)] ?? Number.NEGATIVE_INFINITY);
    });
    return Number.isFinite(last) ? last : day;
  }

  /** Days from the first record to one, that day included. */
  daysUpTo(day: number): number {
    const first = this.frame.series.reduce((least, { days }) => Math.min(least, days[0] ?? day), day);
    return day - first + 1;
  }

  /** Site-days on record up to a day. */
  countUpTo(day: number): number {
    let count = 0;
    this.frame.series.forEach((_, site) => {
      count += this.reader.indexAt(site, day) + 1;
    });
    return count;
  }

  /**
   * Variances of the coefficients: as the penalties alone assume them, and with the rows fitted to; that of a row is
   * `noise` ÷ its weight. Errors of one day at several sites are taken for independent.
   */
  variances(): { readonly assumed: Float64Array; readonly known: Float64Array } {
    const target = this.targets(0);
    const weight = new Float64Array(this.design.rows);
    this.weigh(target, weight, 0, this.origin, false);
    let [squares, rows] = [0, 0];
    weight.forEach((w, r) => {
      squares += w * (target[r] - this.design.apply(r, this.coefficients)) ** 2;
      rows += 0.5 ** ((this.origin - this.rows.day[r]) / halfLife);
    });
    const noise = squares / Math.max(1, rows);
    const factor = this.equations.factor(this.penalty);
    const assumed = this.penalty.map((p) => noise / p);
    const known = Float64Array.from(assumed);
    inverseDiagonal(factor).forEach((v, i) => {
      known[factor.used[i]] = noise * v;
    });
    return { assumed, known };
  }

  private targets(from: number): Float64Array {
    const target = new Float64Array(this.design.rows);
    for (let r = from; r < target.length; r++) {
      const ratio = logRatio(this.rows.served[r], this.rows.level[r]);
      target[r] = Math.max(-1, Math.min(1, ratio));
    }
    return target;
  }

  private weigh(
    target: Float64Array,
    weight: Float64Array,
    from: number,
    origin: number,
    first: boolean,
  ): void {
    for (let r = from; r < target.length; r++) {
      const age = origin - this.rows.day[r];
      const base = (this.rows.level[r] / 100) * 0.5 ** (age / halfLife);
      const error = Math.abs(target[r] - this.design.apply(r, this.coefficients));
      weight[r] = base / (first ? 0.1 : Math.max(error, smallError));
    }
  }

  /** Meals that the regression, or one of other coefficients, expected on a training row. */
  fitted(row: number, coefficients = this.coefficients): number {
    return mealsTarget(this.rows.level[row], this.design.apply(row, coefficients));
  }

  /** The same with what is the site's own on the first day of a school year. */
  withFirstDay(row: number): number {
    const own = this.rows.edge[row] === firstDay ? (this.firstDays.get(this.rows.site[row]) ?? 0) : 0;
    return mealsTarget(this.fitted(row), own);
  }

  /** Meals that the regression would have expected on a strike day without the strike. */
  withoutStrike(row: number): number {
    return mealsTarget(this.strikeRows.level[row], this.strikeDesign.apply(row, this.coefficients));
  }

  /** Reads the inputs of a site-day; `null` where the site has too short a past. */
  inputs(site: number, day: number, origin: number): Inputs | null {
    const x = emptyInputs();
    return this.reader.read(site, day, origin, x) ? x : null;
  }
}

/** Meals from a level and a log ratio to it. */
export function mealsTarget(level: number, ratio: number): number {
  return Math.max(0, (level + 1) * Math.exp(ratio) - 1);
}
