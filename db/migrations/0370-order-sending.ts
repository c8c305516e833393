import type { Migration } from './migrate.ts';

/**
 * `order_sending`: a person noted that a version of an order was sent, to whom and when. A version that is taken away
 * takes its note with it.
 */
export const orderSending: Migration = {
  version: 370,
  sql: `
CREATE TABLE order_sending (
  date TEXT NOT NULL,
  order_site_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  recipient TEXT NOT NULL CHECK (recipient <> ''),
  sent_at TEXT NOT NULL,
  person TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (date, order_site_id, version),
  FOREIGN KEY (date, order_site_id, version) REFERENCES order_version (date, order_site_id, version)
    ON UPDATE CASCADE ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
`,
};
