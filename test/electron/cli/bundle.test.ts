import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formerCodeFolder } from '../../../electron/service/context/data-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { runCliProcess } from './run-process.ts';

const filesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

/** Where the test can say what the user's folder for caches is. */
const onLinux = process.platform === 'linux' ? test : test.skip;

describe('the built command line', () => {
  const folder = temporaryFolder();
  const on = (...words: string[]) =>
    runCliProcess([...words, '--data', folder, '--json'], { BONNE_MESURE_TODAY: '2026-11-23' });

  test('runs its worker from the file beside it', async () => {
    const sample = await on('sample');
    expect(sample.code).toBe(0);
    const plan = await on('plan', '--from', '2026-11-23', '--to', '2026-11-23', '--as-of', '2026-11-20');
    expect(JSON.parse(plan.stdout).asOf).toBe('2026-11-20');
  });

  onLinux('keeps its compiled code with the user, never in a data folder', async () => {
    const [own, cache] = [join(folder, 'own'), join(folder, 'cache')];
    await runCliProcess(['sample', '--data', own], { XDG_CACHE_HOME: cache });
    expect(filesIn(cache)).toBeGreaterThan(0);
    expect(existsSync(formerCodeFolder(own))).toBe(false);
  });

  test('throws away code that lies in a data folder', async () => {
    mkdirSync(formerCodeFolder(folder));
    writeFileSync(join(formerCodeFolder(folder), 'code'), 'prepared by somebody');
    expect((await on('check')).code).toBe(0);
    expect(existsSync(formerCodeFolder(folder))).toBe(false);
  });

  onLinux('runs nothing from a folder into which others can write', async () => {
    const cache = join(folder, 'shared-cache');
    mkdirSync(join(cache, 'bonne-mesure'), { recursive: true });
    chmodSync(join(cache, 'bonne-mesure'), 0o777);
    await runCliProcess(['check', '--data', folder], { XDG_CACHE_HOME: cache });
    expect(filesIn(cache)).toBe(0);
  });
});
