import type { FittedErrors, FittedUnrest } from '../domain/fitted.ts';
import type { Inputs } from '../features/inputs.ts';
import { ascending } from '../numerics/ascending.ts';
import {
  deviationOfShape,
  type ErrorDistribution,
  errorAt,
  locationScale,
  noPriorQuantiles,
  type PriorQuantiles,
  quantilesWithPrior,
  type StandardisedQuantiles,
} from '../numerics/distribution.ts';
import { NormalEquations } from '../numerics/normal-equations.ts';
import { learnCorrelation, PooledShapes } from './pooled-errors.ts';
import {
  type Conditions,
  conditionsOf,
  difficultyKinds,
  endOfYear,
  type TrainingRows,
  yearEdges,
  yearEnds,
} from './training-rows.ts';
import { followUnrest } from './unrest.ts';

/** Upper bounds of the size classes, in meals of the recent level. */
export const sizeBounds = [60, 110, 170, 260] as const;

export function sizeClass(level: number): number {
  let c = 0;
  while (c < sizeBounds.length && level >= sizeBounds[c]) c++;
  return c;
}

export interface ErrorModel {
  scale(c: Conditions): number;
  shape(c: Conditions): StandardisedQuantiles;
  /** Standard deviation of an error over its scale, in the mean of the size classes. */
  readonly unit: number;
  /** Shapes of summed errors over their pooled scale, and the correlation that scale assumes. */
  readonly pooled: PooledShapes;
  readonly correlation: number;
  /** The same as plain numbers. */
  readonly fitted: FittedErrors;
}

const noEdges: readonly number[] = Array.from({ length: yearEdges }, () => 0);

/** The error model that some numbers stand for. */
export function errorModel(fitted: FittedErrors): ErrorModel {
  const coefficients = Float64Array.from([...fitted.scale, ...(fitted.edges ?? noEdges)]);
  const shapes = fitted.shapes.map((shape) => Float64Array.from(shape));
  const edgeShapes = fitted.edgeShapes?.map((sizes) => sizes.map((shape) => Float64Array.from(shape)));
  return {
    scale: (c) => c.doubt * c.unrest * Math.exp(dotConditions(coefficients, c)),
    shape: (c) => {
      const size = sizeClass(c.level);
      return (c.edge === undefined ? undefined : edgeShapes?.[endOfYear(c.edge)][size]) ?? shapes[size];
    },
    unit: shapes.reduce((sum, shape) => sum + deviationOfShape(shape), 0) / shapes.length,
    pooled: new PooledShapes(fitted.pooled.map((shape) => Float64Array.from(shape))),
    correlation: fitted.correlation,
    fitted,
  };
}

/** The distribution of a regression's forecast. */
export function distributionOf(centre: number, inputs: Inputs, errors: ErrorModel): ErrorDistribution {
  const conditions = conditionsOf(inputs);
  return locationScale(centre, errors.scale(conditions), errors.shape(conditions));
}

/** Days after which an error counts half. */
const halfLife = 400;
/** Weight that errors of other size classes lend, so that a class with few days still has a shape. */
const borrowed = 0.05;
/** Columns of the regression of the log scale, those of the edges of a school year left out. */
export const scaleColumns = 3 + difficultyKinds + 12;

/** Errors known beforehand, and as many of the town's own they stand for. */
export interface PriorErrors {
  readonly errors: FittedErrors;
  readonly count: number;
  /** The same of what they say of kinds of days and months. */
  readonly ofCalendar: number;
}
/** Errors that the usual width counts for at the edges of a school year: all sites have them on the same few days. */
const edgeErrors = 10;
/** Errors that the usual shape counts for there: the same days again. */
const edgeShapeErrors = 100;
/** Squares of what the columns of a row hold where they are used, and how many that are. */
const typicalSquares = Float64Array.from({ length: scaleColumns + yearEdges }, (_, c) =>
  c === 1 ? 20 : c === 2 ? 7 : 1,
);
const columnsPerRow = 5;
/** One more on the edges of a school year. */
const mostPerRow = columnsPerRow + 1;
/** The first columns are those of the site: constant, level and spread. */
const ofSite = 3;

/**
 * Learns how wide errors are: a log-linear scale over the conditions, how restless each site was before each row, then
 * quantiles per size class. What is `known` counts as so many errors more.
 */
