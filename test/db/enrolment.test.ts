import BetterSqlite3 from 'better-sqlite3';
import { readEnrolment } from '../../db/enrolment.ts';
import { migrate } from '../../db/migrations/migrate.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import type { Database } from '../../db/open.ts';
import { addSite } from '../../db/sites.ts';

test('a database before version 250 keeps its enrolment; each number is known from the day it came', () => {
  const db = new BetterSqlite3(':memory:') as unknown as Database;
  migrate(
    db as never,
    migrations.filter(({ version }) => version < 250),
  );
  db.exec(`INSERT INTO import_batch (id, at) VALUES (1, '2026-06-30T09:00'), (2, '2026-07-02T09:00');
    INSERT INTO site (id, name, folded, kind) VALUES (1, 'A', 'a', 'E');
    INSERT INTO school (id, name, folded, site_id) VALUES (1, 'A1', 'a1', 1), (2, 'A2', 'a2', 1);
    INSERT INTO enrolment (school_id, school_year, children, batch)
    VALUES (1, 2026, 100, 1), (2, 2026, 30, 2), (1, 2025, 90, 1), (2, 2025, 25, NULL)`);
  migrate(db as never, migrations);
  addSite(db, {
    name: 'B',
    kind: 'E',
    capacity: null,
    enrolled: { schoolYear: 2026, children: 50, enteredOn: '2026-08-20' },
  });
  expect(readEnrolment(db)).toEqual([
    { siteId: 1, schoolYear: 2025, children: 115, entered: null },
    { siteId: 1, schoolYear: 2026, children: 130, entered: '2026-07-02' },
    { siteId: 2, schoolYear: 2026, children: 50, entered: '2026-08-20' },
  ]);
  db.close();
});
