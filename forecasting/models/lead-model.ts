import { Design } from '../features/design.ts';
import { emptyInputs, type InputReader, type Inputs, logRatio } from '../features/inputs.ts';
import type { Schema } from '../features/schema.ts';
import type { Frame } from '../frame/frame.ts';
import type { Hooks } from '../types.ts';
import { Cancelled } from '../types.ts';
import { NormalEquations } from './normal-equations.ts';

/** Days after which a record counts half. */
const halfLife = 500;
/** Errors below this share of the level weigh alike: the loss is squared there and absolute beyond. */
const smallError = 0.05;
const ridge = 300;
const passes = 4;
/** Site-days used at most by one fit; of more, a fixed share is taken evenly. */
const mostRows = 160_000;

/** A training row: which site-day, and what the level was. */
interface Rows {
  day: number[];
  site: number[];
  level: number[];
  served: number[];
}

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
  readonly rows: Rows = { day: [], site: [], level: [], served: [] };
  readonly design: Design;
  private readonly frame: Frame;
  private readonly reader: InputReader;
  private readonly equations: NormalEquations;
  private readonly penalty: Float64Array;
  private readonly scratch = emptyInputs();
  private readonly cursor: Int32Array;

  constructor(frame: Frame, reader: InputReader, schema: Schema, lead: number) {
    this.frame = frame;
    this.reader = reader;
    this.schema = schema;
    this.lead = lead;
    this.coefficients = new Float64Array(schema.size);
    this.design = new Design(schema);
    this.equations = new NormalEquations(schema.size);
    this.penalty = schema.penalty.map((p) => p * ridge);
    this.cursor = new Int32Array(frame.series.length);
  }

  /** Fits with everything up to `origin`; the first call iterates the weights, later ones keep them. */
  advance(origin: number, hooks: Hooks = {}): void {
    const from = this.design.rows;
    this.addRows(origin);
    const target = this.targets(from);
    const weight = new Float64Array(this.design.rows);
    if (from === 0) {
      for (let pass = 0; pass < passes; pass++) {
        if (hooks.cancelled?.()) throw new Cancelled('The fit was cancelled');
        this.weigh(target, weight, 0, origin, pass === 0);
        this.equations.clear();
        this.equations.add(this.design, target, weight, 0, this.design.rows);
        this.coefficients = this.equations.solve(this.penalty);
      }
    } else {
      this.equations.fade(0.5 ** ((origin - this.origin) / halfLife));
      this.weigh(target, weight, from, origin, false);
      this.equations.add(this.design, target, weight, from, this.design.rows);
      this.coefficients = this.equations.solve(this.penalty);
    }
    this.origin = origin;
  }

  private addRows(origin: number): void {
    const keep = this.share();
    const { rows, scratch } = this;
    this.frame.series.forEach((series, site) => {
      let k = this.cursor[site] as number;
      for (; k < series.days.length && (series.days[k] as number) <= origin; k++) {
        const day = series.days[k] as number;
        if (keep < 1 && ((day * 2_654_435 + site * 40_503) % 1000) / 1000 >= keep) continue;
        if (!this.reader.read(site, day, day - this.lead, scratch)) continue;
        scratch.strike = series.ordinary[k] === 0;
        this.design.push(scratch);
        rows.day.push(day);
        rows.site.push(site);
        rows.level.push(scratch.level);
        rows.served.push(series.served[k] as number);
      }
      this.cursor[site] = k;
    });
  }

  private share(): number {
    let all = 0;
    for (const s of this.frame.series) all += s.days.length;
    return mostRows / Math.max(1, all);
  }

  private targets(from: number): Float64Array {
    const target = new Float64Array(this.design.rows);
    for (let r = from; r < target.length; r++) {
      const ratio = logRatio(this.rows.served[r] as number, this.rows.level[r] as number);
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
      const age = origin - (this.rows.day[r] as number);
      const base = ((this.rows.level[r] as number) / 100) * 0.5 ** (age / halfLife);
      const error = Math.abs((target[r] as number) - this.design.apply(r, this.coefficients));
      weight[r] = base / (first ? 0.1 : Math.max(error, smallError));
    }
  }

  /** Meals that the regression expected on a training row. */
  fitted(row: number): number {
    return meals(this.rows.level[row] as number, this.design.apply(row, this.coefficients));
  }

  /** Reads the inputs of a training row once more. */
  readAgain(row: number, x: Inputs): boolean {
    const day = this.rows.day[row] as number;
    return this.reader.read(this.rows.site[row] as number, day, day - this.lead, x);
  }

  /** Reads the inputs of a site-day; `null` where the site has too short a past. */
  inputs(site: number, day: number, origin: number): Inputs | null {
    const x = emptyInputs();
    return this.reader.read(site, day, origin, x) ? x : null;
  }
}

/** Meals from a level and a log ratio to it. */
export function meals(level: number, ratio: number): number {
  return Math.max(0, (level + 1) * Math.exp(ratio) - 1);
}
