import { type Factor, NormalEquations, type SparseRows } from '../models/normal-equations.ts';
import type { Course } from '../records.ts';
import { Cancelled, type Hooks } from '../types.ts';
import { type EffectGroup, effectGroups, priorOf } from './columns.ts';
import { Dispersion } from './dispersion.ts';
import { type Expected, expectedCounts } from './expected.ts';
import type { Offer } from './offers.ts';
import { applyRow, type LocalIndex, type Training } from './training.ts';

// Bound once: inside a test runner's sandbox each look-up of a global costs more than the arithmetic.
const { abs, exp, max, min } = Math;

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
  readonly factor: Factor;
  readonly dispersion: Dispersion;
  /** Courses of which it is known how many guests took nothing. */
  readonly counted: ReadonlySet<Course>;
}

/** Shares of the dishes of an offer from their utilities; `none` has utility 0 where it is one of the choices. */
export function shares(utilities: Float64Array, count: number, withNone: boolean, out: Float64Array): void {
  let highest = withNone ? 0 : Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) highest = max(highest, utilities[i] as number);
  let total = withNone ? exp(-highest) : 0;
  for (let i = 0; i < count; i++) {
    out[i] = exp((utilities[i] as number) - highest);
    total += out[i] as number;
  }
  for (let i = 0; i < count; i++) out[i] = (out[i] as number) / total;
}

