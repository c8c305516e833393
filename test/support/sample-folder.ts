import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, builtProgram } from './built.ts';

/** Monday of the week before the Christmas holidays: the tests see the same week whenever they run. */
export const TODAY = '2026-12-14';
const WEEK = ['--from', TODAY, '--to', '2026-12-18'];
const WEEK_BEFORE = ['--from', '2026-12-07', '--to', '2026-12-11'];
const NEXT_DAY = '2026-12-15';

/**
 * A data folder with the sample canteens as they are loaded, and beside them what the program may keep at any time:
 * the models of the week, and those that it fits ahead as soon as the week is shown. Made once for a build.
 */
function sampleFolder(): string {
  const ready = join(buildFolder(), 'sample');
  if (existsSync(ready)) return ready;
  const made = mkdtempSync(join(buildFolder(), 'new-sample-'));
  const run = (today: string, ...words: string[]) =>
    execFileSync(process.execPath, [builtProgram('cli'), ...words, '--data', made], {
      env: { ...process.env, BONNE_MESURE_TODAY: today },
      stdio: 'ignore',
    });
  const database = join(made, 'canteen.sqlite');
  run(TODAY, 'sample');
  cpSync(database, `${database}.loaded`);
  run(TODAY, 'plan', ...WEEK);
  run(TODAY, 'plan', ...WEEK_BEFORE);
  run(NEXT_DAY, 'plan', ...WEEK);
  for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
  renameSync(`${database}.loaded`, database);
  try {
    renameSync(made, ready);
  } catch {
    // Another test made it meanwhile.
    rmSync(made, { recursive: true, force: true });
  }
  return ready;
}

/** Puts the loaded sample canteens into a folder. */
export const copySample = (folder: string): void => cpSync(sampleFolder(), folder, { recursive: true });
