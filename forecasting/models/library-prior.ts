import type { FittedErrors } from '../domain/fitted.ts';
import type { Library, LibraryLead } from '../domain/library.ts';
import type { Schema } from '../features/schema.ts';
import { nearestOf } from './leads.ts';
import { ordinaryErrors } from './ordinary-errors.ts';

/** What a library says for the lead nearest to one. */
export function leadOf({ leads }: Library, lead: number): LibraryLead {
  const nearest = nearestOf(
    leads.map((known) => known.lead),
    lead,
  );
  return leads.find((known) => known.lead === nearest) as LibraryLead;
}

/** Every word that a library knows, in one order. */
export function wordsIn({ leads }: Library): readonly string[] {
  return [...new Set(leads.flatMap(({ words }) => Object.keys(words)))].sort();
}

/**
 * The columns with a library's effects in the place of zero: ridge regression shrinks each coefficient towards them,
 * which is the posterior mode when effects differ between towns as a normal distribution around those of the library
 * (Hoerl and Kennard, Technometrics 12, 1970; Lindley and Smith, JRSS B 34, 1972). Without own days the fit is the
 * library; own days weigh against it as they did against zero, with the same penalty, so that with many of them
 * little is left of it. Groups of columns that the library has otherwise, being from another version, are left alone.
 * `share`: how far from what is true of any canteen towards the library the prior lies, 0 to 1.
 */
export function withPrior(
  schema: Schema,
  words: readonly string[],
  known: LibraryLead,
  share: number,
): Schema {
  const prior = Float64Array.from(schema.prior);
  const penalty = Float64Array.from(schema.penalty);
  for (const { name, offset, size } of schema.groups) {
    const effects = name === 'word' ? words.map((word) => known.words[word] ?? 0) : known.effects[name];
    if (effects?.length !== size) continue;
    effects.forEach((effect, c) => {
      prior[offset + c] = mixed(prior[offset + c], effect, share);
    });
    const width =
      name === 'word' ? words.map((word) => known.width?.words[word] ?? 1) : known.width?.effects[name];
    width?.forEach((ratio, c) => {
      penalty[offset + c] = penalty[offset + c] / ratio ** share;
    });
  }
  return { ...schema, prior, penalty };
}

const mixed = (any: number, library: number, share: number) => (1 - share) * any + share * library;

/**
 * The errors of a library, as far as it counts, and for the rest those of any canteen; `wider`: how many times, where
 * the library was found to be too sure.
 */
export function priorErrors(known: FittedErrors, share: number, wider: number): FittedErrors {
  const any = ordinaryErrors;
  const mix = (of: readonly number[], library: readonly number[]) =>
    of.map((value, i) => mixed(value, library[i], share));
  const [constant, ...scale] = mix(any.scale, known.scale);
  return {
    scale: [constant + Math.log(wider), ...scale],
    shapes: any.shapes.map((shape, i) => mix(shape, known.shapes[i])),
    pooled: any.pooled.map((shape, i) => mix(shape, known.pooled[i])),
    correlation: mixed(any.correlation, known.correlation, share),
  };
}
