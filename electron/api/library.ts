import { z } from 'zod';
import type { LibrarySource } from '../../forecasting/domain/records.ts';
import { longestLibrary } from './library-limits.ts';

/**
 * Whether forecasts lean on the installed library: `enough`: own records tell more; `future`: it was learned from days
 * that lie ahead.
 */
export type LibraryUse = 'none' | 'off' | 'used' | 'enough' | 'future';

export interface InstalledLibrary {
  /** As whoever exported it wrote it; may be empty. */
  readonly name: string;
  /** The file that it came from; `null`: it came with the app. */
  readonly file: string | null;
  /** Wall-clock time of the import; `null` with it. */
  readonly at: string | null;
  readonly learnedFrom: LibrarySource;
  /** The towns of a merged one; empty: it is of one town. */
  readonly towns: readonly { readonly name: string; readonly learnedFrom: LibrarySource }[];
}

export interface LibraryState {
  readonly installed: InstalledLibrary | null;
  /** An installed library that does not pass the check of this version, in words: no forecast leans on it. */
  readonly refused: { readonly message: string; readonly remedy: string } | null;
  readonly use: LibraryUse;
  /** Different days of own records, and from how many on they do without a library. */
  readonly ownDays: number;
  readonly enoughDays: number;
  /** What there is to learn a library from, and the least that it takes. */
  readonly own: { readonly sites: number; readonly siteDays: number };
  readonly least: { readonly sites: number; readonly siteDays: number };
}

export interface LibraryChange {
  readonly state: LibraryState;
  /** The file of the library that was installed before; `null`: there was none. */
  readonly replaced: string | null;
}

export interface ExportedLibrary {
  readonly fileName: string;
  readonly body: string;
  readonly learnedFrom: LibrarySource;
}

export interface MergedLibrary extends ExportedLibrary {
  readonly name: string;
  readonly towns: readonly { readonly name: string; readonly learnedFrom: LibrarySource }[];
}

export interface LibraryFile {
  readonly file: string;
  /** At most one character more than `longestLibrary`. */
  readonly text: string;
}

/** The contract's methods about what other towns know. */
export interface LibraryMethods {
  'library.read': { input: Record<string, never>; output: LibraryState };
  /** Takes the place of the one installed before. */
  'library.import': { input: LibraryFile; output: LibraryChange };
  'library.remove': { input: Record<string, never>; output: LibraryChange };
  'library.use': { input: { readonly on: boolean }; output: LibraryState };
  /** Learns from the own records. */
  'library.export': { input: { readonly name: string }; output: ExportedLibrary };
  /** One library of several files'; nothing is installed. An empty name: those of the towns, where they are short. */
  'library.merge': {
    input: { readonly files: readonly LibraryFile[]; readonly name: string };
    output: MergedLibrary;
  };
}

const nothing = z.strictObject({});

/** Where nobody needs to read on. */
const cutOff = longestLibrary + 1;

const libraryFile = z.strictObject({
  file: z.string().min(1).max(260),
  text: z.string().max(cutOff),
});

export const librarySchemas = {
  'library.read': nothing,
  'library.import': libraryFile,
  'library.remove': nothing,
  'library.use': z.strictObject({ on: z.boolean() }),
  'library.export': z.strictObject({ name: z.string().trim().max(60) }),
  'library.merge': z.strictObject({
    files: z.array(libraryFile).min(1).max(50),
    name: z.string().trim().max(60),
  }),
} satisfies { readonly [M in keyof LibraryMethods]: z.ZodType<LibraryMethods[M]['input']> };
