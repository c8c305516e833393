import type { Migration } from './migrate.ts';

/** The containers that a weight is the sum of, each with its tare and gross weight in grams; NULL: one number was typed. */
export const weighingBins: Migration = {
  version: 425,
  sql: `ALTER TABLE weighing_mass ADD COLUMN bins TEXT CHECK (bins IS NULL OR json_valid(bins));`,
};