/** Guests of an offer: those who were there, or where nobody counted them those who took something. */
export const guestsOf = ({ guests, rows }: Offer): number =>
  guests ?? rows.reduce((sum, { taken }) => sum + (Number.isNaN(taken) ? 0 : taken), 0);

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
  factor: Factor;
  private readonly equations: NormalEquations;
  private readonly guests: Float64Array;
  /** Information about each dish at its site as the gathering before last left it. */
  private readonly known: Float64Array;
  private readonly rowWeight: Float64Array;
  private readonly rowTarget: Float64Array;
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
    this.counted = new Set(offers.filter(({ guests }) => guests !== null).map(({ course }) => course));
    this.equations = new NormalEquations(effects.size);
    this.guests = Float64Array.from(offers, guestsOf);
    this.known = new Float64Array(dishesAtSite.days.length);
    this.rowWeight = new Float64Array(rows);
    this.rowTarget = new Float64Array(rows);
    this.mean = new MeanRow(effects.size);
    this.factor = { used: new Int32Array(0), lower: new Float64Array(0) };
  }

  /** Moves all effects once; answers the largest move, in logits. */
  sweep(): number {
    this.gather();
    const { effects } = this.training;
    const penalty = Float64Array.from(effects.groups, (group) => 1 / this.variances[group]);
    const distance = this.coefficients.map((b, c) => priorOf[effects.groups[c] as EffectGroup].mean - b);
    const move = this.equations.solve(penalty, distance);
    this.factor = this.equations.factor(penalty);
    let largest = move.reduce((most, m) => max(most, abs(m)), 0);
    const damped = min(1, step.most / max(1e-12, largest));
    move.forEach((m, c) => {
      this.coefficients[c] = (this.coefficients[c] as number) + damped * m;
    });
    this.gather();
    for (const kind of ['dishes', 'courses'] as const) {
      largest = max(largest, moveLocal(this[kind], this.gradients[kind]));
    }
    return largest;
  }

  /** First and second derivatives of the likelihood at the present effects. */
  private gather(): void {
    const { offers, design, first } = this.training;
    const { equations, rowWeight, rowTarget, gradients } = this;
    equations.clear();
    for (const { score, curvature } of Object.values(gradients)) {
      score.fill(0);
      curvature.fill(0);
    }
    this.known.set(this.dishes.information);
    this.dishes.information.fill(0);
    this.courses.information.fill(0);
    this.dispersion.clear();
    const scratch = new Scratch(offers);
    for (let o = 0; o < offers.length; o++) this.gatherOffer(o, scratch);
    equations.add(design, rowTarget, rowWeight, 0, first[offers.length] as number);
  }

  private gatherOffer(o: number, { utilities, p, expected }: Scratch): void {
    const { offers, first, weight, dishAtSite, courseAtSite } = this.training;
    const offer = offers[o] as Offer;
    const from = first[o] as number;
    const count = (first[o + 1] as number) - from;
    const n = this.guests[o] as number;
    this.utilities(o, utilities);
    shares(utilities, count, offer.guests !== null, p);
    const rho = this.dispersion.of(offer.course);
    const left = expectedCounts(offer, n, p, rho, expected);
    const w = (weight[o] as number) / (1 + (n - 1) * rho);
    let [score, taking] = [0, 0];
    for (let i = 0; i < count; i++) {
      const share = max(1e-9, p[i] as number);
      const chance = n * share * max(1e-9, 1 - share);
      const error = (expected.mean[i] as number) - n * share;
      // Of a single dish the curvature is exact; among several the diagonal alone would overshoot.
      const curvature = left * (count === 1 ? chance : n * share);
      this.rowWeight[from + i] = w * curvature;
      this.rowTarget[from + i] = error / curvature;
      const d = dishAtSite[from + i] as number;
      add(this.gradients.dishes.score, d, w * error);
      add(this.gradients.dishes.curvature, d, w * curvature);
      score += error;
      taking += share;
      if (Number.isNaN(offer.rows[i]?.taken)) continue;
      add(this.dishes.information, d, w * left * chance);
      const squared = error ** 2 + (expected.variance[i] as number);
      const own = this.leverage(d, w * left * chance);
      this.dispersion.add(offer, n, squared, chance, own, weight[o] as number);
    }
    if (count > 1) this.mean.subtract(this.equations, this.training.design, from, count, p, w * left * n);
    if (offer.guests === null) return;
    const c = courseAtSite[o] as number;
    const information = w * left * n * min(1, taking) * max(1e-9, 1 - taking);
    add(this.gradients.courses.score, c, w * score);
    add(this.gradients.courses.curvature, c, information);
    add(this.courses.information, c, information);
  }

  private utilities(o: number, out: Float64Array): void {
    const { first, design, dishAtSite, courseAtSite } = this.training;
    const from = first[o] as number;
    const ofCourse = this.courses.value[courseAtSite[o] as number] as number;
    for (let r = from; r < (first[o + 1] as number); r++) {
      const own = this.dishes.value[dishAtSite[r] as number] as number;
      out[r - from] = applyRow(design, r, this.coefficients) + ofCourse + own;
    }
  }

  /** Share of a count by which its own fitted value follows it. */
  private leverage(dish: number, information: number): number {
    const all = this.known[dish] as number;
    return min(0.9, information / max(information, all + 1 / this.dishes.variance));
  }

  /** Variances of the groups from their effects and what is not known of them, and the overdispersion. */
  learnWidths(): void {
    const { effects } = this.training;
    const sums = new Map<EffectGroup, { sum: number; count: number }>();
    const uncertain = inverseDiagonal(this.factor);
    this.factor.used.forEach((c, i) => {
      const group = effects.groups[c] as EffectGroup;
      const own = sums.get(group) ?? { sum: 0, count: 0 };
      own.sum += ((this.coefficients[c] as number) - priorOf[group].mean) ** 2 + (uncertain[i] as number);
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
    this.gather();
    return this;
  }
}

const add = (to: Float64Array, at: number, value: number) => {
  to[at] = (to[at] as number) + value;
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

/** One Newton step for each effect by itself, with its shrinkage towards 0. */
function moveLocal({ value, variance }: LocalEffects, { score, curvature }: Gradient): number {
  let largest = 0;
  for (let i = 0; i < value.length; i++) {
    const b = value[i] as number;
    const move = ((score[i] as number) - b / variance) / ((curvature[i] as number) + 1 / variance);
    const held = max(-step.most, min(step.most, move));
    value[i] = b + held;
    largest = max(largest, abs(held));
  }
  return largest;
}

function learnVariance(effects: LocalEffects, sd: number): void {
  const { value, information, variance } = effects;
  let sum = widthWeight * sd ** 2;
  for (let i = 0; i < value.length; i++) {
    sum += (value[i] as number) ** 2 + 1 / ((information[i] as number) + 1 / variance);
  }
  effects.variance = sum / (widthWeight + value.length);
}

/** Room for the dishes of the largest offer. */
class Scratch {
  readonly utilities: Float64Array;
  readonly p: Float64Array;
  readonly expected: Expected;

  constructor(offers: readonly Offer[]) {
    const most = offers.reduce((size, { rows }) => max(size, rows.length), 1);
    this.utilities = new Float64Array(most);
    this.p = new Float64Array(most);
    this.expected = { mean: new Float64Array(most), variance: new Float64Array(most) };
  }
}

/** The curvature of competing shares is Σ p x xᵀ − x̄ x̄ᵀ; this takes away the second term. */
class MeanRow {
  private readonly sums: Float64Array;

  constructor(size: number) {
    this.sums = new Float64Array(size);
  }

  subtract(
    equations: NormalEquations,
    { start, column, value }: SparseRows,
    from: number,
    count: number,
    p: Float64Array,
    weight: number,
  ): void {
    const columns = new Set<number>();
    for (let i = 0; i < count; i++) {
      for (let k = start[from + i] as number; k < (start[from + i + 1] as number); k++) {
        const c = column[k] as number;
        add(this.sums, c, (p[i] as number) * (value[k] as number));
        columns.add(c);
      }
    }
    const sorted = Uint16Array.from(columns).sort();
    const row: SparseRows = {
      start: Int32Array.of(0, sorted.length),
      column: sorted,
      value: Float32Array.from(sorted, (c) => this.sums[c] as number),
    };
    equations.add(row, zero, Float64Array.of(-weight), 0, 1);
    for (const c of sorted) this.sums[c] = 0;
  }
}

const zero = new Float64Array(1);

/** Diagonal of the inverse of the matrix with this factor. */
export function inverseDiagonal({ used, lower }: Factor): Float64Array {
  const n = used.length;
  const diagonal = new Float64Array(n);
  const column = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    // Column j of the inverse of the factor: zero above j.
    for (let i = j; i < n; i++) {
      let s = i === j ? 1 : 0;
      for (let k = j; k < i; k++) s -= (lower[i * n + k] as number) * (column[k] as number);
      column[i] = s / (lower[i * n + i] as number);
      diagonal[j] = (diagonal[j] as number) + (column[i] as number) ** 2;
    }
  }
  return diagonal;
}
