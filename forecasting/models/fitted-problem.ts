import type {
  FittedErrors,
  FittedLead,
  FittedStrike,
  FittedUnrest,
  SiteFloor,
  SiteUnrest,
} from '../domain/fitted.ts';
import { deviationOfShape, probabilities } from '../numerics/distribution.ts';
import { scaleColumns, sizeBounds } from './error-model.ts';
import { floorRules } from './naive-floor.ts';
import { groupSizes } from './pooled-errors.ts';
import { yearEdges, yearEnds } from './training-rows.ts';
import { stateCount } from './unrest.ts';

type Unknown<T> = { readonly [K in keyof T]?: unknown };

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const areNumbers = (values: unknown, length?: number): values is readonly number[] =>
  Array.isArray(values) && (length === undefined || values.length === length) && values.every(isNumber);
const within = (value: unknown, least: number, most: number) =>
  isNumber(value) && value >= least && value <= most;
const arePairs = (pairs: unknown, isKey: (key: unknown) => boolean): boolean =>
  Array.isArray(pairs) &&
  pairs.every((pair) => Array.isArray(pair) && pair.length === 2 && isKey(pair[0]) && isNumber(pair[1]));

/** Quantiles at `probabilities`, in order. */
const isShape = (values: unknown): values is readonly number[] =>
  areNumbers(values, probabilities.length) && values.every((value, i) => i === 0 || value >= values[i - 1]);
const areShapes = (shapes: unknown, count: number): shapes is readonly (readonly number[])[] =>
  Array.isArray(shapes) && shapes.length === count && shapes.every(isShape);

const areEdgeShapes = (ends: unknown) =>
  Array.isArray(ends) &&
  ends.length === yearEnds &&
  ends.every((sizes) => areShapes(sizes, sizeBounds.length + 1));

/** Errors of some days have a width; all of none, or nothing learned, is no error model. */
const hasWidth = (shape: readonly number[]) => deviationOfShape(Float64Array.from(shape)) > 0;

/**
 * What is wrong with an error model, by the name of the field; `null`: nothing. `mayBeZero`: the errors of one canteen
 * whose every day was alike are all 0; those of several towns never are.
 */
export function errorsProblem(errors: Unknown<FittedErrors>, mayBeZero: boolean): string | null {
  const { scale, edges, edgeShapes, shapes, pooled, correlation } = errors;
  if (!areNumbers(scale, scaleColumns) || scale.every((value) => value === 0)) return 'scale';
  if (edges !== undefined && !areNumbers(edges, yearEdges)) return 'edges';
  if (!areShapes(shapes, sizeBounds.length + 1)) return 'shapes';
  if (edgeShapes !== undefined && !areEdgeShapes(edgeShapes)) return 'edgeShapes';
  if (!areShapes(pooled, groupSizes.length)) return 'pooled';
  if (!mayBeZero && !shapes.every(hasWidth)) return 'shapes';
  if (!mayBeZero && !pooled.every(hasWidth)) return 'pooled';
  return within(correlation, -1, 1) ? null : 'correlation';
}

/** A chance of each state, one of them at least not 0. */
const isBelief = (values: unknown) =>
  areNumbers(values, stateCount) && values.every((p) => p >= 0) && values.some((p) => p > 0);

const areErrors = (values: unknown) =>
  Array.isArray(values) && values.length === 8 && values.every((value) => value === null || isNumber(value));

function unrestProblem({ until, sites }: Unknown<FittedUnrest>): string | null {
  const isOwn = (own: unknown) => {
    if (!Array.isArray(own) || own.length !== 2 || !isNumber(own[0])) return false;
    const { belief, onWeekday } = (own[1] ?? {}) as Unknown<SiteUnrest>;
    return isBelief(belief) && areErrors(onWeekday);
  };
  return isNumber(until) && Array.isArray(sites) && sites.every(isOwn) ? null : 'unrest';
}

function floorProblem(floor: unknown): string | null {
  const isSum = (sums: unknown) => areNumbers(sums, 3);
  const isOwn = (own: unknown) => {
    if (!Array.isArray(own) || own.length !== 2 || !isNumber(own[0])) return false;
    const { weight, squares, regression, rules, carried } = (own[1] ?? {}) as Unknown<SiteFloor>;
    const areRules = Array.isArray(rules) && rules.length === floorRules.length && rules.every(isSum);
    return (
      areNumbers([weight, squares, regression]) && areRules && within(carried, -1, floorRules.length - 1)
    );
  };
  return Array.isArray(floor) && floor.every(isOwn) ? null : 'floor';
}

function strikeProblem({ town, sites, mixture, spread, shape }: Unknown<FittedStrike>): string | null {
  if (!isNumber(town) || !arePairs(sites, isNumber)) return 'strike';
  if (!within(spread, Number.MIN_VALUE, 100) || !isShape(shape)) return 'strike';
  const { shares } = (mixture ?? {}) as Unknown<FittedStrike['mixture']>;
  return isShape(shares) ? null : 'strike';
}

/**
 * What is wrong with a regression that was kept, by the name of the field; `null`: nothing. JSON writes a number that
 * is not finite as null: a model that holds one would forecast ranges of no width.
 */
export function fittedProblem(found: unknown): string | null {
  if (typeof found !== 'object' || found === null) return 'model';
  const {
    coefficients,
    means,
    firstDays,
    errors,
    unrest,
    floor = [],
    strike,
    misfit,
  } = found as Unknown<FittedLead>;
  if (!areNumbers(coefficients)) return 'coefficients';
  if (!arePairs(means, (term) => typeof term === 'string')) return 'means';
  if (firstDays !== undefined && !arePairs(firstDays, isNumber)) return 'firstDays';
  if (misfit !== undefined && !within(misfit, 0, 1e6)) return 'misfit';
  return (
    errorsProblem((errors ?? {}) as Unknown<FittedErrors>, true) ??
    unrestProblem((unrest ?? {}) as Unknown<FittedUnrest>) ??
    floorProblem(floor) ??
    strikeProblem((strike ?? {}) as Unknown<FittedStrike>)
  );
}
