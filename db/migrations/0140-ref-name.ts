import type { Migration } from './migrate.ts';

/** The name under which references of order lines know a supplier or a kitchen: its first, whatever it is called since. */
export const refName: Migration = {
  version: 140,
  sql: `
ALTER TABLE supplier ADD COLUMN ref_name TEXT NOT NULL DEFAULT '';
UPDATE supplier SET ref_name = folded;
ALTER TABLE kitchen ADD COLUMN ref_name TEXT NOT NULL DEFAULT '';
UPDATE kitchen SET ref_name = folded;
`,
};
