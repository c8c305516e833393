import type { FittedErrors } from '../domain/fitted.ts';
import {
  type Library,
  type LibraryCertainty,
  type LibraryLead,
  libraryFormat,
  libraryVersion,
} from '../domain/library.ts';

/** Steps of the log of a precision: each is 6 %. */
export const precisionSteps = 16;
/** Parts of a standardised error, of a log scale and of a correlation that are kept. */
export const errorSteps = 200;
/** Parts of its own standard error in which an effect is kept: what is left out adds a thousandth to its variance. */
const effectSteps = 8;

/** The whole number that stands for a precision above 0, and back. */
export const precisionStep = (precision: number) => Math.round(precisionSteps * Math.log(precision));
export const precisionOf = (step: number) => Math.exp(step / precisionSteps);
/** A power of two, so that whole numbers of steps are exact. */
export const effectStep = (precision: number) =>
  2 ** Math.floor(Math.log2(1 / (effectSteps * Math.sqrt(precision))));

const roundedPrecision = (precision: number) => (precision > 0 ? precisionOf(precisionStep(precision)) : 0);

function roundedEffect(effect: number, precision: number): number {
  if (precision === 0) return 0;
  const step = effectStep(precision);
  return step * Math.round(effect / step) + 0;
}

const roundedError = (value: number) => Math.round(value * errorSteps) / errorSteps + 0;

/**
 * A town's library as a merged one keeps it: coarse enough for a small file, fine enough that nothing changes; rounding
 * it again changes nothing at all.
 */
export function roundTown(town: Library): Library {
  const { name, learnedFrom, leads, participation, weekdays } = town;
  return {
    format: libraryFormat,
    version: libraryVersion,
    name,
    learnedFrom,
    leads: leads.map(roundLead),
    participation,
    weekdays,
  };
}

function roundLead({ lead, effects, words, means, errors, certainty }: LibraryLead): LibraryLead {
  const known = certainty as LibraryCertainty;
  const precisions = mapValues(known.effects, (own) => own.map(roundedPrecision));
  const ofWords = mapValues(known.words, roundedPrecision);
  return {
    lead,
    effects: mapValues(effects, (own, name) =>
      own.map((effect, c) => roundedEffect(effect, precisions[name]?.[c] ?? 0)),
    ),
    words: mapValues(words, (effect, word) => roundedEffect(effect, ofWords[word] ?? 0)),
    means,
    errors: roundErrors(errors),
    certainty: { effects: precisions, words: ofWords, assumed: mapValues(known.assumed, roundedPrecision) },
  };
}

const roundErrors = ({ scale, shapes, pooled, correlation }: FittedErrors): FittedErrors => ({
  scale: scale.map(roundedError),
  shapes: shapes.map((shape) => shape.map(roundedError)),
  pooled: pooled.map((shape) => shape.map(roundedError)),
  correlation: roundedError(correlation),
});

/** Entries in the order of their names, so that one town is one text. */
function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  of: (value: A, name: string) => B,
): Record<string, B> {
  const names = Object.keys(record).sort();
  return Object.fromEntries(names.map((name) => [name, of(record[name], name)]));
}
