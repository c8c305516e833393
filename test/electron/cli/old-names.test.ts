import { join } from 'node:path';
import { withOldKeys } from '../../../electron/cli/terminal/old-keys.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const on = (...words: string[]) =>
  runCliProcess([...words, '--data', data], { BONNE_MESURE_TODAY: '2026-01-14' });
const period = ['--from', '2026-01-15', '--to', '2026-01-16', '--json'];
const listed = async (...words: string[]) => JSON.parse((await on(...words)).stdout);

test('a renamed key stands under its old name too, at any depth; a key that is there is left alone', () => {
  expect(withOldKeys([{ headCount: { by: null }, rest: [{ automatic: true }] }])).toEqual([
    { headCount: { by: null }, rollCall: { by: null }, rest: [{ automatic: true, byClock: true }] },
  ]);
  expect(withOldKeys({ diners: 1, guests: 2 })).toEqual({ diners: 1, guests: 2 });
  expect(withOldKeys(null)).toBe(null);
});

test('the old commands and keys of the terminal still work', async () => {
  await on('import', writeUnder(folder, 'frequentation.csv', attendanceCsv('2025-09-01', '2026-01-13')));
  const approved = await listed('freeze', ...period);
  expect(approved).toHaveProperty(['frozen', 0, 'quantity']);
  expect((await on('approve', ...period)).code).toBe(0);
  const [order] = await listed('orders', ...period);
  expect(order).toHaveProperty('rollCall', null);
  expect(order).toHaveProperty(['versions', 0, 'byClock'], false);
  const plan = await listed('plan', ...period);
  expect(plan.rows[0]).toHaveProperty(['decision', 'toServe']);
  expect(plan.rows[0]).toHaveProperty(['decision', 'frozen', 'byClock'], false);
  expect(await listed('pack', '--json')).toEqual(await listed('library', '--json'));
  expect((await on('freeze', '--help')).stdout).toContain('approve');
});
