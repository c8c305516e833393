import { numberAt } from '../domain/number-at.ts';
import type { Course } from '../domain/records.ts';
import { Cancelled, type Hooks } from '../domain/types.ts';
import { type CholeskyFactor, inverseDiagonal, NormalEquations } from '../numerics/normal-equations.ts';
import { MeanRow, Scratch, shares } from './choice-shares.ts';
import { type EffectGroup, effectGroups, priorOf } from './columns.ts';
import { Dispersion } from './dispersion.ts';
import { expectedCounts } from './expected.ts';
import { dinersOfOffers } from './offers.ts';
import { applyRow, type LocalIndex, type Training } from './training.ts';

/** Sweeps that also learn the widths; then those that settle the effects with the widths held. */
const sweeps = { learning: 10, settling: 6 };
/** Logits by which no effect may move in one sweep, and under which a sweep has settled. */
const step = { most: 1, least: 1e-3 };
/** Effects that the assumed width of a group counts for. */
const widthWeight = 4;

/** Effects of single sites, on the logit scale, drawn from one normal distribution around 0. */
export interface LocalEffects {
  readonly value: Float64Array;
  /** Information of the records about each, in inverse squared logits. */
  readonly information: Float64Array;
  variance: number;
}

export interface TakeUpFit {
  readonly training: Training;
  readonly coefficients: Float64Array;
  /** Variance of each group of effects. */
  readonly variances: Readonly<Record<EffectGroup, number>>;
  readonly dishes: LocalEffects;
  readonly courses: LocalEffects;
  /** Of the posterior precision of the coefficients. */
  readonly factor: CholeskyFactor;
  readonly dispersion: Dispersion;
  /** Courses of which it is known how many guests took nothing. */
  readonly counted: ReadonlySet<Course>;
  /** Fitted shares of the dishes of an offer, in their order, into the beginning of `p`. */
  sharesOf(offer: number, into: Pick<Scratch, 'utilities' | 'p'>): void;
}

/**
 * Fits a multinomial logit of who takes what by penalised maximum likelihood.
 *
 * The utility of a dish for the guests of a site is the sum of its effects (see `columns.ts`) and of two of the site
 * alone, on the course and on the dish; "none" has utility 0. The effects of a group are drawn from a normal
 * distribution whose variance is estimated (empirical Bayes): a dish seldom served rests on its family, and that on
 * the course. Days vary more than chance: a day's weight is that of its guests over 1 + (n − 1) rho (Williams, JRSS C
 * 31, 1982). Bounds and gaps are filled in by their expectation (EM; Dempster, Laird and Rubin, JRSS B 39, 1977).
 * Each sweep is one Newton step on the shared effects, then one on those of the sites.
 */
export function fitTakeUpEffects(training: Training, hooks: Hooks = {}): TakeUpFit {
  const fit = new Fit(training);
  const total = sweeps.learning + sweeps.settling;
  for (let i = 0; i < total; i++) {
    if (hooks.cancelled?.()) throw new Cancelled('The fit was cancelled');
    const moved = fit.sweep();
    if (i < sweeps.learning) fit.learnWidths();
    else if (moved < step.least) break;
    hooks.onProgress?.((i + 1) / total);
  }
  return fit.finish();
}

class Fit implements TakeUpFit {
  readonly training: Training;
  readonly coefficients: Float64Array;
  readonly variances: Record<EffectGroup, number>;
  readonly dishes: LocalEffects;
  readonly courses: LocalEffects;
  readonly dispersion: Dispersion;
  readonly counted: ReadonlySet<Course>;
  factor: CholeskyFactor;
  private readonly equations: NormalEquations;
  private readonly diners: Float64Array;
  /** Information about each dish at its site as the gathering before last left it. */
  private readonly known: Float64Array;
  /** By how much the score of a dish falls when its course rises by one logit, and which course that is. */
  private readonly shift: Float64Array;
  private readonly courseOfDish: Int32Array;
  private readonly rowWeight: Float64Array;
  private readonly rowTarget: Float64Array;
  /** Standardised errors of the counts; NaN where a count is missing or a bound. */
  private readonly errors: Float64Array;
  private readonly gradients: { readonly dishes: Gradient; readonly courses: Gradient };
  private readonly mean: MeanRow;

