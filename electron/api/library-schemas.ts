import { z } from 'zod';
import type { LibraryMethods } from './library-records.ts';

const nothing = z.strictObject({});
/** A library of all leads takes some hundred kilobytes. */
const longestFile = 4_000_000;

export const librarySchemas = {
  'library.read': nothing,
  'library.import': z.strictObject({
    file: z.string().min(1).max(260),
    text: z.string().max(longestFile),
  }),
  'library.remove': nothing,
  'library.use': z.strictObject({ on: z.boolean() }),
  'library.export': z.strictObject({ name: z.string().trim().max(60) }),
} satisfies { readonly [M in keyof LibraryMethods]: z.ZodType<LibraryMethods[M]['input']> };
