import type { Inputs } from '../features/inputs.ts';
import { type ErrorShape, type ScaledDistribution, scaled, shapeOf } from '../forecasts/distribution.ts';
import { NormalEquations } from './normal-equations.ts';

/** Upper bounds of the size classes, in meals of the recent level. */
export const sizeBounds = [60, 110, 170, 260] as const;

export function sizeClass(level: number): number {
  let c = 0;
  while (c < sizeBounds.length && level >= (sizeBounds[c] as number)) c++;
  return c;
}

/** What the width of a forecast depends on. */
export interface Conditions {
  readonly level: number;
  readonly spread: number;
  readonly hard: number;
  readonly month: number;
}

export function conditionsOf(x: Inputs): Conditions {
  const edge = x.sinceBreak === 0 || x.toBreak === 0;
  const near = x.sinceBreak <= 2 || x.toBreak <= 2 || x.afterPublicHoliday || x.beforePublicHoliday;
  return { level: x.level, spread: x.spread, hard: x.strike ? 3 : edge ? 2 : near ? 1 : 0, month: x.month };
}

export interface ErrorModel {
  scale(c: Conditions): number;
  shape(c: Conditions): ErrorShape;
  /** Quantiles of a day's summed error over its pooled scale, and the correlation that scale assumes. */
  readonly pooledShape: ErrorShape;
  readonly correlation: number;
}

/** The distribution of a regression's forecast. */
export function distributionOf(mean: number, inputs: Inputs, errors: ErrorModel): ScaledDistribution {
  const conditions = conditionsOf(inputs);
  return scaled(mean, errors.scale(conditions), errors.shape(conditions));
}

const columns = 1 + 2 + 4 + 12;
const halfLife = 250;

/** One past error: what the conditions were, when, and by how many meals the forecast missed. */
export interface PastError {
  readonly conditions: Conditions;
  readonly day: number;
  readonly error: number;
}

/** Learns how wide errors are from past ones: a log-linear scale, then quantiles per size class. */
export function fitErrors(errors: readonly PastError[], origin: number): ErrorModel {
  const weight = Float64Array.from(errors, (e) => 0.5 ** ((origin - e.day) / halfLife));
  const scaleBy = fitScale(errors, weight);
  const scale = (c: Conditions) => Math.exp(dotConditions(scaleBy, c));
  const z = Float64Array.from(errors, (e) => e.error / scale(e.conditions));
  const shapes = [...sizeBounds, 0].map((_, size) => classShape(errors, z, weight, size));
  const correlation = dayCorrelation(errors, z, weight);
  return {
    scale,
    shape: (c) => shapes[sizeClass(c.level)] as ErrorShape,
    pooledShape: pooled(errors, scale, weight, correlation),
    correlation,
  };
}

function classShape(errors: readonly PastError[], z: Float64Array, weight: Float64Array, size: number) {
  // Other classes lend a little weight, so that a class with few days still has a shape.
  const w = weight.map((v, i) => v * (sizeClass(errors[i]?.conditions.level ?? 0) === size ? 1 : 0.02));
  return shapeOf(z, w);
}

function writeConditions(c: Conditions, put: (column: number, value: number) => void): void {
  put(0, 1);
  put(1, Math.log(c.level + 2));
  put(2, Math.log(c.spread));
  put(3 + c.hard, 1);
  put(7 + c.month, 1);
}

function dotConditions(b: Float64Array, c: Conditions): number {
  let sum = 0;
  writeConditions(c, (i, v) => {
    sum += (b[i] as number) * v;
  });
  return sum;
}

function fitScale(errors: readonly PastError[], weight: Float64Array): Float64Array {
  const start = new Int32Array(errors.length + 1);
  const column = new Uint16Array(errors.length * 5);
  const value = new Float32Array(errors.length * 5);
  let at = 0;
  errors.forEach((e, i) => {
    writeConditions(e.conditions, (c, v) => {
      column[at] = c;
      value[at++] = v;
    });
    start[i + 1] = at;
  });
  const target = Float64Array.from(errors, (e) => Math.log(Math.abs(e.error) + 0.3));
  const equations = new NormalEquations(columns);
  equations.add({ start, column, value }, target, weight, 0, errors.length);
  return equations.solve(new Float64Array(columns).fill(1));
}

/** Groups of indices of errors that share a day; the errors must be sorted by day. */
function byDay(errors: readonly PastError[]): Map<number, number[]> {
  const days = new Map<number, number[]>();
  errors.forEach((e, i) => {
    const list = days.get(e.day);
    if (list === undefined) days.set(e.day, [i]);
    else list.push(i);
  });
  return days;
}

/** Mean correlation of the standardised errors of two sites on one day. */
function dayCorrelation(errors: readonly PastError[], z: Float64Array, weight: Float64Array): number {
  let cross = 0;
  let pairs = 0;
  let squares = 0;
  let count = 0;
  const held = z.map((v) => Math.max(-8, Math.min(8, v)));
  for (const list of byDay(errors).values()) {
    const w = weight[list[0] ?? 0] ?? 0;
    let sum = 0;
    let own = 0;
    for (const i of list) {
      sum += held[i] as number;
      own += (held[i] as number) ** 2;
    }
    cross += w * (sum * sum - own);
    pairs += w * list.length * (list.length - 1);
    squares += w * own;
    count += w * list.length;
  }
  if (pairs === 0 || squares === 0) return 0;
  return Math.max(0, Math.min(1, cross / pairs / (squares / count)));
}

/** Scale of the sum of errors with the given scales, when any two are equally correlated. */
export function pooledScale(scales: readonly number[], correlation: number): number {
  let sum = 0;
  let squares = 0;
  for (const s of scales) {
    sum += s;
    squares += s * s;
  }
  return Math.sqrt(squares + correlation * (sum * sum - squares));
}

function pooled(
  errors: readonly PastError[],
  scale: (c: Conditions) => number,
  weight: Float64Array,
  correlation: number,
): ErrorShape {
  const sums: number[] = [];
  const weights: number[] = [];
  for (const list of byDay(errors).values()) {
    const scales = list.map((i) => scale((errors[i] as PastError).conditions));
    const sum = list.reduce((s, i) => s + (errors[i] as PastError).error, 0);
    sums.push(sum / pooledScale(scales, correlation));
    weights.push(weight[list[0] ?? 0] ?? 0);
  }
  return shapeOf(Float64Array.from(sums), Float64Array.from(weights));
}