  constructor(training: Training) {
    const { effects, design, offers, dishesAtSite, coursesAtSite } = training;
    const rows = design.start.length - 1;
    this.training = training;
    this.coefficients = Float64Array.from(effects.groups, (group) => priorOf[group].mean);
    this.variances = Object.fromEntries(effectGroups.map((g) => [g, priorOf[g].sd ** 2])) as Record<
      EffectGroup,
      number
    >;
    this.dishes = localEffects(dishesAtSite, 0.3);
    this.courses = localEffects(coursesAtSite, 0.4);
    this.gradients = { dishes: gradient(dishesAtSite), courses: gradient(coursesAtSite) };
    this.dispersion = new Dispersion(offers);
    this.counted = new Set(offers.filter(({ diners }) => diners !== null).map(({ course }) => course));
    this.equations = new NormalEquations(effects.size);
    this.diners = Float64Array.from(offers, dinersOfOffers);
    this.known = new Float64Array(dishesAtSite.days.length);
    this.shift = new Float64Array(dishesAtSite.days.length);
    this.courseOfDish = new Int32Array(dishesAtSite.days.length);
    this.rowWeight = new Float64Array(rows);
    this.rowTarget = new Float64Array(rows);
    this.errors = new Float64Array(rows);
    this.mean = new MeanRow(effects.size);
    this.factor = { used: new Int32Array(0), lower: new Float64Array(0) };
  }

  /** Moves all effects once; answers the largest move, in logits. */
  sweep(): number {
    this.gather(true);
    const { effects } = this.training;
    const penalty = Float64Array.from(effects.groups, (group) => 1 / this.variances[group]);
    const distance = this.coefficients.map((b, c) => priorOf[effects.groups[c]].mean - b);
    this.factor = this.equations.factor(penalty);
    const move = this.equations.solve(penalty, distance, this.factor);
    const largest = move.reduce((most, m) => Math.max(most, Math.abs(m)), 0);
    const damped = Math.min(1, step.most / Math.max(1e-12, largest));
    move.forEach((m, c) => {
      this.coefficients[c] = this.coefficients[c] + damped * m;
    });
    this.gather(false);
    return Math.max(largest, this.moveSites());
  }

  /** Moves the effects of each site: on its courses, then on its dishes with the courses moved. */
  private moveSites(): number {
    const { dishes, courses } = this.gradients;
    const moves = moveLocal(this.courses, courses);
    this.courseOfDish.forEach((c, d) => {
      add(dishes.score, d, -this.shift[d] * moves[c]);
    });
    const largest = (all: Float64Array) => all.reduce((most, m) => Math.max(most, Math.abs(m)), 0);
    return Math.max(largest(moves), largest(moveLocal(this.dishes, dishes)));
  }

  /** Derivatives of the likelihood at the present effects: those of the sites, and if asked for those they share. */
  private gather(withShared: boolean): void {
    const { offers, design, first } = this.training;
    const { equations, rowWeight, rowTarget, gradients } = this;
    if (withShared) equations.clear();
    for (const { score, curvature } of Object.values(gradients)) {
      score.fill(0);
      curvature.fill(0);
    }
    this.known.set(this.dishes.information);
    this.dishes.information.fill(0);
    this.courses.information.fill(0);
    this.shift.fill(0);
    this.dispersion.clear();
    const scratch = new Scratch(offers);
    for (let o = 0; o < offers.length; o++) this.gatherOffer(o, scratch, withShared);
    if (withShared) equations.add(design, rowTarget, rowWeight, 0, first[offers.length]);
  }

  private gatherOffer(o: number, { utilities, p, expected }: Scratch, withShared: boolean): void {
    const { offers, first, weight, dishAtSite, courseAtSite } = this.training;
    const offer = offers[o];
    const from = first[o];
    const count = first[o + 1] - from;
    const n = this.diners[o];
    this.sharesOf(o, { utilities, p });
    const rho = this.dispersion.of(offer.course);
    const left = expectedCounts(offer, n, p, rho, expected);
    const w = weight[o] / (1 + (n - 1) * rho);
    let [score, taking] = [0, 0];
    for (let i = 0; i < count; i++) taking += p[i];
    const c = courseAtSite[o];
    for (let i = 0; i < count; i++) {
      const share = Math.max(1e-9, p[i]);
      const chance = n * share * Math.max(1e-9, 1 - share);
      const error = expected.mean[i] - n * share;
      // Of a single dish the curvature is exact; among several the diagonal alone would overshoot.
      const curvature = left * (count === 1 ? chance : n * share);
      this.rowWeight[from + i] = w * curvature;
      this.rowTarget[from + i] = error / curvature;
      const d = dishAtSite[from + i];
      add(this.gradients.dishes.score, d, w * error);
      add(this.gradients.dishes.curvature, d, w * curvature);
      score += error;
      if (offer.diners !== null) add(this.shift, d, w * left * n * share * Math.max(0, 1 - taking));
      this.courseOfDish[d] = c;
      this.errors[from + i] = Number.NaN;
      if (Number.isNaN(offer.rows[i]?.taken)) continue;
      add(this.dishes.information, d, w * left * chance);
      const own = this.leverage(d, w * left * chance);
      this.dispersion.add(offer.course, expected, i, own, numberAt(weight, o), 1 - left);
      if (offer.rows[i]?.soldOut === false)
        this.errors[from + i] = error / Math.sqrt(chance * (1 + (n - 1) * rho));
    }
    if (withShared && count > 1)
      this.mean.subtract(this.equations, this.training.design, from, count, p, w * left * n);
    if (offer.diners === null) return;
    const information = w * left * n * Math.min(1, taking) * Math.max(1e-9, 1 - taking);
    add(this.gradients.courses.score, c, w * score);
    add(this.gradients.courses.curvature, c, information);
    add(this.courses.information, c, information);
  }

