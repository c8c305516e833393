import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import packageFile from '../../../package.json';
import { projectFolder } from '../../support/built.ts';
import { temporaryFolder, writeUnder } from '../../support/temporary-folder.ts';
import { attendanceCsv } from '../canteen-files.ts';
import { runCliProcess } from './run-process.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const execute = promisify(execFile);

test('scripts that run a source ask for what Node 22.14 to 22.17 need', () => {
  const scripts = Object.values(packageFile.scripts).flatMap((script) => script.split(' && '));
  const running = scripts.filter((script) => /^node .*\.ts$/.test(script));
  expect(running.length).toBeGreaterThanOrEqual(3);
  for (const script of running) {
    expect(script).toMatch(/^node --experimental-strip-types --disable-warning=ExperimentalWarning \S+\.ts$/);
  }
});

test('the cli script and its worker thread run silently where type stripping is off by default', async () => {
  await runCliProcess([
    'import',
    writeUnder(folder, 'f.csv', attendanceCsv('2025-09-01', '2026-01-13')),
    '--data',
    data,
  ]);
  const [, ...words] = packageFile.scripts.cli.split(' ');
  const period = ['--from', '2026-01-12', '--to', '2026-01-12', '--as-of', '2026-01-11', '--json'];
  // The plan is made in the worker.
  const asked = [...words, 'plan', ...period, '--data', data, '--lang', 'en'];
  const { stdout, stderr } = await execute(process.execPath, asked, {
    cwd: projectFolder,
    env: { ...process.env, NODE_OPTIONS: '--no-experimental-strip-types' },
  });
  expect(JSON.parse(stdout).rows).toHaveLength(2);
  expect(stderr.trim().split('\n')).toEqual(['Reading the data', 'Fitting the model', 'Forecasting']);
});