export function fitErrors(
  rows: TrainingRows,
  from: number,
  errors: Float64Array,
  origin: number,
  lead: number,
  known?: PriorErrors,
): { readonly model: ErrorModel; readonly unrest: FittedUnrest } {
  const n = errors.length;
  const weight = new Float64Array(n);
  for (let i = 0; i < n; i++)
    weight[i] = rows.trust[from + i] * 0.5 ** ((origin - rows.day[from + i]) / halfLife);
  const coefficients = fitScale(rows, from, errors, weight, known);
  const scales = new Float64Array(n);
  const z = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    scales[i] = rows.doubt[from + i] * Math.exp(dotConditions(coefficients, rows.conditions(from + i)));
    z[i] = errors[i] / scales[i];
  }
  const shapesOf = () => {
    const order = ascending(z);
    return [...sizeBounds, 0].map((_, size) => {
      const own = weight.map((w, i) => (sizeClass(rows.level[from + i]) === size ? w : w * borrowed));
      return quantilesWithPrior(
        z,
        own,
        knownShape(known, ({ shapes: all }) => all[size]),
        order,
      );
    });
  };
  const days = rows.day.subarray(from, from + n);
  const calm = shapesOf().map(deviationOfShape);
  const standardised = z.map((error, i) => error / (calm[sizeClass(rows.level[from + i])] || 1));
  const { ofRows, sites } = followUnrest(rows.site.subarray(from, from + n), days, standardised, lead);
  ofRows.forEach((unrest, i) => {
    scales[i] *= unrest;
    z[i] /= unrest;
  });
  const shapes = shapesOf();
  const edgeShapes = shapesOfEdges(rows.edge.subarray(from, from + n), z, weight, shapes);
  const own = learnCorrelation(days, z, weight);
  const correlation = known ? (n * own + known.count * known.errors.correlation) / (n + known.count) : own;
  const pooled = PooledShapes.fit(
    days,
    errors,
    scales,
    weight,
    correlation,
    known?.errors.pooled.map((_, i) => knownShape(known, ({ pooled: all }) => all[i])),
  );
  const model = errorModel({
    scale: [...coefficients.subarray(0, scaleColumns)],
    edges: [...coefficients.subarray(scaleColumns)],
    shapes: shapes.map((shape) => [...shape]),
    edgeShapes: edgeShapes.map((sizes) => sizes.map((shape) => [...shape])),
    pooled: pooled.shapes.map((shape) => [...shape]),
    correlation,
  });
  return { model, unrest: { until: origin, sites } };
}

/**
 * Errors at the edges of a school year lean to one side (children stay away in its last days, and more come than last
 * year's in its first), so their quantiles are their own: those of all sites on such days, drawn towards the shape of
 * each size class, around the median of that class. The median itself is the regression's.
 */
function shapesOfEdges(
  edge: Uint8Array,
  z: Float64Array,
  weight: Float64Array,
  shapes: readonly StandardisedQuantiles[],
): StandardisedQuantiles[][] {
  return Array.from({ length: yearEnds }, (_, end) => {
    const on = [...edge.keys()].filter((i) => edge[i] < yearEdges && endOfYear(edge[i]) === end);
    if (on.length === 0) return [...shapes];
    const errors = on.map((i) => z[i]);
    const weights = on.map((i) => weight[i]);
    return shapes.map((shape) => {
      const own = quantilesWithPrior(errors, weights, { shape, weight: edgeShapeErrors });
      const apart = errorAt(shape, 0.5) - errorAt(own, 0.5);
      return own.map((error) => error + apart);
    });
  });
}

const knownShape = (
  known: PriorErrors | undefined,
  of: (errors: FittedErrors) => readonly number[],
): PriorQuantiles =>
  known === undefined ? noPriorQuantiles : { shape: of(known.errors), weight: known.count };

function writeConditions(c: Conditions, put: (column: number, value: number) => void): void {
  put(0, 1);
  put(1, Math.log(c.level + 2));
  put(2, Math.log(c.spread));
  put(3 + c.hard, 1);
  put(3 + difficultyKinds + c.month, 1);
  if (c.edge !== undefined) put(scaleColumns + c.edge, 1);
}

function dotConditions(b: Float64Array, c: Conditions): number {
  let sum = 0;
  writeConditions(c, (i, v) => {
    sum += b[i] * v;
  });
  return sum;
}

/** Regresses the log of the absolute error on the conditions. */
function fitScale(
  rows: TrainingRows,
  from: number,
  errors: Float64Array,
  weight: Float64Array,
  known?: PriorErrors,
) {
  const n = errors.length;
  const start = new Int32Array(n + 1);
  const column = new Uint16Array(n * mostPerRow);
  const value = new Float32Array(n * mostPerRow);
  let at = 0;
  for (let i = 0; i < n; i++) {
    writeConditions(rows.conditions(from + i), (c, v) => {
      column[at] = c;
      value[at++] = v;
    });
    start[i + 1] = at;
  }
  const target = errors.map((e, i) => Math.log((Math.abs(e) + 0.3) / rows.doubt[from + i]));
  const equations = new NormalEquations(scaleColumns + yearEdges);
  equations.add({ start, column, value }, target, weight, 0, n);
  if (known === undefined) {
    const penalty = new Float64Array(scaleColumns + yearEdges).fill(edgeErrors).fill(1, 0, scaleColumns);
    return equations.solve(penalty);
  }
  // Moved together, the columns of a row then resist as one error more per error known.
  const penalty = typicalSquares.map((square, c) =>
    c < ofSite
      ? columnsPerRow * known.count * square
      : Math.max(c < scaleColumns ? 1 : edgeErrors, columnsPerRow * known.ofCalendar),
  );
  return equations.solve(
    penalty,
    Float64Array.from([...known.errors.scale, ...(known.errors.edges ?? noEdges)]),
  );
}
