import type { LibraryLead } from '../domain/library.ts';
import { massAt } from '../numerics/distribution.ts';
import { errorModel } from './error-model.ts';
import type { LeadModel } from './lead-model.ts';

/** Different days of own records before anything is said of the fit, and the last rows that it is measured on. */
const fewestDays = 10;
const lastRows = 80;
/** An error beyond so many times the usual size says no more: a slip is no other kind of canteen. */
const held = 6;
/** Errors up to so many times as large as the library expects are those of one more canteen. */
export const fits = 1.5;

/**
 * How many times as large as a library expects are the errors that its own effects make of the last records: mean of
 * |error| ÷ expected |error|. 1 where there are too few days to say.
 */
export function libraryMisfit(lead: LeadModel, prior: Float64Array, known: LibraryLead): number {
  const { rows } = lead;
  const from = Math.max(0, rows.length - lastRows);
  if (new Set(rows.day.subarray(from, rows.length)).size < fewestDays) return 1;
  const model = errorModel(known.errors);
  let sum = 0;
  for (let r = from; r < rows.length; r++) {
    const conditions = rows.conditions(r);
    const size = model.shape(conditions).reduce((mean, q, i) => mean + massAt(i) * Math.abs(q), 0);
    const error = Math.abs(rows.served[r] - lead.fitted(r, prior));
    sum += Math.min(held, error / (model.scale(conditions) * size));
  }
  return sum / (rows.length - from);
}

/** The part of its weight that a library keeps where its errors are that many times too large: no step at `fits`. */
export const weightOfFit = (misfit: number): number => Math.min(1, (fits / misfit) ** 3);
