import { z } from 'zod';
import type { Database, ReadonlyDatabase } from '../../../db/open.ts';
import { readSetting, saveSetting } from '../../../db/settings.ts';
import { courses, holidayZones, publicHolidayRegions } from '../../api/domain-lists.ts';
import type { CatalogueKey, Settings } from '../../api/records.ts';
import { schemas } from '../../api/schemas.ts';

/** A value that cannot be read, from an older or newer version, counts as never set. */
const shape = z.object({
  language: z.enum(['fr', 'en']).nullable().catch(null),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  serviceLevel: z.number().min(0.5).max(0.95).catch(0.8),
  zone: z.enum(['auto', 'none', ...holidayZones]).catch('auto'),
  publicHolidays: z.enum(['auto', ...publicHolidayRegions]).catch('auto'),
  goodFriday: z.boolean().nullable().catch(null),
  tourSeen: z.boolean().catch(false),
  person: z.string().nullable().catch(null),
  courseLevels: z.partialRecord(z.enum(courses), z.number().min(0.5).max(0.95)).catch({}),
  foodCost: z.number().positive().nullable().catch(null),
  dayReview: z.boolean().catch(true),
  dayReviewed: z.string().nullable().catch(null),
});

const keys = [
  'language',
  'theme',
  'serviceLevel',
  'zone',
  'publicHolidays',
  'goodFriday',
  'tourSeen',
  'person',
  'courseLevels',
  'foodCost',
  'dayReview',
  'dayReviewed',
] as const satisfies readonly (keyof Settings)[];

export const readSettings = (db: ReadonlyDatabase): Settings =>
  shape.parse(Object.fromEntries(keys.map((key) => [key, readSetting(db, key)])));

export function saveSettings(db: Database, changes: Partial<Settings>): Settings {
  const save = db.transaction(() => {
    for (const key of keys) {
      if (key in changes) saveSetting(db, key, changes[key]);
    }
  });
  save.immediate();
  return readSettings(db);
}

const sampleKey = 'sample-batch';

/** The import that brought the sample canteens; `null` when there is none. */
export function readSampleImport(db: ReadonlyDatabase): number | null {
  return z.int().nullable().catch(null).parse(readSetting(db, sampleKey));
}

export const saveSampleImport = (db: Database, batch: number | null): void =>
  saveSetting(db, sampleKey, batch ?? undefined);

const sampleCatalogueKey = 'sample-provision';

/** What the sample brought besides its files; empty when there is none. */
export const readSampleCatalogue = (db: ReadonlyDatabase): readonly CatalogueKey[] =>
  schemas['catalogue.remove'].shape.keys.catch([]).parse(readSetting(db, sampleCatalogueKey));

export const saveSampleCatalogue = (db: Database, keys: readonly CatalogueKey[] | null): void =>
  saveSetting(db, sampleCatalogueKey, keys ?? undefined);
