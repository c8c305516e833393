import { Design } from '../features/design.ts';
import { emptyInputs, InputReader, type Inputs, type Sources } from '../features/inputs.ts';
import { buildSchema, type Schema } from '../features/schema.ts';
import type { TermName } from '../records.ts';
import type { Hooks } from '../types.ts';
import { conditionsOf, type ErrorModel, fitErrors, type PastError } from './error-model.ts';
import { LeadModel, meals } from './lead-model.ts';

/** A number from the regression, with what it rests on. */
export interface Prediction {
  readonly mean: number;
  readonly inputs: Inputs;
  /** Log ratio to the level, split by term; they add up to the ratio. */
  readonly terms: ReadonlyMap<TermName, number>;
}

/** Fewest training rows for a regression. */
const fewestRows = 120;

/** A regression for one lead with its error model: what a backtest and a fitted model share. */
export class SiteModel {
  readonly lead: LeadModel;
  errors: ErrorModel | null = null;
  private readonly schema: Schema;
  private readonly one: Design;
  private readonly means = new Map<TermName, number>();

  constructor(sources: Sources, lead: number) {
    this.schema = buildSchema(sources.menu.words.length);
    this.lead = new LeadModel(sources.frame, new InputReader(sources, lead), this.schema, lead);
    this.one = new Design(this.schema);
  }

  /** True once there is enough to fit. */
  advance(origin: number, hooks: Hooks = {}): boolean {
    this.lead.advance(origin, hooks);
    if (this.lead.design.rows < fewestRows) return false;
    this.errors = fitErrors(this.pastErrors(origin), origin);
    this.centre();
    return true;
  }

  private pastErrors(origin: number): PastError[] {
    const { rows } = this.lead;
    const errors: PastError[] = [];
    const x = emptyInputs();
    for (let r = 0; r < rows.day.length; r++) {
      if ((rows.day[r] as number) < origin - 900) continue;
      if (!this.lead.readAgain(r, x)) continue;
      errors.push({
        conditions: conditionsOf(x),
        day: rows.day[r] as number,
        error: (rows.served[r] as number) - this.lead.fitted(r),
      });
    }
    return errors;
  }

  /** Means of the terms over the training rows: they belong to the usual level, not to the day. */
  private centre(): void {
    const n = this.lead.design.rows;
    const from = Math.max(0, n - 20_000);
    this.means.clear();
    for (let r = from; r < n; r++) {
      for (const [term, v] of this.split(this.lead.design, r)) {
        this.means.set(term, (this.means.get(term) ?? 0) + v / (n - from));
      }
    }
  }

  private split(design: Design, row: number): Map<TermName, number> {
    const terms = new Map<TermName, number>();
    for (let i = design.start[row] as number; i < (design.start[row + 1] as number); i++) {
      const c = design.column[i] as number;
      const term = this.schema.term[c] as TermName;
      const v = (this.lead.coefficients[c] as number) * (design.value[i] as number);
      terms.set(term, (terms.get(term) ?? 0) + v);
    }
    return terms;
  }

  predict(site: number, day: number, origin: number): Prediction | null {
    const inputs = this.lead.inputs(site, day, origin);
    if (inputs === null || this.lead.design.rows < fewestRows) return null;
    this.one.clear();
    this.one.push(inputs);
    const terms = this.split(this.one, 0);
    let ratio = 0;
    for (const v of terms.values()) ratio += v;
    for (const [term, mean] of this.means) {
      if (term === 'usual') continue;
      terms.set(term, (terms.get(term) ?? 0) - mean);
      terms.set('usual', (terms.get('usual') ?? 0) + mean);
    }
    return { mean: meals(inputs.level, ratio), inputs, terms };
  }
}
