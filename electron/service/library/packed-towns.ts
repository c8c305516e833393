import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Library, LibraryCertainty, LibraryLead } from '../../../forecasting/domain/library.ts';
import { numberAt } from '../../../forecasting/domain/number-at.ts';
import {
  effectStep,
  errorSteps,
  precisionOf,
  precisionStep,
} from '../../../forecasting/transfer/round-town.ts';

/** A file of 200 kB holds less than this; more comes of no file of ours. */
const mostBytes = 16_000_000;
/** Stands for "nothing is known" among steps of precisions. */
const unknown = -9999;

const steps = z.array(z.int());
const leadShape = z.strictObject({
  lead: z.int(),
  means: z.record(z.string(), z.number()),
  precision: steps,
  effect: steps,
  assumed: steps,
  scale: steps,
  shapes: z.array(steps),
  pooled: z.array(steps),
  correlation: z.int(),
});
const townShape = z.strictObject({
  name: z.string(),
  learnedFrom: z.unknown(),
  participation: z.unknown(),
  weekdays: z.unknown(),
  /** Groups of columns and how many each has; the words come after them. */
  groups: z.array(z.tuple([z.string(), z.int().min(0).max(200)])),
  words: z.array(z.string()),
  leads: z.array(leadShape),
});
type PackedLead = z.infer<typeof leadShape>;
type PackedTown = z.infer<typeof townShape>;

/** Rounded towns (`round-town.ts`) in whole numbers, compressed, as base64. */
export function packTowns(towns: readonly Library[]): string {
  return deflateRawSync(JSON.stringify(towns.map(packTown)), { level: 9 }).toString('base64');
}

function packTown({ name, learnedFrom, participation, weekdays, leads }: Library): PackedTown {
  const sizes = new Map(
    leads.flatMap(({ effects }) => Object.entries(effects)).map(([g, own]) => [g, own.length]),
  );
  const groups = [...sizes].sort(([a], [b]) => (a < b ? -1 : 1));
  const words = [...new Set(leads.flatMap((lead) => Object.keys(lead.words)))].sort();
  return {
    name,
    learnedFrom,
    participation,
    weekdays,
    groups,
    words,
    leads: leads.map((lead) => packLead(lead, groups, words)),
  };
}

const errorStep = (value: number) => Math.round(value * errorSteps);

function packLead(
  { lead, effects, words, means, errors, certainty }: LibraryLead,
  groups: PackedTown['groups'],
  allWords: readonly string[],
): PackedLead {
  const known = certainty as LibraryCertainty;
  const columns = [
    ...groups.flatMap(([name, size]) =>
      Array.from(
        { length: size },
        (_, c) => [effects[name]?.[c] ?? 0, known.effects[name]?.[c] ?? 0] as const,
      ),
    ),
    ...allWords.map((word) => [words[word] ?? 0, known.words[word] ?? 0] as const),
  ];
  const names = [...groups.map(([name]) => name), 'word'];
  return {
    lead,
    means,
    precision: columns.map(([, precision]) => (precision > 0 ? precisionStep(precision) : unknown)),
    effect: columns.map(([value, precision]) =>
      precision > 0 ? Math.round(value / effectStep(precision)) : 0,
    ),
    assumed: names.map((name) => precisionStep(known.assumed[name] ?? 1)),
    scale: errors.scale.map(errorStep),
    shapes: errors.shapes.map((shape) => shape.map(errorStep)),
    pooled: errors.pooled.map((shape) => shape.map(errorStep)),
    correlation: errorStep(errors.correlation),
  };
}

/** The towns of a text, to be checked as files of towns are; `null`: it is none of `packTowns`. */
export function unpackTowns(text: string, header: object): readonly unknown[] | null {
  try {
    const json = inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: mostBytes }).toString('utf8');
    const towns = z.array(townShape).min(2).safeParse(JSON.parse(json));
    return towns.success ? towns.data.map((town) => unpackTown(town, header)) : null;
  } catch {
    return null;
  }
}

function unpackTown({ groups, words, leads, ...told }: PackedTown, header: object): unknown {
  return { ...header, ...told, leads: leads.map((lead) => unpackLead(lead, groups, words)) };
}

const errorOf = (step: number) => step / errorSteps;

function unpackLead(
  { lead, means, precision, effect, assumed, scale, shapes, pooled, correlation }: PackedLead,
  groups: PackedTown['groups'],
  words: readonly string[],
): unknown {
  const precisions = precision.map((step) => (step === unknown ? 0 : precisionOf(step)));
  const effects = effect.map((step, c) => {
    const own = numberAt(precisions, c);
    return own > 0 ? step * effectStep(own) : 0;
  });
  const names = [...groups.map(([name]) => name), 'word'];
  return {
    lead,
    ...byGroup(effects, groups, words),
    means,
    errors: {
      scale: scale.map(errorOf),
      shapes: shapes.map((shape) => shape.map(errorOf)),
      pooled: pooled.map((shape) => shape.map(errorOf)),
      correlation: errorOf(correlation),
    },
    certainty: {
      ...byGroup(precisions, groups, words),
      assumed: Object.fromEntries(names.map((name, g) => [name, precisionOf(assumed[g] ?? 0)])),
    },
  };
}

function byGroup(columns: readonly number[], groups: PackedTown['groups'], words: readonly string[]) {
  let at = 0;
  const effects = Object.fromEntries(
    groups.map(([name, size]) => {
      at += size;
      return [name, columns.slice(at - size, at)];
    }),
  );
  return { effects, words: Object.fromEntries(words.map((word, w) => [word, columns[at + w] ?? 0])) };
}
