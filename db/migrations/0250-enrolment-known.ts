import type { Migration } from './migrate.ts';

/** The day on which an enrolment was entered by hand; that of an import is the day of its batch. */
export const enrolmentKnown: Migration = {
  version: 250,
  sql: 'ALTER TABLE enrolment ADD COLUMN entered_on TEXT;',
};
