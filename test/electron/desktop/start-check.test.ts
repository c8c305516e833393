import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { obstacleToStart } from '../../../electron/desktop/start-check.ts';
import { builtProgram } from '../../support/built.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
const built = dirname(builtProgram('main'));
const copy = join(folder, 'program', 'electron');
const profile = join(folder, 'data', 'desktop');
const parts = ['preload.cjs', 'worker.js', 'cli.js', '../renderer/index.html'];

beforeAll(() => {
  for (const part of parts) {
    mkdirSync(dirname(join(copy, part)), { recursive: true });
    copyFileSync(join(built, part), join(copy, part));
  }
});

test('a whole program and a folder to write in: nothing stands in the way', () => {
  expect(obstacleToStart(built, profile)).toBeNull();
  expect(obstacleToStart(copy, profile)).toBeNull();
});

test.each(parts)('a copy that stopped before %s', (part) => {
  rmSync(join(copy, part));
  expect(obstacleToStart(copy, profile)).toEqual({ kind: 'incomplete', detail: join(copy, part) });
  copyFileSync(join(built, part), join(copy, part));
});
