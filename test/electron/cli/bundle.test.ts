import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeFolder } from '../../../electron/service/context/data-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { runCliProcess } from './run-process.ts';

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

  test('keeps its compiled code beside the data, once there are any', async () => {
    const own = join(folder, 'own');
    const sample = () => runCliProcess(['sample', '--data', own], {});
    await sample();
    expect(existsSync(codeFolder(own))).toBe(false);
    await sample();
    const kept = readdirSync(codeFolder(own), { recursive: true, withFileTypes: true });
    expect(kept.filter((entry) => entry.isFile()).length).toBeGreaterThan(0);
  });
});
