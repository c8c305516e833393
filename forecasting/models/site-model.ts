import type { FittedLead, FittedUnrest, SiteFloor } from '../domain/fitted.ts';
import type { LibraryLead } from '../domain/library.ts';
import type { TermName } from '../domain/records.ts';
import type { Hooks } from '../domain/types.ts';
import { Design } from '../features/design.ts';
import { InputReader, type Inputs, type Sources } from '../features/inputs.ts';
import { buildSchema, type Schema } from '../features/schema.ts';
import { deviationOf, type ErrorDistribution, locationScale } from '../numerics/distribution.ts';
import { ColdStart } from './cold-start.ts';
import { distributionOf, type ErrorModel, errorModel, fitErrors, type PriorErrors } from './error-model.ts';
import { fittedProblem } from './fitted-problem.ts';
import { type Firmness, LeadModel, mealsTarget } from './lead-model.ts';
import { fits, libraryMisfit, weightOfFit } from './library-fit.ts';
import { leadOf, priorErrors, withPrior } from './library-prior.ts';
import { compareRules } from './naive-floor.ts';
import { ordinaryErrors } from './ordinary-errors.ts';
import type { StrikeDay } from './strike-days.ts';
import {
  fittedStrike,
  learnStrikes,
  onStrike,
  priorStrike,
  type StrikeEffect,
  strikeEffect,
  strikeRatio,
} from './strike-effect.ts';
import { firstDay, yearEdge } from './training-rows.ts';

/** A number from the regression, with what it rests on. */
export interface Prediction {
  /** Meals, about the median: the loss is nearly the absolute one. */
  readonly centre: number;
  readonly inputs: Inputs;
  /** Log ratio to the level, split by term; they add up to the ratio. */
  readonly terms: ReadonlyMap<TermName, number>;
}

/** Terms of rare days: zero on all others, so they have no mean to move to the usual level. */
const rareTerms: ReadonlySet<TermName> = new Set(['public-holiday']);
/** Fewest training rows and different days for a regression: what a day is to all sites takes days to learn. */
const fewestRows = 20;
const fewestDays = 8;
/** The first fit ends this many steps before the origin. */
const warmUpFits = 10;
const warmUpDays = 70;
const fewestWarmUpRows = 250;
const fewestErrors = 150;
/** Errors on rows that were fitted to are narrower than new ones, the more so the fewer rows there are. */
const optimism = 1.2;
/** Training rows that a library's means of terms stand for. */
const knownRows = 40;
/** Errors that those known beforehand stand for: the town's own decide soon. */
const knownErrors = 30;
/** The same of those of any canteen, where there is no library. */
const ordinaryCount = 10;
/** Without a library the prior is only what is true of any canteen, and own rows say more than it sooner. */
const firmnessOf = (library: number): Firmness => ({
  effects: 3 + 12 * library,
  constant: 0.5 + 1.5 * library,
  until: 40 + 110 * library,
  library,
});
/** Days whose errors are learned from. */
const errorDays = 900;

/** A regression for one lead with its error model: what a backtest and a fitted model share. */
export class SiteModel {
  lead: LeadModel;
  errors: ErrorModel | null = null;
  strike: StrikeEffect = priorStrike;
  /** What other towns know, and how much of it counts, 0 to 1. */
  private readonly known: LibraryLead | null;
  private readonly share: number;
  /** How many times as large as the library expects the town's errors are. */
  misfit = 1;
  private readonly schema: Schema;
  private readonly reader: InputReader;
  private readonly sources: Sources;
  private readonly first: ColdStart;
  private readonly one: Design;
  private readonly means = new Map<TermName, number>();
  /** How restless the sites are, by the errors up to a day. */
  unrest: FittedUnrest = { until: Number.NEGATIVE_INFINITY, sites: [] };
  /** How rules do against the regression at each site, up to the same day. */
  floor: ReadonlyMap<number, SiteFloor> = new Map();
  private warmingUp = false;
  private young = false;
  private step: number = warmUpFits;

  constructor(sources: Sources, lead: number) {
    const { library, libraryShare = 1, menu } = sources;
    this.sources = sources;
    this.known = library && leadOf(library, lead);
    this.share = library === null ? 0 : libraryShare;
    this.schema = buildSchema(menu.words.length);
    this.reader = new InputReader(sources, lead);
    this.lead = this.leadModel(lead);
    this.first = new ColdStart(sources, this.reader);
    this.one = new Design(this.schema);
  }

  /** The regression with as much of the library in its prior as counts. */
  private leadModel(lead: number): LeadModel {
    const { schema, known } = this;
    const prior = known ? withPrior(schema, this.sources.menu.words, known, this.weight) : schema;
    return new LeadModel(this.sources.frame, this.reader, prior, lead, firmnessOf(this.weight));
  }

  /** The part of its weight that the library has: less with own days, and less where it does not fit. */
  private get weight(): number {
    return this.share * weightOfFit(this.misfit);
  }

