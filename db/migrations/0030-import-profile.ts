import type { Migration } from './migrate.ts';

/**
 * How files of one shape are to be read, as a person once said. `shape`: the folded titles of the columns, as JSON.
 * `import_file.reading`: what a person or a profile said about that file; NULL when its titles were understood.
 */
export const importProfile: Migration = {
  version: 30,
  sql: `
CREATE TABLE import_profile (
  id INTEGER PRIMARY KEY,
  shape TEXT NOT NULL UNIQUE CHECK (json_valid(shape)),
  reading TEXT NOT NULL CHECK (json_valid(reading)),
  file TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
ALTER TABLE import_file ADD COLUMN reading TEXT;
`,
};