  sharesOf(o: number, { utilities, p }: Pick<Scratch, 'utilities' | 'p'>): void {
    const { offers, first } = this.training;
    this.utilities(o, utilities);
    shares(utilities, numberAt(first, o + 1) - numberAt(first, o), offers[o]?.diners !== null, p);
  }

  private utilities(o: number, out: Float64Array): void {
    const { first, design, dishAtSite, courseAtSite } = this.training;
    const from = first[o];
    const ofCourse = this.courses.value[courseAtSite[o]];
    for (let r = from; r < first[o + 1]; r++) {
      const own = this.dishes.value[dishAtSite[r]];
      out[r - from] = applyRow(design, r, this.coefficients) + ofCourse + own;
    }
  }

  /** Share of a count by which its own fitted value follows it. */
  private leverage(dish: number, information: number): number {
    const all = this.known[dish];
    return Math.min(0.9, information / Math.max(information, all + 1 / this.dishes.variance));
  }

  /** Variances of the groups from their effects and what is not known of them, and the overdispersion. */
  learnWidths(): void {
    const { effects } = this.training;
    const sums = new Map<EffectGroup, { sum: number; count: number }>();
    const uncertain = inverseDiagonal(this.factor);
    this.factor.used.forEach((c, i) => {
      const group = effects.groups[c];
      const own = sums.get(group) ?? { sum: 0, count: 0 };
      own.sum += (this.coefficients[c] - priorOf[group].mean) ** 2 + uncertain[i];
      own.count++;
      sums.set(group, own);
    });
    for (const [group, { sum, count }] of sums) {
      this.variances[group] = (widthWeight * priorOf[group].sd ** 2 + sum) / (widthWeight + count);
    }
    learnVariance(this.dishes, 0.3);
    learnVariance(this.courses, 0.4);
    this.dispersion.learn();
  }

  finish(): TakeUpFit {
    this.gather(false);
    this.dispersion.learnTogether(this.training, this.errors);
    return this;
  }
}

const add = (to: Float64Array, at: number, value: number) => {
  to[at] = to[at] + value;
};

interface Gradient {
  readonly score: Float64Array;
  readonly curvature: Float64Array;
}

const gradient = ({ days }: LocalIndex): Gradient => ({
  score: new Float64Array(days.length),
  curvature: new Float64Array(days.length),
});

const localEffects = ({ days }: LocalIndex, sd: number): LocalEffects => ({
  value: new Float64Array(days.length),
  information: new Float64Array(days.length),
  variance: sd ** 2,
});

/** One Newton step for each effect by itself, with its shrinkage towards 0; answers the moves. */
function moveLocal({ value, variance }: LocalEffects, { score, curvature }: Gradient): Float64Array {
  const moves = new Float64Array(value.length);
  for (let i = 0; i < value.length; i++) {
    const b = value[i];
    const move = (score[i] - b / variance) / (curvature[i] + 1 / variance);
    moves[i] = Math.max(-step.most, Math.min(step.most, move));
    value[i] = b + moves[i];
  }
  return moves;
}

function learnVariance(effects: LocalEffects, sd: number): void {
  const { value, information, variance } = effects;
  let sum = widthWeight * sd ** 2;
  for (let i = 0; i < value.length; i++) {
    sum += value[i] ** 2 + 1 / (information[i] + 1 / variance);
  }
  effects.variance = sum / (widthWeight + value.length);
}
