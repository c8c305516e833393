import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { migrate } from '../../db/migrations/migrate.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { openDatabase } from '../../db/open.ts';
import { listCampaigns } from '../../db/weighings.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();

test('weights on record before containers were kept stay as they are', () => {
  const file = join(folder, 'before.sqlite');
  const old = new BetterSqlite3(file);
  const upTo = migrations.filter(({ version }) => version < 425);
  migrate(old, upTo, upTo.at(-1)?.version ?? 0);
  old.exec(`
    INSERT INTO order_site (id, name, folded, kind) VALUES (1, 'Molière', 'MOLIERE', 'E');
    INSERT INTO weighing_campaign VALUES (1, 1, '2026-01-05', '2026-01-09', '["plates"]', NULL, '2026-01-05T09:00');
    INSERT INTO weighing_day VALUES (1, '2026-01-05', 114, 116, 110);
    INSERT INTO weighing_mass VALUES (1, '2026-01-05', 'plates', 'edible', 8100, 2000);
  `);
  old.close();
  const db = openDatabase(file);
  migrate(db, migrations, migrations.at(-1)?.version ?? 0);
  expect(listCampaigns(db)).toMatchObject([
    {
      site: 'Molière',
      masses: [{ date: '2026-01-05', source: 'plates', part: 'edible', gross: 8100, tare: 2000, bins: [] }],
    },
  ]);
  db.close();
});
