import { z } from 'zod';
import {
  fewestSites,
  type Library,
  libraryFormat,
  libraryVersion,
} from '../../../forecasting/domain/library.ts';
import { errorsProblem } from '../../../forecasting/models/fitted-problem.ts';
import { siteKinds } from '../../api/schemas.ts';
import { ServiceError } from '../context/errors.ts';

/** More than any day does to attendance: a file beyond it is damaged, not bold. */
const effect = z.number().min(-5).max(5);
const figure = z.number().min(-1e4).max(1e4);

/** Errors of no width, as an earlier version wrote them of records long past: every order would run short. */
const errors = z
  .strictObject({
    scale: z.array(figure),
    shapes: z.array(z.array(figure)),
    pooled: z.array(z.array(figure)),
    correlation: z.number(),
  })
  .refine((found) => errorsProblem(found, false) === null);

const lead = z.strictObject({
  lead: z.int().min(1).max(366),
  effects: z.record(z.string().max(40), z.array(effect).max(200)),
  words: z.record(z.string().max(60), effect),
  means: z.record(z.string().max(40), effect),
  errors,
});

const library = z.strictObject({
  format: z.literal(libraryFormat),
  version: z.literal(libraryVersion),
  name: z.string().max(60),
  learnedFrom: z.strictObject({
    sites: z.int().min(fewestSites),
    siteDays: z.int().min(1),
    from: z.iso.date(),
    to: z.iso.date(),
    kinds: z.array(z.enum(siteKinds)),
    zone: z.string().max(40).nullable(),
  }),
  leads: z.array(lead).min(1).max(20),
  participation: z.array(
    z.strictObject({
      kind: z.enum(siteKinds),
      sites: z.int().min(fewestSites),
      mean: z.number().min(0.01).max(1.5),
      sd: z.number().min(0).max(1),
    }),
  ),
  weekdays: z.array(effect).length(7),
});

/** Only what tells whose file this is. */
const header = z.object({ format: z.literal(libraryFormat), version: z.number() });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The library that a file holds. Throws a `ServiceError` for a file of anything else, a newer or a damaged one. */
export function readLibraryFile(file: string, text: string): Library {
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
  const found = library.safeParse(content);
  if (!found.success) {
    throw new ServiceError('file', (t) => t.library.damaged(file));
  }
  return found.data as Library;
}
