import { z } from 'zod';
import type { ImportField, Mapping, MarkedDay, TableQuestionId } from '../../forecasting/domain/records.ts';
import { columnSeparators, dateOrders, decimalMarks, textEncodings } from './domain-lists.ts';
import { fileKinds } from './file-kinds.ts';
import type { Nothing } from './schema-parts.ts';
import { idSchema, nothing, tableAnswers } from './schema-parts.ts';

/** Something about the table as a whole that only a person knows. */
export interface TableQuestion {
  readonly id: TableQuestionId;
  /** One sentence in the language asked for, and what explains it (may be empty). */
  readonly question: string;
  readonly why: string;
  /** The likeliest answer, a value; `null`: none is likelier. */
  readonly proposal: string | null;
  /** The answers there are; for `site` those on record: any other name will do too. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Nothing of the table is read before it is answered. */
  readonly blocking: boolean;
  /** Of `marks`: the days in their order; a day may have several marks. */
  readonly days?: readonly MarkedDay[];
}

/** How files with these column titles are to be read, as a person once said. */
export interface MappingProfile {
  readonly id: number;
  /** Folded titles, in their order. */
  readonly shape: readonly string[];
  readonly reading: Mapping;
  /** The file it was said about, and when. */
  readonly file: string;
  readonly at: string;
}

/** Profiles as they travel from one installation to another. */
export interface ProfileFile {
  readonly version: 1;
  readonly profiles: readonly Omit<MappingProfile, 'id'>[];
}

const fields = [
  'date',
  'site',
  'siteKind',
  'served',
  'staff',
  'service',
  'dish',
  'rank',
  'course',
  'starter',
  'main',
  'side',
  'dairy',
  'dessert',
  'bread',
  'prepared',
  'left',
  'discarded',
  'school',
  'schoolYear',
  'children',
  'canteen',
  'canteenKind',
  'sector',
  'capacity',
  'firstDay',
  'lastDay',
  'zone',
  'holiday',
  'population',
  'location',
  'event',
  'strike',
  'absent',
  'announced',
  'food',
  'unit',
  'maternelle',
  'elementaire',
  'college',
  'adult',
  'total',
  'covers',
  'loss',
  'factor',
  'nature',
  'origin',
  'supplier',
  'size',
  'content',
  'minimum',
  'price',
  'keeps',
] as const satisfies readonly ImportField[];

export const mappingSchema = z.strictObject({
  kind: z.enum(fileKinds),
  columns: z.partialRecord(z.enum(fields), z.int().min(0).max(10_000)).exactOptional(),
  encoding: z.enum(textEncodings).exactOptional(),
  separator: z.enum(columnSeparators).exactOptional(),
  dateOrder: z.enum(dateOrders).exactOptional(),
  decimal: z.enum(decimalMarks).exactOptional(),
  headerLine: z.int().min(0).max(1_000).exactOptional(),
  answers: tableAnswers.exactOptional(),
});

const profileFile = z.strictObject({
  version: z.literal(1),
  profiles: z
    .array(
      z.strictObject({
        shape: z.array(z.string().max(1_000)).min(1).max(10_000),
        reading: mappingSchema,
        file: z.string().max(1_000),
        at: z.string().max(16),
      }),
    )
    .max(1_000),
});

export interface MappingMethods {
  'profiles.list': { input: Nothing; output: readonly MappingProfile[] };
  'profiles.remove': { input: { readonly id: number }; output: readonly MappingProfile[] };
  'profiles.export': { input: Nothing; output: ProfileFile };
  /** Takes the profiles of another installation; of two about the same titles the given one stays. */
  'profiles.import': { input: ProfileFile; output: readonly MappingProfile[] };
}

/** What the methods take, checked at the border before a use case sees it. */
export const mappingSchemas = {
  'profiles.list': nothing,
  'profiles.remove': z.strictObject({ id: idSchema }),
  'profiles.export': nothing,
  'profiles.import': profileFile,
};
