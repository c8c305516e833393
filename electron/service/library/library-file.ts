import { z } from 'zod';
import {
  fewestSites,
  type Library,
  libraryFormat,
  libraryVersion,
} from '../../../forecasting/domain/library.ts';
import { buildSchema } from '../../../forecasting/features/schema.ts';
import { errorsProblem } from '../../../forecasting/models/fitted-problem.ts';
import { CannotMerge, mergeLibraries } from '../../../forecasting/transfer/merge.ts';
import { middlingScale } from '../../../forecasting/transfer/merge-lead.ts';
import { longestLibrary } from '../../api/library-limits.ts';
import { siteKinds } from '../../api/schemas.ts';
import { ServiceError } from '../context/errors.ts';
import { packTowns, unpackTowns } from './packed-towns.ts';

/** A merged file stays small enough for a message; about twenty towns. */
export const longestMerged = 200_000;

/** More than any day does to attendance: a file beyond it is damaged, not bold. */
const effect = z.number().min(-5).max(5);
const figure = z.number().min(-1e4).max(1e4);

/** Logs of meals: a middling site errs by more than a fiftieth of a meal, and by less than a few thousand. */
const widths = { least: -4, most: 8 } as const;

function hasWidth({ scale }: { readonly scale: readonly number[] }): boolean {
  const width = middlingScale(scale);
  return width > widths.least && width < widths.most;
}

/** Errors of no width, as an earlier version wrote them of records long past: every order would run short. */
const errors = z
  .strictObject({
    scale: z.array(figure),
    shapes: z.array(z.array(figure)),
    pooled: z.array(z.array(figure)),
    correlation: z.number(),
  })
  .refine((found) => errorsProblem(found, false) === null && hasWidth(found));

const precision = z.number().min(0).max(1e15);
const assumed = z.number().min(1e-15).max(1e15);

const lead = z.strictObject({
  lead: z.int().min(1).max(366),
  effects: z.record(z.string().max(40), z.array(effect).max(200)),
  words: z.record(z.string().max(60), effect),
  means: z.record(z.string().max(40), effect),
  errors,
  certainty: z
    .strictObject({
      effects: z.record(z.string().max(40), z.array(precision).max(200)),
      words: z.record(z.string().max(60), precision),
      assumed: z.record(z.string().max(40), assumed),
    })
    .optional(),
});

const source = z.strictObject({
  sites: z.int().min(fewestSites),
  siteDays: z.int().min(1),
  from: z.iso.date(),
  to: z.iso.date(),
  kinds: z.array(z.enum(siteKinds)),
  zone: z.string().max(40).nullable(),
});

const town = z.strictObject({
  format: z.literal(libraryFormat),
  version: z.union([z.literal(1), z.literal(libraryVersion)]),
  name: z.string().max(60),
  learnedFrom: source,
  leads: z.array(lead).min(1).max(20),
  participation: z.array(
    z.strictObject({
      kind: z.enum(siteKinds),
      sites: z.int().min(fewestSites),
      mean: z.number().min(0.01).max(1.5),
      sd: z.number().min(1e-4).max(1),
    }),
  ),
  weekdays: z.array(effect).length(7),
});

/** Several towns: for people each with its source, for programs all that they said. */
const merged = z.strictObject({
  format: z.literal(libraryFormat),
  version: z.literal(libraryVersion),
  name: z.string().max(60),
  learnedFrom: source,
  mergedFrom: z.array(z.strictObject({ name: z.string().max(60), learnedFrom: source })).min(2),
  towns: z.string().max(longestMerged),
});

/** Only what tells whose file this is. */
const header = z.object({
  format: z.literal(libraryFormat),
  version: z.number(),
  towns: z.unknown().optional(),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The library that a file holds. Throws a `ServiceError` for a file of anything else, a newer or a damaged one. */
export function readLibraryFile(file: string, text: string): Library {
  if (text.length > longestLibrary) throw new ServiceError('file', (t) => t.library.tooLong(file));
  const content = parsed(text);
  const known = header.safeParse(content);
  if (!known.success) {
    // Cut off, it is no JSON any more, but still says whose it was.
    const cut = content === null && text.includes(libraryFormat);
    throw new ServiceError('file', (t) => (cut ? t.library.damaged(file) : t.library.foreign(file)));
  }
  if (known.data.version > libraryVersion) {
    throw new ServiceError('newer-data', (t) => t.library.newer(file));
  }
  const found = known.data.towns === undefined ? townIn(content) : mergedIn(content);
  if (found === null) {
    throw new ServiceError('file', (t) => t.library.damaged(file));
  }
  if ((found.towns ?? [found]).some(hasOtherColumns)) {
    throw new ServiceError('file', (t) => t.library.otherColumns(file));
  }
  return found;
}

function townIn(content: unknown): Library | null {
  const found = town.safeParse(content);
  return found.success ? (found.data as Library) : null;
}

/** The towns are checked like files of their own, and what is told beside them must be theirs. */
function mergedIn(content: unknown): Library | null {
  const file = merged.safeParse(content);
  if (!file.success) return null;
  const { name, learnedFrom, mergedFrom } = file.data;
  const unpacked = unpackTowns(file.data.towns, { format: libraryFormat, version: libraryVersion });
  const towns = unpacked?.map(townIn) ?? [];
  if (towns.length === 0 || towns.some((found) => found === null)) return null;
  try {
    const library = mergeLibraries(towns as Library[], name);
    const told = JSON.stringify([library.learnedFrom, sourcesOf(library)]);
    return told === JSON.stringify([learnedFrom, mergedFrom]) ? library : null;
  } catch (error) {
    if (error instanceof CannotMerge) return null;
    throw error;
  }
}

const sourcesOf = ({ towns = [] }: Library) => towns.map(({ name, learnedFrom }) => ({ name, learnedFrom }));

/** The text of a library's file. */
export function writeLibraryFile(library: Library): string {
  const { format, version, name, learnedFrom, towns } = library;
  const content =
    towns === undefined
      ? library
      : { format, version, name, learnedFrom, mergedFrom: sourcesOf(library), towns: packTowns(towns) };
  return `${JSON.stringify(content)}\n`;
}

const sizes = new Map(buildSchema(0).groups.map(({ name, size }) => [name, size]));

/** A file of another program, or of a version whose columns mean other things: its effects would be read askew. */
const hasOtherColumns = ({ leads }: Library): boolean =>
  leads.some(({ effects }) => Object.entries(effects).some(([name, own]) => sizes.get(name) !== own.length));