  /** The model behind some numbers, ready to forecast; `null` when they are unsound or those of other columns. */
  static revive(sources: Sources, lead: number, fitted: FittedLead): SiteModel | null {
    if (fittedProblem(fitted) !== null) return null;
    const model = new SiteModel(sources, lead);
    if (fitted.coefficients.length !== model.schema.size) return null;
    model.lead.coefficients = Float64Array.from(fitted.coefficients);
    for (const [term, mean] of fitted.means) model.means.set(term, mean);
    model.lead.firstDays = new Map(fitted.firstDays);
    model.errors = errorModel(fitted.errors);
    model.unrest = fitted.unrest;
    model.floor = new Map(fitted.floor);
    model.strike = strikeEffect(fitted.strike);
    model.misfit = fitted.misfit ?? 1;
    return model;
  }

  /** What forecasts rest on, without the training rows; `null` before there was enough to fit, or where it is unsound. */
  serialise(): FittedLead | null {
    if (this.errors === null) return null;
    const fitted: FittedLead = {
      coefficients: [...this.lead.coefficients],
      means: [...this.means],
      firstDays: [...this.lead.firstDays],
      errors: this.errors.fitted,
      unrest: this.unrest,
      floor: [...this.floor],
      strike: fittedStrike(this.strike),
      ...(this.misfit > fits ? { misfit: this.misfit } : {}),
    };
    return fittedProblem(fitted) === null ? fitted : null;
  }

  /** Gives the training rows back at once: what was learned can still be written out. */
  release(): void {
    this.lead.release();
  }

  /**
   * True once there is enough to fit. All is learned as on the day of the last record: months without any make what is
   * known neither less nor narrower.
   */
  advance(today: number, hooks: Hooks = {}): boolean {
    const origin = this.lead.lastRecord(today);
    if (this.known === null && this.lead.countUpTo(origin) < fewestRows) return false;
    if (this.lead.rows.length === 0 || this.warmingUp) {
      this.warmUpRollingFits(origin, hooks);
      this.fitUpTo(origin, hooks);
      if (this.isMisled()) {
        this.lead.release();
        this.lead = this.leadModel(this.lead.lead);
        this.warmUpRollingFits(origin, hooks);
      }
    }
    this.fitUpTo(origin, hooks);
    if (!this.isReady()) return false;
    const { model, unrest } = this.fitErrors(origin);
    this.errors = model;
    this.unrest = unrest;
    this.floor = compareRules(this.lead.rows, this.sources.levels, this.lead.lead, origin);
    this.strike = learnStrikes(this.strikeDays(model), origin);
    this.centre();
    return true;
  }

  private fitUpTo(origin: number, hooks: Hooks): void {
    this.lead.advance(origin, hooks, !this.young && this.lead.rows.length === 0);
  }

  /** True where the town's errors say that the library comes from another kind of place. */
  private isMisled(): boolean {
    if (this.known === null || this.share === 0) return false;
    const { prior } = withPrior(this.schema, this.sources.menu.words, this.known, this.share);
    this.misfit = libraryMisfit(this.lead, prior, this.known);
    return this.misfit > fits;
  }

  /** Share of the first fit that is done, 0 to 1. */
  get warmUpDone(): number {
    return (warmUpFits - this.step) / warmUpFits;
  }

  private isReady(): boolean {
    if (this.known !== null) return true;
    return this.lead.rows.length >= fewestRows && this.lead.rows.days >= fewestDays;
  }

  /**
   * Fits in the past and moves up step by step, so that there are errors of rows not yet fitted to. After a cancel
   * it goes on with the step that it was at.
   */
  private warmUpRollingFits(origin: number, hooks: Hooks): void {
    if (!this.warmingUp) this.step = warmUpFits;
    this.warmingUp = true;
    this.young =
      this.known === null
        ? this.lead.countUpTo(origin) < fewestErrors
        : this.lead.countUpTo(origin - warmUpFits * warmUpDays) < fewestWarmUpRows;
    const days = this.young ? Math.min(warmUpDays, this.lead.daysUpTo(origin) / warmUpFits) : warmUpDays;
    for (; this.step >= 1; this.step--) {
      hooks.onProgress?.((warmUpFits - this.step) / (warmUpFits + 1));
      const day = Math.floor(origin - this.step * days);
      if (this.young || this.lead.rows.length > 0 || this.lead.countUpTo(day) >= fewestWarmUpRows) {
        this.fitUpTo(day, hooks);
      }
    }
    this.warmingUp = false;
  }

  /** Learns from errors on rows not fitted to; from all rows where there are few of these. */
  private fitErrors(origin: number): ReturnType<typeof fitErrors> {
    const { rows } = this.lead;
    let from = 0;
    while (from < rows.length && rows.day[from] < origin - errorDays) from++;
    let honest = from;
    while (honest < rows.length && Number.isNaN(rows.expected[honest])) honest++;
    if (rows.length - honest >= fewestErrors) from = honest;
    const errors = new Float64Array(rows.length - from);
    for (let i = 0; i < errors.length; i++) {
      const served = rows.served[from + i];
      const expected = rows.expected[from + i];
      errors[i] = Number.isNaN(expected)
        ? optimism * (served - this.lead.withFirstDay(from + i))
        : served - expected;
    }
    return fitErrors(rows, from, errors, origin, this.lead.lead, this.priorErrors());
  }

