import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { addDays } from '../../../forecasting/calendar/day.ts';
import { builtProgram } from '../../support/built.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
const [sites, days] = [120, 3_000];
/** Megabytes for the objects of each thread. A few dozen bytes kept of each row would already be too many. */
const heap = 40;

function manyRows(): string {
  const dates = Array.from({ length: days }, (_, day) => addDays('2014-09-01', day));
  const rowsOf = (site: number) =>
    dates.map((date, at) => `E,${date},${100 + (at % 50)},${90 + (at % 60)},Restaurant ${site}\n`).join('');
  return `site_type,date,prevision,reel,site_nom\n${Array.from({ length: sites }, (_, site) => rowsOf(site)).join('')}`;
}

// The limit is the engine's own, so that it holds on a busy machine as on an idle one.
test('an import, and what is told after it, keeps nothing of each row in memory', () => {
  const path = writeUnder(folder, 'rows.csv', manyRows());
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${heap}`,
      builtProgram('cli'),
      'import',
      path,
      '--json',
      '--data',
      join(folder, 'data'),
    ],
    { encoding: 'utf8', env: { ...process.env, BONNE_MESURE_TODAY: '2026-01-08' } },
  );
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout).files[0]).toMatchObject({ read: sites * days, imported: sites * days });
});
