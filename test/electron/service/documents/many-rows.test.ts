import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../../db/open.ts';
import { databaseFile } from '../../../../electron/service/context/data-folder.ts';
import { createService } from '../../../../electron/service/host/service.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { error, importing, value } from '../support/asking.ts';

const folder = temporaryFolder();
const service = createService({ dataFolder: folder, today: () => '2026-01-14' });
afterAll(() => service.close());

test('more rows than a workbook may hold are refused, and CSV is said; as CSV all of them are there', async () => {
  await importing(
    service,
    folder,
    'a.csv',
    'site_nom;site_type;date;reel\nA;E;2026-01-12;12\nB;E;2026-01-12;12\n',
  );
  const db = openDatabase(databaseFile(folder));
  db.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
    INSERT INTO attendance (site_name_id, day, served, batch)
    SELECT a.site_name_id, a.day - n.i, 12, a.batch FROM attendance a JOIN n ON a.site_name_id = 1`);
  db.close();
  const refused = await error(service, 'data.export', { kind: 'attendance', format: 'xlsx' });
  expect(refused).toMatchObject({ kind: 'refused', remedy: expect.stringContaining('CSV') });
  const { body } = await value(service, 'data.export', { kind: 'attendance', format: 'csv' });
  expect(body.split('\r\n')).toHaveLength(1 + 200_002 + 1);
  // Written to a file it is the same to the byte, and no answer carries it.
  const path = join(folder, 'all.csv');
  const tickets = [service.registerTarget(path)];
  const written = await value(service, 'data.export', { kind: 'attendance', format: 'csv', tickets });
  expect(written.body).toBe('');
  expect(readFileSync(path, 'utf8')).toBe(body);
  const { ticket } = await service.registerFile(path);
  const read = await error(service, 'data.export', { kind: 'attendance', format: 'csv', tickets: [ticket] });
  expect(read?.kind).toBe('refused');
});