  /** What is known of errors beforehand; a town with years of its own needs nothing. */
  private priorErrors(): PriorErrors | undefined {
    const { known, weight, young, misfit } = this;
    if (known !== null) {
      const errors = priorErrors(known.errors, weight, Math.max(1, misfit / fits));
      return { errors, count: young ? knownErrors : knownErrors * weight, ofCalendar: knownErrors * weight };
    }
    return young ? { errors: ordinaryErrors, count: ordinaryCount, ofCalendar: 0 } : undefined;
  }

  private strikeDays(errors: ErrorModel): StrikeDay[] {
    const { strikeRows: rows } = this.lead;
    return Array.from({ length: rows.length }, (_, r) => {
      const expected = this.lead.withoutStrike(r);
      const conditions = rows.conditions(r);
      return {
        site: rows.site[r],
        day: rows.day[r],
        served: rows.served[r],
        expected,
        ordinary: deviationOf(locationScale(expected, errors.scale(conditions), errors.shape(conditions))),
      };
    });
  }

  /** Means of the terms over the training rows: they belong to the usual level, not to the day. */
  private centre(): void {
    const { coefficients } = this.lead;
    const { rows: n, start, column, value } = this.lead.design;
    const from = Math.max(0, n - 20_000);
    const names = [...new Set(this.schema.term)];
    const termOf = Uint8Array.from(this.schema.term, (term) => names.indexOf(term));
    const means = new Float64Array(names.length);
    const ofRow = new Float64Array(names.length);
    // In the order in which rows use them, which is that of every sum over them.
    const used: number[] = [];
    const counted = new Uint8Array(names.length);
    for (let r = from; r < n; r++) {
      ofRow.fill(0);
      for (let i = start[r]; i < start[r + 1]; i++) {
        const c = column[i];
        const term = termOf[c];
        if (counted[term] === 0) used.push(term);
        counted[term] = 1;
        ofRow[term] = ofRow[term] + coefficients[c] * value[i];
      }
      for (let term = 0; term < means.length; term++) means[term] = means[term] + ofRow[term] / (n - from);
    }
    this.means.clear();
    for (const term of used) this.means.set(names[term], means[term]);
    if (this.known !== null) this.centreWith(this.known, n - from);
  }

  /** The means of other towns, as if they were those of some days more. */
  private centreWith({ means }: LibraryLead, rows: number): void {
    const own = rows / (rows + knownRows);
    for (const term of new Set([...this.means.keys(), ...(Object.keys(means) as TermName[])])) {
      this.means.set(term, own * (this.means.get(term) ?? 0) + (1 - own) * (means[term] ?? 0));
    }
  }

  private split(design: Design, row: number): Map<TermName, number> {
    const terms = new Map<TermName, number>();
    for (let i = design.start[row]; i < design.start[row + 1]; i++) {
      const c = design.column[i];
      const term = this.schema.term[c];
      const v = this.lead.coefficients[c] * design.value[i];
      terms.set(term, (terms.get(term) ?? 0) + v);
    }
    return terms;
  }

  /** `strike`, where given, takes the place of what is on record. */
  predict(site: number, day: number, origin: number, strike?: boolean): Prediction | null {
    const inputs = this.lead.inputs(site, day, origin) ?? this.first.inputs(site, day, origin);
    if (inputs === null || this.errors === null) return null;
    inputs.strike = strike ?? inputs.strike;
    this.one.clear();
    this.one.push(inputs);
    const terms = this.split(this.one, 0);
    const own = yearEdge(inputs) === firstDay ? (this.lead.firstDays.get(site) ?? 0) : 0;
    if (own !== 0) terms.set('holidays', (terms.get('holidays') ?? 0) + own);
    let ratio = 0;
    for (const v of terms.values()) ratio += v;
    for (const [term, mean] of this.means) {
      if (term === 'usual' || rareTerms.has(term)) continue;
      terms.set(term, (terms.get(term) ?? 0) - mean);
      terms.set('usual', (terms.get('usual') ?? 0) + mean);
    }
    if (inputs.strike) {
      const effect = strikeRatio(this.strike, site);
      terms.set('strike', effect);
      ratio += effect;
    }
    return { centre: mealsTarget(inputs.level, ratio), inputs, terms };
  }

  /** The distribution around a centre; `null` before there is enough to fit. */
  distribution(centre: number, inputs: Inputs): ErrorDistribution | null {
    if (this.errors === null) return null;
    const ordinary = this.first.widened(distributionOf(centre, inputs, this.errors), inputs);
    return inputs.strike ? onStrike(ordinary, this.strike, inputs.site) : ordinary;
  }
}
